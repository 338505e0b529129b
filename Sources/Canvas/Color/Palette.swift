/// The styles of a theme, by what they are for.
///
/// Widgets only name roles, so that one value changes the look of everything. No role relies on hue
/// alone: what matters is also said by a word, a sign or an attribute.
public struct Palette: Hashable, Sendable {
  /// Ordinary text.
  public var text = Style.plain
  /// Text that may be overlooked: units, hints, tracks of bars.
  public var muted = Style.plain
  /// Borders and rules.
  public var chrome = Style.plain
  /// The border of the pane that has the focus.
  public var focus = Style.plain
  /// Titles of panes and the title bar.
  public var title = Style.plain
  /// Heads of table columns.
  public var header = Style.plain
  /// What should catch the eye.
  public var accent = Style.plain
  /// A check that passed.
  public var good = Style.plain
  /// A check that failed.
  public var bad = Style.plain
  /// Something to look at twice.
  public var warning = Style.plain
  /// The selected row or cell.
  public var selection = Style.plain
  /// Numbers above zero.
  public var positive = Style.plain
  /// Numbers below zero.
  public var negative = Style.plain
  /// The filled part of a bar.
  public var bar = Style.plain
  /// A second kind of bar on the same axis.
  public var otherBar = Style.plain
  /// The name of a key in the key bar.
  public var key = Style.plain
  /// The bar at the top and the status line.
  public var band = Style.plain
  /// What is written where no style says more; where the theme leaves the ground alone, what that looks like in
  /// pictures, which have no terminal to ask.
  public var ink: Color
  /// The same of the paper.
  public var paper: Color
  /// Whether the theme paints its own ink and paper, or leaves the terminal's.
  public var paintsGround = true

  /// A palette in which every role is plain ink on paper.
  public init(ink: Color = .rgb(0, 0, 0), paper: Color = .rgb(255, 255, 255)) {
    self.ink = ink
    self.paper = paper
  }

  /// Whether the paper is lighter than the ink.
  public var isLight: Bool { paper.luminance > ink.luminance }
}

extension Grid {
  /// Gives the theme's ink and paper to every cell that says nothing else.
  public mutating func lay(on palette: Palette) {
    guard palette.paintsGround else { return }
    restyle(bounds) { style in
      Style(
        foreground: style.foreground == .default ? palette.ink : style.foreground,
        background: style.background == .default ? palette.paper : style.background,
        attributes: style.attributes
      )
    }
  }
}

extension Color {
  /// Perceived brightness, 0–255; zero for the default (weights of ITU-R BT.601).
  var luminance: Double {
    guard let (red, green, blue) = components else { return 0 }
    return 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)
  }
}
