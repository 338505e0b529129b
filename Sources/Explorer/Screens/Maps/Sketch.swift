internal import RepCore

/// A small grey picture that the user draws, pixel by pixel.
struct Sketch: Hashable, Sendable {
  /// Columns and rows of pixels.
  let width: Int, height: Int
  /// From 0, black, to `Sketch.white`, row by row.
  private(set) var levels: [Int]

  /// The strongest level, as the built-in digits have it.
  static let white = 16
  /// Pixels of a side up to which somebody may want to draw them one by one.
  private static let longest = 16

  /// A black picture for a network that takes `shape`; nil where that is too large, or has colours.
  init?(for shape: InputShape) {
    guard shape.channels == 1, max(shape.width, shape.height) <= Sketch.longest else { return nil }
    (width, height) = (shape.width, shape.height)
    levels = [Int](repeating: 0, count: width * height)
  }

  /// The level of a pixel.
  subscript(row: Int, column: Int) -> Int {
    get { levels[row * width + column] }
    set { levels[row * width + column] = min(max(newValue, 0), Sketch.white) }
  }

  /// What one more stroke makes of a pixel: white, then half, then black again.
  func next(_ row: Int, _ column: Int) -> Int {
    switch self[row, column] {
    case Sketch.white: Sketch.white / 2
    case 1..<Sketch.white: 0
    default: Sketch.white
    }
  }

  /// The picture as a network of this shape takes it, `1 x 1 x H x W`: normalised as the digits are.
  func input(for shape: InputShape) -> Tensor {
    let levels = levels.map { UInt8($0) }
    let data = Dataset(levels: levels, of: Sketch.white, height: height, width: width, name: "")
    return data.input([0], for: shape)
  }
}
