/// Cells next to each other in one row that differ from an earlier screen.
public struct ChangedRun: Hashable, Sendable {
  /// The first changed cell.
  public let start: Point
  /// How many cells from there on are to be painted again.
  public let count: Int
}

extension Grid {
  /// What must be painted so that a terminal that shows `old` shows this grid.
  ///
  /// Runs come in reading order and never begin or end inside a wide character. Without an old grid,
  /// or with one of another size, that is every row.
  public func changes(from old: Grid?) -> [ChangedRun] {
    guard let old, old.size == size else {
      guard size.width > 0 else { return [] }
      return (0..<size.height).map { ChangedRun(start: Point(x: 0, y: $0), count: size.width) }
    }
    return (0..<size.height).flatMap { changes(from: old, row: $0) }
  }

  private func changes(from old: Grid, row y: Int) -> [ChangedRun] {
    var runs: [ChangedRun] = []
    let base = y * size.width
    var x = 0
    while x < size.width {
      guard cells[base + x] != old.cells[base + x] else {
        x += 1
        continue
      }
      var start = x
      while start > 0, isRightHalf(base + start, old) { start -= 1 }
      while x < size.width, cells[base + x] != old.cells[base + x] || isRightHalf(base + x, old) {
        x += 1
      }
      runs.append(ChangedRun(start: Point(x: start, y: y), count: x - start))
    }
    return runs
  }

  private func isRightHalf(_ index: Int, _ old: Grid) -> Bool {
    cells[index].part == .right || old.cells[index].part == .right
  }
}
