// Palettes of few colours: the eight that every colour terminal names, where bold is all that can be brighter, or
// none.

extension Palette {
  /// The palette for a screen of `depth` that says most nearly the same.
  func fitted(to depth: ColorDepth) -> Palette {
    switch depth {
    case .trueColor, .ansi256: self
    case .ansi16 where !paintsGround: self
    case .ansi16: isLight ? .namedOnLight : .namedOnDark
    case .mono: .mono(ink: ink, paper: paper)
    }
  }

  /// Named inks on the terminal's own paper, which is `ground`.
  public static func terminal(on ground: Ground) -> Palette {
    var palette = ground == .light ? namedOnLight : namedOnDark
    let like = ground == .light ? light : dark
    (palette.ink, palette.paper, palette.paintsGround) = (like.ink, like.paper, false)
    palette.selection = Style(attributes: [.reverse, .bold])
    return palette
  }

  /// No colour at all: the terminal's ink, and attributes.
  static func mono(ink: Color, paper: Color) -> Palette {
    let bold = Style(attributes: .bold)
    let reverse = Style(attributes: .reverse)
    var palette = Palette(ink: ink, paper: paper)
    palette.paintsGround = false
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
  }

  /// Inks that can be read on black and on the blue of the band.
  static let namedOnDark: Palette = {
    var palette = Palette(ink: .indexed(7), paper: .indexed(0))
    palette.focus = Style(foreground: .indexed(6), attributes: .bold)
    palette.title = Style(attributes: .bold)
    palette.header = Style(attributes: .underline)
    palette.accent = Style(foreground: .indexed(3), attributes: .bold)
    palette.good = Style(foreground: .indexed(2), attributes: .bold)
    palette.bad = Style(foreground: .indexed(7), background: .indexed(1), attributes: .bold)
    palette.warning = Style(foreground: .indexed(3), attributes: .bold)
    palette.selection = Style(foreground: .indexed(0), background: .indexed(6))
    palette.positive = Style(foreground: .indexed(3))
    palette.negative = Style(foreground: .indexed(6))
    palette.bar = Style(foreground: .indexed(6))
    palette.otherBar = Style(foreground: .indexed(3))
    palette.key = Style(foreground: .indexed(2), attributes: .bold)
    palette.band = Style(foreground: .indexed(7), background: .indexed(4))
    return palette
  }()

  /// Inks that can be read on light grey; none is bold, which makes black grey and red light in many terminals.
  static let namedOnLight: Palette = {
    let magenta = Style(foreground: .indexed(5))
    var palette = Palette(ink: .indexed(0), paper: .indexed(7))
    palette.focus = magenta
    palette.title = Style(attributes: .underline)
    palette.header = Style(attributes: .underline)
    palette.accent = magenta
    palette.good = magenta
    palette.bad = Style(foreground: .indexed(7), background: .indexed(1))
    palette.warning = Style(foreground: .indexed(1), attributes: .underline)
    palette.selection = Style(foreground: .indexed(7), background: .indexed(0))
    palette.positive = Style(foreground: .indexed(1))
    palette.negative = Style(foreground: .indexed(4))
    palette.bar = Style(foreground: .indexed(4))
    palette.otherBar = Style(foreground: .indexed(1))
    palette.key = magenta
    palette.band = Style(foreground: .indexed(0), background: .indexed(7))
    return palette
  }()
}
