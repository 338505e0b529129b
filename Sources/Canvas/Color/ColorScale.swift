/// Turns values into colours, by interpolation between a handful of control points.
///
/// A signed scale takes -1...1 and is neutral at zero; an unsigned one takes 0...1. Values outside
/// are clamped, values that are not numbers count as zero. With 256 colours and fewer, the scale
/// has a fixed number of levels, each of which is a colour of its own, so that a picture shows steps
/// that are really there and not those of the nearest table entry.
public struct ColorScale: Hashable, Sendable {
  /// Whether the scale takes -1...1.
  public let isSigned: Bool
  /// How many steps are told apart with 256 colours.
  public let levels: Int
  private let points: [Components]
  private let named: [Color]

  private struct Components: Hashable, Sendable {
    let red: Double, green: Double, blue: Double
  }

  private init(
    isSigned: Bool,
    levels: Int,
    _ points: [(Double, Double, Double)],
    named: [Color]
  ) {
    self.isSigned = isSigned
    self.levels = levels
    self.points = points.map { Components(red: $0.0, green: $0.1, blue: $0.2) }
    self.named = named
  }

  /// The colour of `value` on a screen of `depth`.
  public func color(at value: Double, depth: ColorDepth) -> Color {
    let place = place(of: value)
    switch depth {
    case .mono: return .default
    case .ansi16: return named[Int((place * Double(named.count - 1)).rounded())]
    case .ansi256: return interpolated(stepped(place)).reduced(to: .ansi256)
    case .trueColor: return interpolated(place)
    }
  }

  /// Where `value` lies between the ends of the scale, 0...1.
  private func place(of value: Double) -> Double {
    let number = value.isNaN ? 0 : value
    return isSigned ? (min(1, max(-1, number)) + 1) / 2 : min(1, max(0, number))
  }

  private func stepped(_ place: Double) -> Double {
    (place * Double(levels - 1)).rounded() / Double(levels - 1)
  }

  private func interpolated(_ place: Double) -> Color {
    let position = place * Double(points.count - 1)
    let index = min(Int(position), points.count - 2)
    let (low, high) = (points[index], points[index + 1])
    let weight = position - Double(index)
    func mix(_ low: Double, _ high: Double) -> UInt8 {
      UInt8((low * (1 - weight) + high * weight).rounded())
    }
    return .rgb(mix(low.red, high.red), mix(low.green, high.green), mix(low.blue, high.blue))
  }
}

// MARK: - The scales

extension ColorScale {
  /// Blue below zero, neutral, red above, for a theme of light or dark paper.
  ///
  /// On light paper the neutral middle is near white (after ColorBrewer's RdBu), on dark paper near
  /// black, so that the largest magnitudes always stand out most.
  public static func diverging(isLight: Bool) -> ColorScale {
    isLight ? .divergingOnLight : .divergingOnDark
  }

  /// From little to much, readable with any colour vision and in grey (after viridis).
  ///
  /// Its points are entries of the 256-colour cube, whose brightness only rises.
  public static let sequential = ColorScale(
    isSigned: false,
    levels: 11,
    [
      (95, 0, 95), (95, 0, 135), (0, 95, 135), (0, 135, 135), (0, 175, 135), (95, 175, 95),
      (95, 215, 95), (135, 215, 95), (215, 215, 0), (255, 215, 0), (255, 255, 0),
    ],
    named: [.indexed(4), .indexed(6), .indexed(7), .indexed(3)]
  )

  private static let divergingOnLight = ColorScale(
    isSigned: true,
    levels: 13,
    [
      (5, 30, 97), (33, 102, 172), (80, 155, 205), (160, 205, 230), (247, 247, 247),
      (250, 195, 165), (225, 115, 85), (178, 24, 43), (95, 0, 25),
    ],
    named: signedNames
  )

  private static let divergingOnDark = ColorScale(
    isSigned: true,
    levels: 13,
    [
      (175, 225, 255), (95, 170, 255), (40, 110, 215), (10, 50, 130), (28, 28, 28), (110, 20, 15),
      (200, 50, 30), (255, 125, 75), (255, 215, 175),
    ],
    named: signedNames
  )

  private static let signedNames: [Color] = [
    .indexed(12), .indexed(4), .default, .indexed(1), .indexed(9),
  ]
}

extension Color {
  /// The ink, black or white, that is easier to read on this paper; the default on the default.
  public var legibleInk: Color {
    guard components != nil else { return .default }
    return luminance > 128 ? .rgb(0, 0, 0) : .rgb(255, 255, 255)
  }
}
