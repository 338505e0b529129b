public import Canvas

/// The colour schemes.
public enum ThemeName: String, Hashable, Sendable, CaseIterable {
  case dark
  case light

  /// The colours of the scheme's roles.
  public var palette: Palette {
    switch self {
    case .dark: .dark
    case .light: .light
    }
  }
}
