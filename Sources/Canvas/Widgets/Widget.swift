/// A value that draws itself into a block of cells.
///
/// Drawing is total: a widget draws what fits into `area`, nothing outside it, and never traps, down
/// to an area without cells.
public protocol Widget {
  /// Draws into `grid`, inside `area` only, with the signs and colours of `pen`.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen)
}

/// What widgets draw with: signs, colours, and how many of them there are.
public struct Pen: Hashable, Sendable {
  /// The signs.
  public let glyphs: Glyphs
  /// How many colours the screen shows.
  public let depth: ColorDepth
  /// The theme.
  public let palette: Palette
  /// The colours of values below and above zero.
  public let diverging: ColorScale

  /// A pen of one theme, or of what comes nearest to it in fewer colours.
  public init(
    glyphs: GlyphLevel,
    depth: ColorDepth,
    palette: Palette,
    colormap: Colormap = .blueOrange
  ) {
    self.glyphs = Glyphs(glyphs)
    self.depth = depth
    self.palette = palette.fitted(to: depth)
    diverging = colormap.diverging(isLight: palette.isLight)
  }
}

extension Grid {
  /// Draws `widget` inside `area`.
  public mutating func draw(_ widget: some Widget, in area: Rect, with pen: Pen) {
    widget.draw(into: &self, in: area, with: pen)
  }
}
