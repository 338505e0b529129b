/// A matrix of values as coloured cells, or as signs where there is no colour.
///
/// With block glyphs and colour one row of text holds two rows of values: the upper half of a cell
/// is ink, the lower half is paper, so that gaps in a font never show through. Otherwise each value
/// is one sign of the signed ramp. What is not a number is a question mark, which takes a whole cell. No cell is ever marked: a mark would be read as a value, so it belongs
/// on an axis beside the map.
public struct HeatMap: Widget {
  /// Rows of values.
  public let rows: Int
  /// Columns of values.
  public let columns: Int
  /// Colours of the values.
  public let scale: ColorScale
  /// The value in the top left corner.
  public let origin: Point
  private let value: (_ row: Int, _ column: Int) -> Double

  /// A map of `rows` x `columns` values in the range of `scale`; only those in sight are asked for.
  public init(
    rows: Int,
    columns: Int,
    scale: ColorScale,
    origin: Point = .zero,
    value: @escaping (_ row: Int, _ column: Int) -> Double
  ) {
    self.rows = rows
    self.columns = columns
    self.scale = scale
    self.origin = origin
    self.value = value
  }

  /// How many rows of values one row of text holds with `pen`: 2 or 1.
  public static func valuesPerRow(with pen: Pen) -> Int {
    pen.glyphs.level == .block && pen.depth >= .ansi16 ? 2 : 1
  }

  /// Draws the values from `origin` on.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let perRow = HeatMap.valuesPerRow(with: pen)
    for y in 0..<area.height {
      for x in 0..<area.width {
        let place = Point(x: origin.x + x, y: origin.y + y * perRow)
        guard isInside(place) else { continue }
        let point = Point(x: area.x + x, y: area.y + y)
        if perRow == 2 {
          drawPair(at: place, into: &grid, point, pen, area)
        } else {
          drawSign(at: place, into: &grid, point, pen, area)
        }
      }
    }
  }

  private func drawPair(
    at place: Point,
    into grid: inout Grid,
    _ point: Point,
    _ pen: Pen,
    _ area: Rect
  ) {
    let below = place.moved(dy: 1)
    let isDamaged = [place, below].contains { isInside($0) && value($0.y, $0.x).isNaN }
    guard !isDamaged else {
      grid.put(sign: "?", at: point, style: pen.palette.bad, clip: area)
      return
    }
    let upper = color(at: place, pen)
    let lower = isInside(below) ? color(at: below, pen) : .default
    // The default ink is not the default paper: a neutral upper half is drawn from below.
    if case .default = upper {
      let flipped = Style(foreground: lower, background: .default)
      let isBlank = lower == .default
      grid.put(sign: isBlank ? " " : "▄", at: point, style: flipped, clip: area)
    } else {
      let style = Style(foreground: upper, background: lower)
      grid.put(sign: "▀", at: point, style: style, clip: area)
    }
  }

  private func drawSign(
    at place: Point,
    into grid: inout Grid,
    _ point: Point,
    _ pen: Pen,
    _ area: Rect
  ) {
    let value = value(place.y, place.x)
    let sign = SignedRamp.sign(of: value)
    let ink =
      value == 0 ? pen.palette.muted : value < 0 ? pen.palette.negative : pen.palette.positive
    grid.put(sign: sign, at: point, style: ink, clip: area)
  }

  private func isInside(_ place: Point) -> Bool {
    place.x >= 0 && place.y >= 0 && place.x < columns && place.y < rows
  }

  private func color(at place: Point, _ pen: Pen) -> Color {
    scale.color(at: value(place.y, place.x), depth: pen.depth)
  }
}
