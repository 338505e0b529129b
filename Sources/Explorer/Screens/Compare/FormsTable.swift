internal import Canvas
internal import RepCore
internal import Words

/// Both forms side by side: a row for each layer, and a last one for the whole network.
struct FormsTable {
  let figures: CompareFigures
  let column: CompareColumn
  let shared: Shared

  private enum Kind: Hashable {
    case name
    case faster
    case column(CompareColumn)
  }

  private static let kinds: [Kind] =
    [.name, .column(.time), .faster] + CompareColumn.allCases.dropFirst().map { .column($0) }

  /// The table; the head of the column that is looked at is marked.
  func table(width: Int) -> Table {
    let rows = figures.rows + [figures.total]
    let cells = CompareCells(pen: shared.pen)
    let names = rows.map { columns(of: $0.name) }.max() ?? 0
    let heads = FormsTable.kinds.map { kind -> Table.Column in
      switch kind {
      case .name:
        .init(
          CompareWords.layer[shared.language],
          width: max(8, min(names, width / 4)),
          grows: true,
          keepsEnd: true
        )
      case .faster: .init(CompareWords.faster[shared.language], .right, width: 6, priority: 1)
      case .column(let column):
        .init(
          head(of: column),
          .right,
          width: rows.map { columns(of: cells.text(of: $0, column)) }.reduce(
            columns(of: head(of: column)),
            max
          ),
          priority: column == self.column ? 0 : column == .bytes ? 2 : 0,
          spoken: column.title[shared.language]
        )
      }
    }
    return Table(
      columns: heads,
      rowCount: rows.count,
      selected: figures.selected,
      marking: shared.search ?? ""
    ) { row, place in
      content(of: rows[row], FormsTable.kinds[place], cells)
    }
  }

  private func head(of column: CompareColumn) -> String {
    (column == self.column ? String(shared.pen.glyphs.marker) : "") + column.title[shared.language]
  }

  private func content(
    of row: CompareRow,
    _ kind: Kind,
    _ cells: CompareCells
  ) -> Table.Content {
    let palette = shared.pen.palette
    let style = row.id == nil ? palette.title : nil
    switch kind {
    case .name: return .text(row.name, style)
    case .faster:
      guard let times = CompareCells.times(row, .time) else { return .text("--", palette.muted) }
      return .text(Numbers.fixed(times, 2) + "x", palette.style(ofGain: times))
    case .column(.difference):
      guard let difference = row.difference else { return .text("--", palette.muted) }
      let isFine = difference.relative <= Verification.tolerance
      return .text(cells.text(of: row, .difference), isFine ? style : palette.bad)
    case .column(let column):
      let isMeasured = column != .time || !figures.isSample
      return .text(cells.text(of: row, column), isMeasured ? style : palette.warning)
    }
  }
}
