/// Reads what is pasted, up to the sequence that ends it.
struct PasteReader: Sendable {
  /// Bytes that are kept; the rest is dropped.
  static let mostBytes = 1 << 20

  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of the end has come.
  private var matched = 0

  /// Takes one byte; true where it was the last one of the paste.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == PasteReader.end[matched] {
      matched += 1
      return matched == PasteReader.end.count
    }
    for piece in PasteReader.end[..<matched] { keep(piece) }
    matched = 0
    if byte == Byte.escape { matched = 1 } else { keep(byte) }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < PasteReader.mostBytes { bytes.append(byte) }
  }

  /// What was pasted, with line feeds at the ends of lines, for which terminals send returns.
  var text: String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var isAfterReturn = false
    for byte in bytes {
      if !(byte == 10 && isAfterReturn) { lines.append(byte == 13 ? 10 : byte) }
      isAfterReturn = byte == 13
    }
    if bytes.count == PasteReader.mostBytes { lines.removeSplitLetter() }
    return String(decoding: lines, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Removes the beginning of a letter whose other bytes were cut off.
  fileprivate mutating func removeSplitLetter() {
    guard let start = suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return }
    let length = Unicode.UTF8.width(startingWith: self[start])
    if count - start < length { removeSubrange(start...) }
  }
}

extension Unicode.UTF8 {
  /// Bytes of a letter that begins with `byte`.
  fileprivate static func width(startingWith byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
