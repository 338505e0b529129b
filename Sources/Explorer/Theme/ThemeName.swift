public import Canvas

/// The colour schemes.
public enum ThemeName: String, Hashable, Sendable, CaseIterable {
  /// Dark or light, as the terminal's own ground is.
  case auto
  case dark
  case light
  /// Dark inks on white, for paper.
  case print
  /// As much contrast as there is, on black.
  case contrast
  /// The terminal's own ground and named colours.
  case terminal

  /// Whether the scheme is another one on another ground.
  var followsGround: Bool { self == .auto || self == .terminal }

  /// The colours of the scheme's roles in a terminal whose own ground is `ground`.
  public func palette(on ground: Ground) -> Palette {
    switch self {
    case .auto: ground == .light ? .light : .dark
    case .dark: .dark
    case .light: .light
    case .print: .print
    case .contrast: .contrast
    case .terminal: .terminal(on: ground)
    }
  }
}

extension Look {
  /// The colours of the roles.
  public var palette: Palette { theme.palette(on: ground) }

  /// What widgets draw with.
  var pen: Pen {
    Pen(glyphs: glyphs, depth: depth, palette: palette, colormap: colormap)
  }

  /// The theme that follows; behind the automatic one comes what it does not show now.
  var nextTheme: ThemeName {
    theme == .auto ? ground == .light ? .dark : .light : theme.next
  }
}
