/// Which signs the terminal's font and locale can show.
public enum GlyphLevel: String, Hashable, Sendable, CaseIterable {
  /// Plain ASCII: serial lines, `LANG=C`, screen readers.
  case ascii
  /// Box lines and block elements as well.
  case block
}
