/// A JSON value (RFC 8259) that keeps the order of an object's members.
///
///     let report: JSON = ["name": "RepVGG-A0", "macs": 1_361_451_008]
///     report.encoded()             // {"name":"RepVGG-A0","macs":1361451008}
///     report["macs"]?.integer      // 1361451008
public enum JSON: Hashable, Sendable {
  /// One key of an object with its value.
  public struct Member: Hashable, Sendable {
    /// The key, decoded.
    public let key: String
    /// The value.
    public let value: JSON

    /// A member.
    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// A number without fraction or exponent that fits 64 bits.
  case integer(Int)
  /// Any other number; finite.
  case number(Double)
  case string(String)
  case array([JSON])
  /// Members in their order; the parser refuses a key that comes twice.
  case object([Member])
}

extension JSON {
  /// The value of an object's member; nil for anything else.
  public subscript(key: String) -> JSON? { members?.first { $0.key == key }?.value }

  /// The number, if it is a whole number as written.
  public var integer: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The number, whole or not.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The text of a string.
  public var text: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The truth value.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The elements of an array.
  public var elements: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// The members of an object, in order.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// An object with its members in the order written.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
  /// The null value.
  public init(nilLiteral: ()) { self = .null }
}
