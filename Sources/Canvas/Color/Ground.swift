/// Whether letters must be light or dark to be read on a terminal's own ground.
public enum Ground: String, Hashable, Sendable {
  /// Light letters can be read.
  case dark
  /// Dark letters can be read.
  case light

  /// The ground of a colour; the terminal's own default, of which nothing is known, counts as dark.
  public init(_ color: Color) {
    self = color.components != nil && color.luminance > 128 ? .light : .dark
  }

  /// What the variable `COLORFGBG` tells: ink and ground as entries of the table, `0;15`; nil for other texts.
  public init?(colorFGBG text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last, let entry = Int(last), (0..<16).contains(entry)
    else {
      return nil
    }
    self = entry == 7 || entry > 8 ? .light : .dark
  }
}
