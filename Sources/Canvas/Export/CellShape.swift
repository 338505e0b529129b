/// A box line or block element as rectangles inside a cell of 9 x 18 units.
struct CellShape: Hashable {
  /// A rectangle in units of the picture, from the cell's top left corner.
  struct Part: Hashable {
    let x: Int, y: Int, width: Int, height: Int
  }

  /// The rectangles.
  let parts: [Part]
  /// How much ink they have; shades have less than one.
  let opacity: Double

  private static let width = SVGPicture.cellWidth
  private static let height = SVGPicture.cellHeight

  /// The shape of `character`; nil where it needs a font.
  init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x2580...0x259F: self.init(block: scalar.value)
    case 0x2500...0x257F: self.init(line: scalar.value)
    default: return nil
    }
  }

  private init(_ parts: [Part], opacity: Double = 1) {
    self.parts = parts
    self.opacity = opacity
  }

  // MARK: - Block elements

  private init?(block value: UInt32) {
    let (width, height) = (CellShape.width, CellShape.height)
    func eighths(_ count: UInt32, of extent: Int) -> Int {
      Int((Double(extent) * Double(count) / 8).rounded())
    }
    switch value {
    case 0x2580:
      self.init([Part(x: 0, y: 0, width: width, height: height / 2)])
    case 0x2581...0x2588:
      let tall = eighths(value - 0x2580, of: height)
      self.init([Part(x: 0, y: height - tall, width: width, height: tall)])
    case 0x2589...0x258F:
      self.init([
        Part(x: 0, y: 0, width: max(1, eighths(0x2590 - value, of: width)), height: height)
      ])
    case 0x2590:
      self.init([Part(x: width / 2, y: 0, width: width - width / 2, height: height)])
    case 0x2591...0x2593:
      let opacity = Double(value - 0x2590) / 4
      self.init([Part(x: 0, y: 0, width: width, height: height)], opacity: opacity)
    case 0x2594:
      self.init([Part(x: 0, y: 0, width: width, height: eighths(1, of: height))])
    case 0x2595:
      self.init([Part(x: width - 1, y: 0, width: 1, height: height)])
    default:
      self.init(quadrants: value)
    }
  }

  /// The quadrants of U+2596–259F, as bits: upper left 1, upper right 2, lower left 4, lower right 8.
  private static let quadrantBits = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]

  private init(quadrants value: UInt32) {
    let bits = CellShape.quadrantBits[Int(value - 0x2596)]
    let (half, tall) = (CellShape.width / 2, CellShape.height / 2)
    let places = [(0, 0, half), (half, 0, half + 1), (0, tall, half), (half, tall, half + 1)]
    self.init(
      places.enumerated().filter { bits >> $0.offset & 1 == 1 }
        .map { Part(x: $0.element.0, y: $0.element.1, width: $0.element.2, height: tall) }
    )
  }

  // MARK: - Box lines

  /// The light lines that `Glyphs` uses and their relatives, as arms: left, right, up, down.
  private static let arms: [UInt32: (left: Bool, right: Bool, up: Bool, down: Bool)] = [
    0x2500: (true, true, false, false), 0x2502: (false, false, true, true),
    0x250C: (false, true, false, true), 0x2510: (true, false, false, true),
    0x2514: (false, true, true, false), 0x2518: (true, false, true, false),
    0x251C: (false, true, true, true), 0x2524: (true, false, true, true),
    0x252C: (true, true, false, true), 0x2534: (true, true, true, false),
    0x253C: (true, true, true, true), 0x2574: (true, false, false, false),
    0x2575: (false, false, true, false), 0x2576: (false, true, false, false),
    0x2577: (false, false, false, true), 0x256D: (false, true, false, true),
    0x256E: (true, false, false, true), 0x256F: (true, false, true, false),
    0x2570: (false, true, true, false),
  ]

  private init?(line value: UInt32) {
    guard let arms = CellShape.arms[value] else { return nil }
    let (middleX, middleY) = (CellShape.width / 2, CellShape.height / 2)
    var parts: [Part] = []
    if arms.left || arms.right {
      let start = arms.left ? 0 : middleX
      let end = arms.right ? CellShape.width : middleX + 1
      parts.append(Part(x: start, y: middleY, width: end - start, height: 1))
    }
    if arms.up || arms.down {
      let start = arms.up ? 0 : middleY
      let end = arms.down ? CellShape.height : middleY + 1
      parts.append(Part(x: middleX, y: start, width: 1, height: end - start))
    }
    self.init(parts)
  }
}
