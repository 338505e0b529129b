/// A k x k kernel as a grid of numbers on colours.
///
/// The sign is in the number and in the colour. Without rules the cells stand next to each other, so that
/// several kernels fit beside each other. Zeros that only pad a smaller kernel are a dot, so that a weight
/// that is zero is told from them.
public struct KernelGrid: Widget {
  /// Rows of the kernel.
  public let rows: Int
  /// Columns of the kernel.
  public let columns: Int
  /// The values row by row, `rows` x `columns`; nil where there is only padding.
  public let values: [Double?]
  /// The magnitude that gets the strongest colour; above zero.
  public let limit: Double
  /// What the numbers are counted in: 0.001 shows 0.0042 as 4.2.
  public let unit: Double
  /// Whether lines stand between the cells.
  public let isRuled: Bool
  /// The columns of one number.
  public let digits: Int
  /// The tap that the cursor points at, counted row by row; nil for none.
  public var cursor: Int?

  /// The columns of a number in a ruled kernel.
  public static let ruledDigits = 6
  /// Columns of a cell: a number with a blank before it, and one behind it where there are lines.
  private var pitch: Int { digits + (isRuled ? 2 : 1) }

  /// A kernel of `side` x `side` values, coloured on a scale from -`limit` to `limit`.
  public init(side: Int, values: [Double?], limit: Double, unit: Double = 1) {
    self.init(side, side, values, limit, unit, isRuled: true, digits: KernelGrid.ruledDigits)
  }

  /// The same without lines, with numbers of `digits` columns, sign and point included.
  public init(plain side: Int, values: [Double?], limit: Double, digits: Int, unit: Double = 1) {
    self.init(side, side, values, limit, unit, isRuled: false, digits: digits)
  }

  /// Any matrix of `rows` x `columns` values without lines.
  public init(
    plain rows: Int,
    by columns: Int,
    values: [Double?],
    limit: Double,
    digits: Int,
    unit: Double = 1
  ) {
    self.init(rows, columns, values, limit, unit, isRuled: false, digits: digits)
  }

  private init(
    _ rows: Int,
    _ columns: Int,
    _ values: [Double?],
    _ limit: Double,
    _ unit: Double,
    isRuled: Bool,
    digits: Int
  ) {
    precondition(
      values.count == rows * columns,
      "a kernel of \(rows) x \(columns) has \(rows * columns) values"
    )
    self.rows = rows
    self.columns = columns
    self.values = values
    self.limit = limit
    self.unit = unit
    self.isRuled = isRuled
    self.digits = digits
  }

  /// The cells that a ruled kernel of `side` takes, with its borders.
  public static func size(side: Int) -> Size {
    Size(width: side * (ruledDigits + 3) + 1, height: side * 2 + 1)
  }

  /// The cells that a kernel of `side` without rules takes, with numbers of `digits` columns.
  public static func plainSize(side: Int, digits: Int) -> Size {
    Size(width: side * (digits + 1), height: side)
  }

  /// Draws the kernel from the top left corner of `area` on.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard rows > 0, columns > 0 else { return }
    if isRuled { drawLines(into: &grid, in: area, with: pen) }
    for row in 0..<rows {
      for column in 0..<columns {
        drawValue(row, column, into: &grid, in: area, with: pen)
      }
    }
  }

  private func drawLines(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let lines = pen.glyphs.lines
    let run = String(repeating: String(lines.horizontal), count: pitch)
    func rule(_ left: Character, _ middle: Character, _ right: Character) -> String {
      "\(left)" + Array(repeating: run, count: columns).joined(separator: "\(middle)") + "\(right)"
    }
    let gap = String(repeating: " ", count: pitch)
    let bars = "\(lines.vertical)" + String(repeating: gap + "\(lines.vertical)", count: columns)
    for y in 0...2 * rows {
      let text =
        switch y {
        case 0: rule(lines.topLeft, lines.teeDown, lines.topRight)
        case 2 * rows: rule(lines.bottomLeft, lines.teeUp, lines.bottomRight)
        case let y where y % 2 == 0: rule(lines.teeRight, lines.cross, lines.teeLeft)
        default: bars
        }
      grid.put(text, at: area.origin.moved(dy: y), style: pen.palette.chrome, clip: area)
    }
  }

  private func drawValue(
    _ row: Int,
    _ column: Int,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    let value = values[row * columns + column]
    let share = limit > 0 ? (value ?? 0) / limit : 0
    let paper = pen.diverging.color(at: share, depth: pen.depth)
    let number =
      value.map { Numbers.compact($0 / unit, columns: digits) } ?? String(pen.glyphs.track)
    let mark = cursor == row * columns + column ? String(pen.glyphs.marker) : " "
    let text = mark + number.fitted(to: digits, .right, ellipsis: "") + (isRuled ? " " : "")
    let style = Style(foreground: paper.legibleInk, background: paper)
    let cell = self.cell(of: row * columns + column)
    grid.put(text, at: area.origin.moved(dx: cell.x, dy: cell.y), style: style, clip: area)
  }

  /// The cells of a tap, counted row by row, in a kernel that is drawn from the first cell on.
  public func cell(of tap: Int) -> Rect {
    let (row, column) = (tap / columns, tap % columns)
    return isRuled
      ? Rect(x: column * (pitch + 1) + 1, y: 2 * row + 1, width: pitch, height: 1)
      : Rect(x: column * pitch, y: row, width: pitch, height: 1)
  }
}
