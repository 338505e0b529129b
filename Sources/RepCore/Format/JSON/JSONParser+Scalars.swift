extension JSONParser {
  /// Longest number that is read; the longest useful double has 24 characters.
  private static let longestNumber = 400

  /// A string; `position` is at its opening quote.
  mutating func string() throws(JSONError) -> String {
    position += 1
    var decoded: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: decoded, as: UTF8.self) else {
          throw failure(
            en: "a string that is not UTF-8 ends",
            vi: "một chuỗi không phải UTF-8 kết thúc"
          )
        }
        return text
      case UInt8(ascii: "\\"): decoded.append(contentsOf: String(try escape()).utf8)
      case 0..<0x20:
        throw failure(en: "a control character in a string", vi: "ký tự điều khiển trong một chuỗi")
      default: decoded.append(byte)
      }
    }
    throw endlessString
  }

  private var endlessString: JSONError {
    failure(en: "a string does not end", vi: "một chuỗi không kết thúc")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard let byte = next else { throw endlessString }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw failure(en: "an unknown escape", vi: "dấu thoát không rõ")
    }
  }

  /// `XXXX` behind `\u`, with the second half of a surrogate pair where there is one.
  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try fourDigits()
    var value = first
    if (0xD800..<0xDC00).contains(first) {
      guard accept(UInt8(ascii: "\\")), accept(UInt8(ascii: "u")) else {
        throw halfPair
      }
      let second = try fourDigits()
      guard (0xDC00..<0xE000).contains(second) else { throw halfPair }
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw halfPair }
    return scalar
  }

  private var halfPair: JSONError {
    failure(en: "half of a surrogate pair", vi: "chỉ nửa cặp surrogate")
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw failure(
          en: "an escape without four hexadecimal digits",
          vi: "dấu thoát thiếu bốn chữ số hệ mười sáu"
        )
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  /// A number by the grammar of RFC 8259, section 6.
  mutating func number() throws(JSONError) -> JSON {
    let start = position
    var isWhole = true
    _ = accept(UInt8(ascii: "-"))
    if !accept(UInt8(ascii: "0")) { try digits() }
    if accept(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      isWhole = false
      if !accept(UInt8(ascii: "+")) { _ = accept(UInt8(ascii: "-")) }
      try digits()
    }
    guard position - start <= Self.longestNumber else {
      throw failure(en: "a number is too long", vi: "một số quá dài")
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw failure(en: "a number out of range", vi: "một số ngoài phạm vi")
    }
    return .number(value)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else {
      throw failure(en: "a digit is missing", vi: "thiếu một chữ số")
    }
  }
}
