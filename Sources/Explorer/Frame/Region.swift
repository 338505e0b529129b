internal import Canvas

/// A part of the body that can be pressed, and what that does.
struct Region: Hashable, Sendable {
  /// Where it is, counted from the first cell of the body.
  let rect: Rect
  /// What is carried out.
  let command: Command
}

extension Region {
  /// The rows of a table: a press moves the cursor there, a press on the row under it opens that.
  ///
  /// - Parameters:
  ///   - area: The table with its head.
  ///   - count: How many rows there are.
  ///   - cursor: The row under the cursor, in the middle as far as the ends allow.
  /// - Returns: a region for each row in sight.
  static func rows(in area: Rect, count: Int, cursor: Int) -> [Region] {
    guard !area.isEmpty else { return [] }
    let rows = Table.rows(around: cursor, of: count, height: area.height)
    return rows.map { row in
      let command: Command =
        row == cursor
        ? .named(.enter) : row > cursor ? .move(.down, row - cursor) : .move(.up, cursor - row)
      return Region(rect: area.row(1 + row - rows.lowerBound), command: command)
    }
  }
}
