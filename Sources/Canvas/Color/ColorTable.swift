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

  /// The entry of `range` with the least squared distance; the first one on a tie.
  static func nearest(
    red: UInt8,
    green: UInt8,
    blue: UInt8,
    in range: ClosedRange<UInt8>
  ) -> UInt8 {
    func distance(_ index: UInt8) -> Int {
      let entry = components(of: index)
      let differences = [
        Int(entry.red) - Int(red), Int(entry.green) - Int(green), Int(entry.blue) - Int(blue),
      ]
      return differences.reduce(0) { $0 + $1 * $1 }
    }
    return range.min { distance($0) < distance($1) } ?? range.lowerBound
  }
}
