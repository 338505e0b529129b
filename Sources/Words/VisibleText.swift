// Text from files, names and arguments may hold signs that command a terminal, reorder a line, break it, or
// cannot be seen. They are spelled out wherever a person reads.

extension Unicode.Scalar {
  /// Whether the scalar has no shape of its own: controls (C0, DEL, C1), what turns the direction of writing,
  /// separators of lines, signs without width, and what Unicode lets a font ignore.
  public var isHidden: Bool {
    if (0x20..<0x7F).contains(value) { return false }
    // Box lines and block elements, which most cells of a screen are.
    if (0x2500...0x25FF).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// The scalar in ASCII: `\x1b`, or `\u{202e}` from U+0080 on.
  fileprivate var spelled: String {
    let digits = String(value, radix: 16)
    return value < 0x80 ? "\\x" + (digits.count < 2 ? "0" : "") + digits : "\\u{" + digits + "}"
  }
}

extension Text {
  /// The text with everything hidden spelled out, in each language.
  public var visible: Text { Text(en: en.visible, vi: vi.visible) }
}

extension StringProtocol {
  /// Whether all of it are letters, digits, signs and blanks of ASCII, each of which takes one column; most of
  /// what is drawn is, and that is quickly seen.
  public var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text on one line with everything hidden spelled out: an escape as `\x1b`, a line feed as `\x0a`,
  /// a right-to-left override as `\u{202e}`.
  ///
  /// Text without such signs stays as it is, so it does no harm to ask twice.
  public var visible: String {
    if isPrintableASCII { return String(self) }
    guard unicodeScalars.contains(where: \.isHidden) else { return String(self) }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isHidden {
        text += scalar.spelled
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
