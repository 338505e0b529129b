/// How a map is cut into tiles: rows and columns one by one, so that tiles at the end may be smaller.
public struct LayerTiles: Hashable, Sendable {
  /// The tiles of the rows and of the columns.
  public let family: WinogradFamily
  /// The cut of the rows.
  public let rows: Tiling
  /// The cut of the columns.
  public let columns: Tiling

  /// The cut of `height x width` outputs with the fewest products; nil where the family's tiles do not fit.
  public init?(_ family: WinogradFamily, height: Int, width: Int) {
    guard let rows = Tiling(height, family.rows), let columns = Tiling(width, family.columns) else {
      return nil
    }
    self.init(family, rows, columns)
  }

  /// Rows and columns that are cut so.
  init(_ family: WinogradFamily, _ rows: Tiling, _ columns: Tiling) {
    (self.family, self.rows, self.columns) = (family, rows, columns)
  }

  /// The tile in a row and a column of tiles, both from 0.
  public subscript(row: Int, column: Int) -> LayerTile {
    let (down, right) = (rows[row..<row + 1], columns[column..<column + 1])
    return LayerTile(
      family: family,
      rows: down.start..<down.start + down.tiling.outputs,
      columns: right.start..<right.start + right.tiling.outputs
    )
  }
}

/// One tile of a map, by its outputs.
public struct LayerTile: Hashable, Sendable {
  /// The families of its rows and columns.
  public let family: WinogradFamily
  /// Rows of the output.
  public let rows: Range<Int>
  /// Columns of the output.
  public let columns: Range<Int>

  /// Rows of the input that it sees; those above or below the map are zeros.
  public var inputRows: Range<Int> { window(of: rows) }
  /// Columns of the input that it sees.
  public var inputColumns: Range<Int> { window(of: columns) }

  private func window(of outputs: Range<Int>) -> Range<Int> {
    let stride = family.stride
    return stride * outputs.lowerBound - 1..<stride * (outputs.upperBound - 1) + 2
  }

  /// The algorithm of its rows, perhaps with a mistake.
  public func rowAlgorithm(_ mistake: WrongMatrix? = nil) -> TileAlgorithm {
    algorithm(rows.count, family.rows, mistake)
  }

  /// The algorithm of its columns, perhaps with a mistake.
  public func columnAlgorithm(_ mistake: WrongMatrix? = nil) -> TileAlgorithm {
    algorithm(columns.count, family.columns, mistake)
  }

  private func algorithm(
    _ outputs: Int,
    _ family: TileFamily,
    _ mistake: WrongMatrix?
  ) -> TileAlgorithm {
    let right = TileAlgorithm(outputs: outputs, in: family)
    return mistake.map { right.making($0) } ?? right
  }
}

/// Rows and columns of outputs of a tile.
public struct TileSize: Hashable, Sendable {
  /// Rows.
  public let height: Int
  /// Columns.
  public let width: Int
}
