internal import Glibc

extension Color {
  /// How well one of two colours can be read on the other: 1 for the same colour, 21 for black on white (WCAG 2.1).
  public func contrast(to other: Color) -> Double {
    let (mine, others) = (relativeLuminance, other.relativeLuminance)
    return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
  }

  /// The light that the colour gives, 0...1; none for the default.
  var relativeLuminance: Double {
    guard let (red, green, blue) = linear else { return 0 }
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /// Red, green and blue as amounts of light, 0...1 (sRGB); nil for the default.
  public var linear: (red: Double, green: Double, blue: Double)? {
    guard let (red, green, blue) = components else { return nil }
    return (Color.light[Int(red)], Color.light[Int(green)], Color.light[Int(blue)])
  }

  private static let light: [Double] = (0...255).map { part in
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
