/// A box line, block element or braille pattern as rectangles inside a cell of 9 x 18 units.
///
/// All pictures draw these characters from here, so that no font decides whether lines join.
struct CellShape: Hashable {
  /// A rectangle in units of the picture, from the cell's top left corner.
  struct Part: Hashable {
    let x: Int, y: Int, width: Int, height: Int
  }

  /// The rectangles.
  let parts: [Part]
  /// How much ink they have; shades have less than one.
  let opacity: Double

  private static let width = PictureCell.width
  private static let height = PictureCell.height

  /// The shape of `character`; nil where it needs a font.
  init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x2500...0x257F: self.init(LineShape.parts(scalar.value))
    case 0x2580...0x259F: self.init(block: scalar.value)
    case 0x2800...0x28FF: self.init(braille: Int(scalar.value - 0x2800))
    default: return nil
    }
  }

  /// A hollow box over `columns` cells, for a character that cannot be drawn.
  static func missing(columns: Int) -> CellShape {
    let (left, top, right, bottom) = (1, 3, columns * width - 2, height - 4)
    return CellShape([
      Part(x: left, y: top, width: right - left + 1, height: 1),
      Part(x: left, y: bottom, width: right - left + 1, height: 1),
      Part(x: left, y: top, width: 1, height: bottom - top + 1),
      Part(x: right, y: top, width: 1, height: bottom - top + 1),
    ])
  }

  private init(_ parts: [Part], opacity: Double = 1) {
    self.parts = parts
    self.opacity = opacity
  }

  // MARK: - Block elements

  private init(block value: UInt32) {
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

  // MARK: - Braille

  /// Bit by bit: three dots of the left column, three of the right one, then the lowest of both.
  private static let dots = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]

  private init(braille bits: Int) {
    let (columns, rows) = ([1, 5], [1, 5, 10, 14])
    self.init(
      CellShape.dots.enumerated().filter { bits >> $0.offset & 1 == 1 }
        .map { Part(x: columns[$0.element.0], y: rows[$0.element.1], width: 3, height: 3) }
    )
  }
}
