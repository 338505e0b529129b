// The palettes that ship, in 24 bits. What can be read stands out from its paper by 4.5 : 1 (tested), also with
// 256 colours. Blue is for numbers below zero alone; what is selected, typed or in focus is teal.

extension Palette {
  /// Light ink on dark paper.
  public static let dark: Palette = {
    var palette = Palette(ink: .rgb(230, 237, 243), paper: .rgb(13, 17, 23))
    palette.muted = ink(139, 148, 158)
    palette.chrome = ink(118, 131, 144)
    palette.focus = ink(86, 211, 194, .bold)
    palette.title = ink(230, 237, 243, .bold)
    palette.header = ink(139, 148, 158, .underline)
    palette.accent = ink(240, 205, 110, .bold)
    palette.good = ink(86, 211, 100, .bold)
    palette.bad = ink(255, 123, 114, .bold)
    palette.warning = ink(255, 166, 87, .bold)
    palette.selection = marked(.rgb(255, 255, 255), .rgb(0, 95, 95))
    palette.positive = ink(255, 176, 130)
    palette.negative = ink(121, 184, 255)
    palette.bar = ink(188, 162, 255)
    palette.otherBar = ink(219, 168, 72)
    palette.key = ink(102, 217, 200, .bold)
    palette.band = Style(foreground: .rgb(230, 237, 243), background: .rgb(35, 39, 46))
    return palette
  }()

  /// Dark ink on light paper.
  public static let light: Palette = {
    var palette = Palette(ink: .rgb(31, 35, 40), paper: .rgb(255, 255, 255))
    palette.muted = ink(87, 96, 106)
    palette.chrome = ink(101, 109, 118)
    palette.focus = ink(0, 112, 105, .bold)
    palette.title = ink(31, 35, 40, .bold)
    palette.header = ink(87, 96, 106, .underline)
    palette.accent = ink(125, 78, 0, .bold)
    palette.good = ink(0, 100, 40, .bold)
    palette.bad = ink(190, 25, 35, .bold)
    palette.warning = ink(150, 40, 0, .bold)
    palette.selection = marked(.rgb(255, 255, 255), .rgb(0, 95, 95))
    palette.positive = ink(140, 50, 0)
    palette.negative = ink(20, 80, 170)
    palette.bar = ink(105, 65, 200)
    palette.otherBar = ink(154, 103, 0)
    palette.key = ink(0, 102, 98, .bold)
    palette.band = Style(foreground: .rgb(31, 35, 40), background: .rgb(225, 229, 234))
    return palette
  }()

  /// Dark inks on white paper that also a grey printer tells apart.
  public static let print: Palette = {
    var palette = Palette(ink: .rgb(0, 0, 0), paper: .rgb(255, 255, 255))
    palette.muted = ink(80, 80, 80)
    palette.chrome = ink(95, 95, 95)
    palette.focus = ink(0, 0, 0, .bold)
    palette.title = ink(0, 0, 0, .bold)
    palette.header = ink(0, 0, 0, .underline)
    palette.accent = ink(0, 0, 0, .bold)
    palette.good = ink(0, 95, 50, .bold)
    palette.bad = ink(165, 0, 0, .bold)
    palette.warning = ink(120, 70, 0, .bold)
    palette.selection = marked(.rgb(255, 255, 255), .rgb(60, 60, 60))
    palette.positive = ink(140, 50, 0)
    palette.negative = ink(0, 70, 150)
    palette.bar = ink(60, 60, 60)
    palette.otherBar = ink(140, 95, 20)
    palette.key = ink(0, 0, 0, .bold)
    palette.band = Style(foreground: .rgb(0, 0, 0), background: .rgb(232, 232, 232))
    return palette
  }()

  /// Pure inks on black: every text stands out by 7 : 1.
  public static let contrast: Palette = {
    var palette = Palette(ink: .rgb(255, 255, 255), paper: .rgb(0, 0, 0))
    palette.muted = ink(215, 215, 215)
    palette.chrome = ink(200, 200, 200)
    palette.focus = ink(255, 255, 0, .bold)
    palette.title = ink(255, 255, 255, .bold)
    palette.header = ink(255, 255, 255, .underline)
    palette.accent = ink(255, 255, 0, .bold)
    palette.good = ink(95, 255, 95, .bold)
    palette.bad = ink(255, 175, 175, .bold)
    palette.warning = ink(255, 200, 60, .bold)
    palette.selection = marked(.rgb(0, 0, 0), .rgb(255, 255, 0))
    palette.positive = ink(255, 190, 120)
    palette.negative = ink(135, 205, 255)
    palette.bar = ink(205, 175, 255)
    palette.otherBar = ink(255, 215, 95)
    palette.key = ink(95, 255, 215, .bold)
    palette.band = Style(foreground: .rgb(255, 255, 255), background: .rgb(48, 48, 48))
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

  private static func marked(_ ink: Color, _ paper: Color) -> Style {
    Style(foreground: ink, background: paper, attributes: .bold)
  }
}
