/// A block of cells; the unit of layout.
///
/// Every operation is total: extents below zero become zero, splits take at most what is there. A
/// view may therefore compute its layout without asking whether the screen is large enough.
public struct Rect: Hashable, Sendable {
  /// The top left cell.
  public let origin: Point
  /// Columns and rows.
  public let size: Size

  /// A block of `width` x `height` cells whose top left cell is (`x`, `y`).
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// A block of cells of `size` from `origin` on.
  public init(origin: Point = .zero, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// The first column.
  public var x: Int { origin.x }
  /// The first row.
  public var y: Int { origin.y }
  /// Columns.
  public var width: Int { size.width }
  /// Rows.
  public var height: Int { size.height }
  /// The first column right of the block.
  public var maxX: Int { origin.x + size.width }
  /// The first row below the block.
  public var maxY: Int { origin.y + size.height }
  /// Whether there is no cell in it.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether the cell at `point` is inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The cells that both blocks share; empty where there are none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left,
      y: top,
      width: min(maxX, other.maxX) - left,
      height: min(maxY, other.maxY) - top
    )
  }

  /// The block without `cells` cells on every side.
  public func inset(by cells: Int) -> Rect { inset(dx: cells, dy: cells) }

  /// The block without `dx` columns left and right and `dy` rows above and below.
  public func inset(dx: Int, dy: Int) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }
}

// MARK: - Splits

extension Rect {
  /// Takes `columns` columns off the left side.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x + taken, y: y, width: width - taken, height: height)
    )
  }

  /// Takes `columns` columns off the right side.
  public func splitRight(_ columns: Int) -> (right: Rect, rest: Rect) {
    let (rest, right) = splitLeft(width - min(max(0, columns), width))
    return (right, rest)
  }

  /// Takes `rows` rows off the top.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// Takes `rows` rows off the bottom.
  public func splitBottom(_ rows: Int) -> (bottom: Rect, rest: Rect) {
    let (rest, bottom) = splitTop(height - min(max(0, rows), height))
    return (bottom, rest)
  }

  /// One row of the block, counted from its top; empty where there is no such row.
  public func row(_ index: Int) -> Rect {
    guard index >= 0, index < height else { return Rect(x: x, y: y, width: width, height: 0) }
    return Rect(x: x, y: y + index, width: width, height: 1)
  }

  /// A block of `size` in the middle of this one, cut to it where it is larger.
  public func centered(_ size: Size) -> Rect {
    let inner = Size(width: min(size.width, width), height: min(size.height, height))
    return Rect(
      origin: origin.moved(dx: (width - inner.width) / 2, dy: (height - inner.height) / 2),
      size: inner
    )
  }

  /// Shares the width among columns in proportion to `weights`, without a remainder.
  public func columns(_ weights: [Int]) -> [Rect] {
    Rect.shares(of: width, weights).map { start, extent in
      Rect(x: x + start, y: y, width: extent, height: height)
    }
  }

  /// Shares the height among rows in proportion to `weights`, without a remainder.
  public func rows(_ weights: [Int]) -> [Rect] {
    Rect.shares(of: height, weights).map { start, extent in
      Rect(x: x, y: y + start, width: width, height: extent)
    }
  }

  private static func shares(of extent: Int, _ weights: [Int]) -> [(start: Int, extent: Int)] {
    let total = max(1, weights.reduce(0) { $0 + max(0, $1) })
    var before = 0
    return weights.map { weight in
      let start = extent * before / total
      before += max(0, weight)
      return (start, extent * before / total - start)
    }
  }
}
