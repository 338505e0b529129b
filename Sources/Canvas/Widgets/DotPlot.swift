/// Straight lines in a unit square, drawn with dots finer than cells: braille, or where there is only ASCII one
/// sign a cell that leans as the line does.
public struct DotPlot: Widget {
  /// The lines; of two that share a cell the later one gives it its ink.
  public let lines: [Line]

  /// A line from one place to another: 0 is the left or lower edge, 1 the right or upper one.
  public struct Line: Hashable, Sendable {
    /// Where it begins.
    public let from: Place
    /// Where it ends.
    public let to: Place
    /// Its ink.
    public let style: Style

    /// A line between two places.
    public init(from: Place, to: Place, style: Style) {
      (self.from, self.to, self.style) = (from, to, style)
    }
  }

  /// A place in the unit square.
  public struct Place: Hashable, Sendable {
    /// From the left edge.
    public let x: Double
    /// From the lower edge.
    public let y: Double

    /// A place by its distances.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    /// The cell that it falls into; nil outside the square.
    public func cell(in area: Rect) -> Point? {
      dot(of: area.size, finer: Size(width: 1, height: 1)).map {
        area.origin.moved(dx: $0.x, dy: $0.y)
      }
    }

    /// The dot that it falls into, counted from the upper left one, where a cell has `finer` dots.
    fileprivate func dot(of size: Size, finer: Size) -> Point? {
      guard (0...1).contains(x), (0...1).contains(y), size.width > 0, size.height > 0 else {
        return nil
      }
      let (columns, rows) = (size.width * finer.width, size.height * finer.height)
      return Point(
        x: min(Int(x * Double(columns)), columns - 1),
        y: min(Int((1 - y) * Double(rows)), rows - 1)
      )
    }
  }

  /// A plot of `lines`.
  public init(_ lines: [Line]) { self.lines = lines }

  /// Draws what of the lines is inside the square.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    var dots: [Point: Int] = [:]
    for line in lines {
      let finer = pen.glyphs.level == .ascii ? Size(width: 1, height: 1) : DotPlot.dotsOfCell
      for dot in line.dots(of: area.size, finer: finer) {
        let cell = Point(x: dot.x / finer.width, y: dot.y / finer.height)
        let bit = DotPlot.bits[dot.x % finer.width][dot.y % finer.height]
        dots[cell, default: 0] |= bit
        let sign =
          pen.glyphs.level == .ascii
          ? line.sign(in: area.size) : DotPlot.braille(dots[cell, default: 0])
        let place = area.origin.moved(dx: cell.x, dy: cell.y)
        grid.put(sign: sign, at: place, style: line.style, clip: area)
      }
    }
  }

  private static let dotsOfCell = Size(width: 2, height: 4)

  /// The bit of each dot of a braille pattern, column by column from the top (Unicode, block 2800).
  private static let bits = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  private static func braille(_ bits: Int) -> Character {
    Unicode.Scalar(UInt32(0x2800 + bits)).map { Character($0) } ?? " "
  }
}

extension DotPlot.Line {
  /// The dots on the line, as close as there are any.
  fileprivate func dots(of size: Size, finer: Size) -> [Point] {
    let columns = abs(to.x - from.x) * Double(size.width * finer.width)
    let rows = abs(to.y - from.y) * Double(size.height * finer.height)
    // A line may go far beyond the square, but no further than its ends are apart.
    let count = Int(min(max(columns, rows, 1), 4096).rounded(.up))
    return (0..<count).compactMap { index in
      let part = (Double(index) + 0.5) / Double(count)
      let place = DotPlot.Place(
        x: from.x + (to.x - from.x) * part,
        y: from.y + (to.y - from.y) * part
      )
      return place.dot(of: size, finer: finer)
    }
  }

  /// The sign that leans as the line does in a plot of so many cells.
  fileprivate func sign(in size: Size) -> Character {
    let across = (to.x - from.x) * Double(size.width)
    let up = (to.y - from.y) * Double(size.height)
    if abs(up) < abs(across) / 4 { return "-" }
    if abs(up) > abs(across) * 4 { return "|" }
    return (up > 0) == (across > 0) ? "/" : "\\"
  }
}
