// The palettes that ship. Ink contrast against the paper is at least 4.5 : 1 (tested).

extension Palette {
  /// Light ink on dark paper.
  public static let dark: Palette = {
    var palette = Palette()
    palette.muted = ink(139, 148, 158)
    palette.chrome = ink(118, 131, 144)
    palette.focus = ink(88, 166, 255, .bold)
    palette.title = ink(230, 237, 243, .bold)
    palette.header = ink(139, 148, 158, .underline)
    palette.accent = ink(121, 192, 255, .bold)
    palette.good = ink(86, 211, 100, .bold)
    palette.bad = ink(255, 123, 114, .bold)
    palette.warning = ink(227, 179, 65, .bold)
    palette.selection = Style(
      foreground: .rgb(255, 255, 255),
      background: .rgb(31, 78, 140),
      attributes: .bold
    )
    palette.positive = ink(255, 160, 140)
    palette.negative = ink(130, 180, 255)
    palette.bar = ink(88, 166, 255)
    palette.otherBar = ink(227, 179, 65)
    palette.key = ink(121, 192, 255, .bold)
    palette.band = Style(foreground: .rgb(230, 237, 243), background: .rgb(38, 44, 54))
    palette.ink = .rgb(230, 237, 243)
    palette.paper = .rgb(13, 17, 23)
    return palette
  }()

  /// Dark ink on light paper.
  public static let light: Palette = {
    var palette = Palette()
    palette.muted = ink(87, 96, 106)
    palette.chrome = ink(101, 109, 118)
    palette.focus = ink(9, 105, 218, .bold)
    palette.title = ink(31, 35, 40, .bold)
    palette.header = ink(87, 96, 106, .underline)
    palette.accent = ink(9, 90, 195, .bold)
    palette.good = ink(26, 115, 50, .bold)
    palette.bad = ink(190, 25, 35, .bold)
    palette.warning = ink(138, 90, 0, .bold)
    palette.selection = Style(
      foreground: .rgb(255, 255, 255),
      background: .rgb(9, 90, 195),
      attributes: .bold
    )
    palette.positive = ink(165, 30, 40)
    palette.negative = ink(20, 80, 170)
    palette.bar = ink(9, 105, 218)
    palette.otherBar = ink(154, 103, 0)
    palette.key = ink(9, 90, 195, .bold)
    palette.band = Style(foreground: .rgb(31, 35, 40), background: .rgb(225, 229, 234))
    palette.ink = .rgb(31, 35, 40)
    palette.paper = .rgb(255, 255, 255)
    return palette
  }()

  /// No colour at all: the terminal's ink, and attributes.
  public static let mono: Palette = {
    let bold = Style(attributes: .bold)
    let reverse = Style(attributes: .reverse)
    var palette = Palette()
    palette.focus = bold
    palette.title = bold
    palette.header = Style(attributes: .underline)
    palette.accent = bold
    palette.good = bold
    palette.bad = bold
    palette.warning = bold
    palette.selection = reverse
    palette.key = bold
    palette.band = reverse
    return palette
  }()

  private static func ink(
    _ red: UInt8,
    _ green: UInt8,
    _ blue: UInt8,
    _ attributes: Attributes = []
  ) -> Style {
    Style(foreground: .rgb(red, green, blue), attributes: attributes)
  }
}
