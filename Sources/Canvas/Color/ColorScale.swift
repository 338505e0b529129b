/// Turns values into colours by hand-made ramps.
///
/// A scale takes -1...1 and is neutral at zero. Lightness only rises or only falls on the way from zero, also for
/// people who see no red or no green (tested). Values outside are clamped, values that are not numbers count as
/// zero. A scale has a fixed number of levels, each a colour of its own, so that a picture shows steps that are
/// really there, and so that the pairs of colours of a terminal cannot run out.
public struct ColorScale: Hashable, Sendable {
  /// Levels where there is red, green and blue.
  private let fine: [Color]
  /// Levels of the 256-colour table.
  private let table: [Color]
  /// Levels of the colours that every terminal names.
  private let named: [Color]

  /// Levels that are told apart at most, whatever the screen can show.
  static let mostLevels = 61

  /// A scale through `points`, in equal steps, which are entries of the table if nothing else is said.
  init(table: [UInt8], points: [Color]? = nil, named: [UInt8?]) {
    self.table = table.map { .indexed($0) }
    self.named = named.map { $0.map { .indexed($0) } ?? .default }
    let points = points ?? self.table
    let steps = points.count - 1
    let parts = (ColorScale.mostLevels - 1) / steps
    fine = (0...steps * parts).map { level in
      let low = min(level / parts, steps - 1)
      return points[low].mixed(
        with: points[low + 1],
        share: Double(level - low * parts) / Double(parts)
      )
    }
  }

  /// The colours on a screen of `depth`, from the least value to the greatest.
  public func levels(at depth: ColorDepth) -> [Color] {
    switch depth {
    case .mono: [.default]
    case .ansi16: named
    case .ansi256: table
    case .trueColor: fine
    }
  }

  /// The colour of `value` on a screen of `depth`.
  public func color(at value: Double, depth: ColorDepth) -> Color {
    let levels = levels(at: depth)
    return levels[Int((place(of: value) * Double(levels.count - 1)).rounded())]
  }

  /// Where `value` lies between the ends of the scale, 0...1.
  private func place(of value: Double) -> Double {
    (min(1, max(-1, value.isNaN ? 0 : value)) + 1) / 2
  }
}

extension Color {
  /// The ink, black or white, that is easier to read on this paper; the default on the default.
  public var legibleInk: Color {
    guard components != nil else { return .default }
    let (black, white) = (Color.rgb(0, 0, 0), Color.rgb(255, 255, 255))
    return contrast(to: black) > contrast(to: white) ? black : white
  }
}
