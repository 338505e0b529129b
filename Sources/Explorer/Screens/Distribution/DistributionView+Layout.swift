internal import Canvas
internal import RepCore
internal import Words

// Where everything of the distribution screen stands, and what can be pressed.

extension DistributionView {
  /// Columns from which on the tables stand right of the values.
  private static let twoPanes = 72
  /// Rows from which on the values' numbers have a pane.
  private static let threePanes = 14

  /// The values left of the tables, or, on a narrow screen, alone; their numbers below them where there is room.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(DistributionScreen.panes, zoomed: shared.zoomed, in: area) {
      guard body.width >= DistributionView.twoPanes else { return placesOfValues(in: body) }
      let (tables, values) = body.splitRight(min(max(body.width * 43 / 100, 40), 60))
      let (classes, errors) = tables.splitBottom(rowsOfClasses(in: tables))
      return placesOfValues(in: values).merging([.errors: errors, .classes: classes]) { $1 }
    }
  }

  /// As many rows as the classes need, with a remark where there is room, but no more than half.
  private func rowsOfClasses(in area: Rect) -> Int {
    let rows = QuantizedBits.taught.count + 4
    return min(area.height >= 24 ? rows + 2 : rows, area.height / 2)
  }

  private func placesOfValues(in area: Rect) -> [PaneID: Rect] {
    let hasSpread = area.height >= DistributionView.threePanes
    let (spread, charts) = area.splitBottom(hasSpread ? min(max(area.height * 3 / 10, 6), 9) : 0)
    let numbers: [PaneID: Rect] = hasSpread ? [.spread: spread] : [:]
    // Norms are a table, which stands in place of both charts.
    guard screen.numbers != .norms else { return numbers.merging([.before: charts]) { $1 } }
    let (after, before) = charts.splitBottom(charts.height / 2)
    return numbers.merging([.before: before, .after: after]) { $1 }
  }

  /// Blocks and bits, which can be pressed; a press on values shows the next ones.
  func regions(in area: Rect) -> [Region] {
    guard let figures, refusalOfRuns(figures) == nil else { return [] }
    let layout = layout(in: area)
    let values = [PaneID.before, .after].map {
      Region(rect: layout[$0], command: .named(.values))
    }
    let paths = shared.document.paths
    let errors = Panel.interior(of: layout[.errors])
    let rows = Table.rows(
      around: paths.firstIndex(of: shared.selection.block) ?? 0,
      of: paths.count,
      height: errors.height
    )
    let blocks = rows.map { row in
      Region(rect: errors.row(1 + row - rows.lowerBound), command: .select(paths[row]))
    }
    let classes = Panel.interior(of: layout[.classes])
    let bits = QuantizedBits.taught.enumerated().map { row, bits in
      Region(
        rect: classes.row(2 + row),
        command: Command(.bits, [.number(bits.weights)])
      )
    }
    return values + blocks + bits.filter { !$0.rect.isEmpty }
  }
}
