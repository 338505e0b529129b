/// The 256-colour table of xterm: sixteen named colours, a 6x6x6 cube and 24 greys.
enum ColorTable {
  /// The six intensities of the cube's axes.
  private static let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// xterm's own values of the named colours; a theme may show others.
  private static let named: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// Red, green and blue of one entry.
  static func components(of index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16:
      return named[Int(index)]
    case 16..<232:
      let cell = Int(index) - 16
      return (cubeLevels[cell / 36], cubeLevels[cell / 6 % 6], cubeLevels[cell % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  /// The nearest of the sixteen named colours, by squared distance; the first one on a tie.
  static func nearestNamed(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    let indices: Range<UInt8> = 0..<16
    return indices.min {
      distance(of: $0, red, green, blue) < distance(of: $1, red, green, blue)
    } ?? 0
  }

  /// The nearest entry of the cube and the greys, by squared distance; the cube's on a tie.
  ///
  /// The cube's axes are independent, so that only one entry of each kind is a candidate. This runs
  /// twice per cell of a frame.
  static func nearestFixed(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    let cell = 36 * cubeStep(red) + 6 * cubeStep(green) + cubeStep(blue)
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = UInt8(min(23, max(0, (mean - 3) / 10)))
    let candidates = (cube: UInt8(16 + cell), grey: 232 + grey)
    let cubeDistance = distance(of: candidates.cube, red, green, blue)
    let greyDistance = distance(of: candidates.grey, red, green, blue)
    return greyDistance < cubeDistance ? candidates.grey : candidates.cube
  }

  /// The nearest of 0, 95, 135, 175, 215 and 255; the borders lie half-way.
  private static func cubeStep(_ value: UInt8) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40
  }

  private static func distance(
    of index: UInt8,
    _ red: UInt8,
    _ green: UInt8,
    _ blue: UInt8
  ) -> Int {
    let entry = components(of: index)
    let (r, g, b) = (
      Int(entry.red) - Int(red), Int(entry.green) - Int(green), Int(entry.blue) - Int(blue)
    )
    return r * r + g * g + b * b
  }
}
