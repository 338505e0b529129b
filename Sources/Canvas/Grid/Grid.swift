internal import Words

/// The screen as a value: what views fill, and what terminals, pictures and tests show.
///
/// A grid keeps one promise on its own: there is never half a wide character. Whatever overwrites
/// one half blanks the other.
public struct Grid: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// The cells row by row, `size.area` of them.
  public private(set) var cells: [Cell]

  /// An empty screen of `size`.
  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(style: style), count: size.area)
  }

  /// All cells.
  public var bounds: Rect { Rect(size: size) }

  /// The cell in column `x` of row `y`; blank outside.
  public subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : .blank
  }

  /// The cells of row `y`, which must exist.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    precondition(y >= 0 && y < size.height, "row \(y) is outside a grid of \(size.height) rows")
    return cells[y * size.width..<(y + 1) * size.width]
  }
}

// MARK: - The only ways to change a cell

extension Grid {
  /// Writes `text` from `point` to the right, cut to `clip` and to the screen.
  ///
  /// Control characters and what else is hidden are spelled out (`\x1b`), accents join the letter before
  /// them, and a wide character that would be cut in half becomes a blank. Nothing wraps.
  ///
  /// - Returns: the columns that the whole text takes, cut or not.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol,
    at point: Point,
    style: Style = .plain,
    clip: Rect? = nil
  ) -> Int {
    let visible = clip.map { bounds.intersection($0) } ?? bounds
    let rowIsVisible = point.y >= visible.y && point.y < visible.maxY
    var x = point.x
    for raw in text.visible {
      let glyph = Glyph(raw)
      if rowIsVisible { place(glyph, style, x: x, y: point.y, visible) }
      x += glyph.columns
    }
    return x - point.x
  }

  /// Writes one character at `point`, cut to `clip` and to the screen.
  public mutating func put(
    sign: Character,
    at point: Point,
    style: Style = .plain,
    clip: Rect? = nil
  ) {
    let visible = clip.map { bounds.intersection($0) } ?? bounds
    guard point.y >= visible.y, point.y < visible.maxY else { return }
    place(Glyph(sign), style, x: point.x, y: point.y, visible)
  }

  /// Fills `area` with one character of one column, by default with blanks.
  public mutating func fill(_ area: Rect, with character: Character = " ", style: Style = .plain) {
    let visible = bounds.intersection(area)
    let glyph = Glyph(character)
    for y in visible.y..<visible.maxY {
      for x in stride(from: visible.x, to: visible.maxX, by: max(1, glyph.columns)) {
        place(glyph, style, x: x, y: y, visible)
      }
    }
  }

  /// Changes how the cells of `area` look and leaves what stands in them.
  public mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    let visible = bounds.intersection(area)
    for y in visible.y..<visible.maxY {
      for x in visible.x..<visible.maxX {
        let index = y * size.width + x
        cells[index] = cells[index].styled(change(cells[index].style))
      }
    }
  }

  /// Copies the cells of `area` of another grid to `point`; what lies outside is left out.
  public mutating func copy(_ other: Grid, _ area: Rect, to point: Point) {
    let source = other.bounds.intersection(area)
    for y in source.y..<source.maxY {
      for x in source.x..<source.maxX {
        let cell = other[x, y]
        let target = point.moved(dx: x - area.x, dy: y - area.y)
        guard bounds.contains(target) else { continue }
        let isCut =
          switch cell.part {
          case .whole: false
          case .left: x + 1 == source.maxX || target.x + 1 == size.width
          case .right: x == source.x || target.x == 0
          }
        mend(x: target.x, y: target.y)
        cells[target.y * size.width + target.x] = isCut ? Cell(style: cell.style) : cell
      }
    }
  }

  private mutating func place(_ glyph: Glyph, _ style: Style, x: Int, y: Int, _ visible: Rect) {
    let isCut = glyph.columns == 2 && (x < visible.x || x + 1 >= visible.maxX)
    for column in 0..<glyph.columns where x + column >= visible.x && x + column < visible.maxX {
      mend(x: x + column, y: y)
      let part: Cell.Part =
        glyph.columns == 1 || isCut ? .whole : column == 0 ? .left : .right
      let character = part == .right || isCut ? " " : glyph.character
      cells[y * size.width + x + column] = Cell(character: character, style: style, part: part)
    }
  }

  /// Blanks the other half of a wide character, one half of which is about to be overwritten.
  private mutating func mend(x: Int, y: Int) {
    let index = y * size.width + x
    switch cells[index].part {
    case .whole: break
    case .left: cells[index + 1] = Cell(style: cells[index + 1].style)
    case .right: cells[index - 1] = Cell(style: cells[index - 1].style)
    }
  }
}
