extension JSON {
  /// Bounds on what the parser builds, so that a hostile text cannot take more than it deserves.
  public struct Limits: Sendable {
    /// Arrays and objects inside one another.
    public var depth: Int
    /// Values altogether; one takes at most some tens of bytes beyond its own text.
    public var values: Int

    /// Limits; by default enough for the header of the deepest network that is read.
    public init(depth: Int = 32, values: Int = 2_000_000) {
      self.depth = depth
      self.values = values
    }
  }

  /// Parses exactly one value, strictly: UTF-8, no comments, no trailing commas, no key twice.
  public init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, limits: limits)
    self = try parser.document()
  }

  /// Parses exactly one value.
  public init(parsing text: String, limits: Limits = Limits()) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }
}

/// A recursive-descent parser over bytes; its scalars are in the neighbouring file.
struct JSONParser {
  let bytes: [UInt8]
  let limits: JSON.Limits
  var position = 0
  private var depth = 0
  private var values = 0

  init(bytes: [UInt8], limits: JSON.Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The next byte, nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func failure(_ message: String) -> JSONError { JSONError(message: message, offset: position) }

  mutating func document() throws(JSONError) -> JSON {
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw failure("text after the value") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    values += 1
    guard values <= limits.values else { throw failure("more than \(limits.values) values") }
    skipSpace()
    guard let byte = next else { throw failure("the text ends too early") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure("no value")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    depth += 1
    guard depth <= limits.depth else { throw failure("nested deeper than \(limits.depth)") }
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws(JSONError) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if accept(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value()) } while try anotherItem(before: UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func object() throws(JSONError) -> JSON {
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if accept(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("no key") }
      let key = try string()
      guard keys.insert(key).inserted else {
        throw failure("the key \"\(FormatError.clipped(key))\" comes twice")
      }
      skipSpace()
      guard accept(UInt8(ascii: ":")) else { throw failure("no colon after a key") }
      members.append(JSON.Member(key: key, value: try value()))
    } while try anotherItem(before: UInt8(ascii: "}"))
    return .object(members)
  }

  /// Steps over a comma or the closing bracket; true for the comma.
  private mutating func anotherItem(before close: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if accept(UInt8(ascii: ",")) { return true }
    if accept(close) { return false }
    throw failure(next == nil ? "the text ends too early" : "no comma between items")
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for byte in String(describing: word).utf8 {
      guard accept(byte) else { throw failure("no value") }
    }
    return value
  }

  mutating func accept(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }
}
