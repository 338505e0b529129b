internal import Words

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

  func failure(en: String, vi: String) -> JSONError {
    JSONError(message: Text(en: en, vi: vi), offset: position)
  }

  private var endsEarly: JSONError {
    failure(en: "the text ends too early", vi: "văn bản kết thúc quá sớm")
  }

  private var noValue: JSONError { failure(en: "no value", vi: "không có giá trị") }

  mutating func document() throws(JSONError) -> JSON {
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else {
      throw failure(en: "text after the value", vi: "còn văn bản sau giá trị")
    }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    values += 1
    guard values <= limits.values else {
      throw failure(en: "more than \(limits.values) values", vi: "hơn \(limits.values) giá trị")
    }
    skipSpace()
    guard let byte = next else { throw endsEarly }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw noValue
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    depth += 1
    guard depth <= limits.depth else {
      throw failure(
        en: "nested deeper than \(limits.depth)",
        vi: "lồng sâu hơn \(limits.depth) tầng"
      )
    }
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
      guard next == UInt8(ascii: "\"") else {
        throw failure(en: "no key", vi: "không có khóa")
      }
      let key = try string()
      guard keys.insert(key).inserted else {
        let key = FormatError.clipped(key)
        throw failure(en: "the key \"\(key)\" comes twice", vi: "khóa \"\(key)\" xuất hiện hai lần")
      }
      skipSpace()
      guard accept(UInt8(ascii: ":")) else {
        throw failure(en: "no colon after a key", vi: "thiếu dấu hai chấm sau khóa")
      }
      members.append(JSON.Member(key: key, value: try value()))
    } while try anotherItem(before: UInt8(ascii: "}"))
    return .object(members)
  }

  /// Steps over a comma or the closing bracket; true for the comma.
  private mutating func anotherItem(before close: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if accept(UInt8(ascii: ",")) { return true }
    if accept(close) { return false }
    guard next != nil else { throw endsEarly }
    throw failure(en: "no comma between items", vi: "thiếu dấu phẩy giữa các mục")
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for byte in String(describing: word).utf8 {
      guard accept(byte) else { throw noValue }
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
