/// The texts of protocol 0, which are written as Python would print them.
enum PickleEscapes {
  /// A text in Python's `raw-unicode-escape`: Latin-1 with `\uXXXX` and `\UXXXXXXXX`.
  static func unicode(_ bytes: [UInt8]) -> String {
    decode(bytes[...]) { mark in
      switch mark {
      case UInt8(ascii: "u"): .code(digits: 4)
      case UInt8(ascii: "U"): .code(digits: 8)
      default: .asIs
      }
    }
  }

  /// A string in single or double quotes, with Python's escapes; nil when it has no quotes.
  static func quoted(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 2, let quote = bytes.first, quote == bytes.last,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { return nil }
    return decode(bytes[1..<bytes.count - 1]) { mark in
      switch mark {
      case UInt8(ascii: "x"): .code(digits: 2)
      case UInt8(ascii: "n"): .scalar("\n")
      case UInt8(ascii: "r"): .scalar("\r")
      case UInt8(ascii: "t"): .scalar("\t")
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): .scalar(Unicode.Scalar(mark))
      default: .asIs
      }
    }
  }

  /// What a backslash and the byte behind it stand for.
  private enum Escape {
    case asIs
    case scalar(Unicode.Scalar)
    /// So many hexadecimal digits follow.
    case code(digits: Int)
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, _ escape: (UInt8) -> Escape) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let mark = rest.first else {
        text.append(Unicode.Scalar(byte))
        continue
      }
      switch escape(mark) {
      case .asIs: text.append("\\")
      case .scalar(let scalar):
        text.append(scalar)
        rest.removeFirst()
      case .code(let digits):
        let code = String(decoding: rest.dropFirst().prefix(digits), as: UTF8.self)
        text.append(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
        rest = rest.dropFirst(1 + digits)
      }
    }
    return String(text)
  }
}
