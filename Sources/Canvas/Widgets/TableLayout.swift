/// Which columns of a table are shown, and where.
struct TableLayout {
  /// One shown column.
  struct Slot: Hashable {
    /// Its index among the table's columns.
    let column: Int
    /// The first cell, counted from the table's left edge.
    let start: Int
    /// Cells.
    let width: Int
  }

  /// The shown columns from left to right.
  let slots: [Slot]

  /// Leaves out columns of the highest priority number until the rest fits; the first column of
  /// cells is the selection marker's, and one blank stands between columns.
  init(_ columns: [Table.Column], width: Int) {
    let marker = 2
    func needed(_ shown: [Int]) -> Int {
      shown.reduce(marker - 1) { $0 + columns[$1].width + 1 }
    }
    var shown = Array(columns.indices)
    while needed(shown) > width, let least = shown.map({ columns[$0].priority }).max(), least > 0,
      let victim = shown.lastIndex(where: { columns[$0].priority == least })
    {
      shown.remove(at: victim)
    }
    let growing = shown.filter { columns[$0].grows }
    let spare = max(0, width - needed(shown))
    var start = marker
    slots = shown.map { index in
      let place = growing.firstIndex(of: index)
      let extra = place.map { spare * ($0 + 1) / growing.count - spare * $0 / growing.count } ?? 0
      let cells = min(columns[index].width + extra, max(0, width - start))
      defer { start += cells + 1 }
      return Slot(column: index, start: start, width: cells)
    }
  }
}

extension Table {
  /// The cells that a column gets where a table of `columns` is as wide as `width`; none where it is left out.
  public static func width(of column: Int, among columns: [Column], in width: Int) -> Int {
    TableLayout(columns, width: width).slots.first { $0.column == column }?.width ?? 0
  }
}
