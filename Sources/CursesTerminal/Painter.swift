internal import CNcurses
internal import Canvas

/// Paints frames, each as what differs from the one before.
struct Painter {
  private let depth: ColorDepth
  private let colors: Int
  private var pairs: PairTable
  /// What the terminal shows; nil where it must be painted from scratch.
  private var shown: Grid?

  /// A painter for a terminal with so many `colors` and `pairs` of them, in colours of `depth`.
  init(depth: ColorDepth, colors: Int, pairs: Int) {
    self.depth = depth
    self.colors = colors
    self.pairs = PairTable(capacity: pairs)
  }

  /// The screen is blank, or nobody knows what it shows.
  mutating func forget() { shown = nil }

  /// Shows `grid`.
  mutating func paint(_ grid: Grid) {
    put(grid)
    if pairs.hasRunOut {
      // The pairs begin anew with this frame alone, on a blank screen: no cell that stays may change.
      rv_forget_pairs()
      pairs.removeAll()
      shown = nil
      put(grid)
    }
    rv_flush()
    shown = grid
  }

  private mutating func put(_ grid: Grid) {
    for run in grid.changes(from: shown) {
      let row = grid.row(run.start.y)
      let first = row.startIndex + run.start.x
      let cells = row[first..<first + run.count].map { converted($0) }
      unsafe cells.withUnsafeBufferPointer { buffer in
        unsafe rv_put_row(
          Int32(run.start.x),
          Int32(run.start.y),
          buffer.baseAddress,
          Int32(buffer.count)
        )
      }
    }
  }

  private mutating func converted(_ cell: Cell) -> rv_cell {
    let style = TerminalStyle(cell.style.reduced(to: depth), colors: colors)
    let (pair, isNew) = pairs.pair(style.foreground, style.background)
    if isNew { rv_define_pair(pair, style.foreground, style.background) }
    return rv_cell(cell, pair: pair, attributes: style.attributes)
  }
}
