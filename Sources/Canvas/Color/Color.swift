/// The colour of a cell's ink or paper.
public enum Color: Hashable, Sendable {
  /// What the terminal uses when nothing is said; safe on light and dark backgrounds.
  case `default`
  /// An entry of the 256-colour table: 0–15 the terminal's theme, 16–231 a cube, 232–255 greys.
  case indexed(UInt8)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  /// The nearest colour that a screen of `depth` can show.
  public func reduced(to depth: ColorDepth) -> Color {
    switch (self, depth) {
    case (.default, _), (_, .trueColor): self
    case (_, .mono): .default
    case (.indexed, .ansi256): self
    case (.rgb(let red, let green, let blue), .ansi256):
      .indexed(ColorTable.nearestFixed(red: red, green: green, blue: blue))
    case (.indexed(let index), .ansi16) where index < 16: self
    case (_, .ansi16):
      components.map { red, green, blue in
        .indexed(ColorTable.nearestNamed(red: red, green: green, blue: blue))
      } ?? self
    }
  }

  /// Red, green and blue, each 0–255; nil for the terminal's own default.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .default: nil
    case .indexed(let index): ColorTable.components(of: index)
    case .rgb(let red, let green, let blue): (red, green, blue)
    }
  }

  /// The color `share` of the way towards `other`.
  func mixed(with other: Color, share: Double) -> Color {
    guard let a = components, let b = other.components else { return self }
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Double(from) * (1 - share) + Double(to) * share).rounded())
    }
    return .rgb(mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue))
  }
}
