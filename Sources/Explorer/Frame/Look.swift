public import Canvas

/// How the screen is drawn, apart from what is on it.
public struct Look: Hashable, Sendable {
  /// The colours of the roles.
  public var theme: ThemeName
  /// The terminal's own ground, as far as it is known.
  public var ground: Ground
  /// Which signs the terminal can show.
  public var glyphs: GlyphLevel
  /// How many colours the terminal can show.
  public var depth: ColorDepth
  /// The colours of kernels.
  public var colormap = Colormap.blueOrange

  /// A look; signs and colours as the terminal allows.
  public init(
    theme: ThemeName,
    ground: Ground = .dark,
    glyphs: GlyphLevel,
    depth: ColorDepth
  ) {
    self.theme = theme
    self.ground = ground
    self.glyphs = glyphs
    self.depth = depth
  }
}
