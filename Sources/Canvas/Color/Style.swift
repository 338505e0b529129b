/// How a cell looks: ink, paper and attributes.
public struct Style: Hashable, Sendable {
  /// The ink.
  public var foreground: Color
  /// The paper.
  public var background: Color
  /// Bold, dim, underline, reverse, italic.
  public var attributes: Attributes

  /// The terminal's default ink on its default paper.
  public static let plain = Style()

  /// A style; what is not said is the terminal's default.
  public init(
    foreground: Color = .default,
    background: Color = .default,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// What a terminal can do to a letter besides colouring it.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  public let rawValue: UInt8

  /// Heavier ink.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter ink.
  public static let dim = Attributes(rawValue: 2)
  /// A line below.
  public static let underline = Attributes(rawValue: 4)
  /// Ink and paper exchanged.
  public static let reverse = Attributes(rawValue: 8)
  /// Slanted.
  public static let italic = Attributes(rawValue: 16)

  /// The attributes whose bits are set.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}

extension Style {
  /// The same style with more attributes.
  public func adding(_ attributes: Attributes) -> Style {
    Style(
      foreground: foreground,
      background: background,
      attributes: self.attributes.union(attributes)
    )
  }

  /// The same style on another paper.
  public func on(_ background: Color) -> Style {
    Style(foreground: foreground, background: background, attributes: attributes)
  }

  /// The same style upon the paper of `band`; a reversed band also reverses it.
  ///
  /// What brings a paper of its own keeps it, and what brings no ink takes the band's: each can be read on the
  /// other, and perhaps not on what it does not know.
  public func on(band: Style) -> Style {
    guard background == .default else { return self }
    return Style(
      foreground: foreground == .default ? band.foreground : foreground,
      background: band.background,
      attributes: attributes.union(band.attributes.intersection(.reverse))
    )
  }

  /// The nearest style that a screen of `depth` can show.
  public func reduced(to depth: ColorDepth) -> Style {
    Style(
      foreground: foreground.reduced(to: depth),
      background: background.reduced(to: depth),
      attributes: attributes
    )
  }
}
