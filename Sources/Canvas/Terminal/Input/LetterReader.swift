/// Reads letters and control keys, that is everything outside of sequences.
struct LetterReader: Sendable {
  enum Outcome: Equatable {
    case key(Key)
    case scalar(Unicode.Scalar)
    case escape
    /// More is needed, or what came is no letter.
    case nothing
  }

  private var value: UInt32 = 0
  /// Bytes that are still to come.
  private var missing = 0
  /// The least value that may be written with so many bytes.
  private var least: UInt32 = 0

  /// Whether a letter of several bytes has begun.
  var isInside: Bool { missing > 0 }

  /// Takes one byte; one that is not UTF-8 is passed over.
  mutating func take(_ byte: UInt8) -> Outcome {
    if byte & 0xC0 == 0x80 {
      guard missing > 0 else { return .nothing }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      guard missing == 0, value >= least, !(0x80..<0xA0).contains(value),
        let scalar = Unicode.Scalar(value)
      else { return .nothing }
      return .scalar(scalar)
    }
    missing = 0
    switch byte {
    case 0..<0x80: return LetterReader.outcome(ascii: byte)
    case 0xC2..<0xE0: begin(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0..<0xF0: begin(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0..<0xF5: begin(byte & 0x07, missing: 3, least: 0x10000)
    default: break
    }
    return .nothing
  }

  private mutating func begin(_ bits: UInt8, missing: Int, least: UInt32) {
    (value, self.missing, self.least) = (UInt32(bits), missing, least)
  }

  private static func outcome(ascii byte: UInt8) -> Outcome {
    switch byte {
    case 0: .key(.control(" "))
    case 8, 0x7F: .key(.backspace)
    case 9: .key(.tab)
    case 10, 13: .key(.enter)
    case Byte.escape: .escape
    case 1..<27: .key(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 28..<32: .key(.control(Character(Unicode.Scalar(byte + 0x40))))
    default: .scalar(Unicode.Scalar(byte))
    }
  }
}
