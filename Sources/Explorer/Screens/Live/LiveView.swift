internal import Canvas
internal import RepCore
internal import Words

/// The live screen: where time and memory go, in both forms, while the engine runs.
struct LiveView: Widget {
  private let figures: LiveFigures
  private let live: LiveState
  private let order: RowOrder
  private let searched: String?
  private let input: InputPanel?
  private let pen: Pen

  /// Columns from which on there are two panes side by side.
  private static let twoPanes = 100
  /// Columns of the right pane at that width; it grows with the screen.
  private static let sideColumns = 38

  /// The screen of `shared`, with the cursor on a row.
  init(_ shared: Shared, cursor: LiveRowID) {
    figures = LiveFigures(shared, cursor: cursor)
    (live, order, pen) = (shared.live, shared.order, shared.pen)
    searched = shared.search
    input = InputPanel(shared)
  }

  /// Draws two columns where there is the room, else the totals above the table.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (table, others) = panes(in: area)
    grid.draw(self.table, in: table, with: pen)
    if area.width >= LiveView.twoPanes {
      drawSide(into: &grid, in: others, with: pen)
    } else {
      drawAbove(into: &grid, in: others, of: area, with: pen)
    }
  }

  /// The time of the row under the cursor in words, with what folding gains.
  var status: String {
    guard let row = figures.selectedRow else { return "" }
    return status(of: row)[figures.language]
  }

  private func status(of row: LiveRow) -> Text {
    if let obstacle = row.obstacle { return LiveWords.doesNotRun(row.name, obstacle) }
    guard let shown = row.shown else {
      return row.formWithout.map { LiveWords.absent(row.name, in: $0) }
        ?? LiveWords.notMeasured(row.name)
    }
    let figures = LiveWords.figures(
      row.name,
      row.form,
      median: pen.duration(microseconds: shown.timing.median),
      p95: pen.duration(microseconds: shown.timing.p95)
    )
    return figures + LiveWords.multiplyAdds(shown.macs) + (row.gain.map(LiveWords.faster) ?? .none)
      + (self.figures.isSample ? LiveWords.sampleInStatus : .none)
  }

  private var table: LiveTable { LiveTable(figures, order: order, searched: searched) }

  private var totals: TotalsPanel { TotalsPanel(figures, live: live) }

  /// The steps of the row under the cursor, where they are worth showing.
  private var steps: StepsPanel? {
    guard figures.form == .train, figures.train != nil else { return nil }
    return figures.selectedRow.map { StepsPanel(figures, row: $0) }
  }

  /// The rows of the table, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    table.regions(in: panes(in: area).table)
  }

  /// The table, and what stands beside it or, on a narrow screen, above it.
  private func panes(in area: Rect) -> (table: Rect, others: Rect) {
    guard area.width >= LiveView.twoPanes else {
      let (others, table) = area.splitTop(heightAbove(in: area, with: pen))
      return (table, others)
    }
    let (others, table) = area.splitRight(max(LiveView.sideColumns, area.width * 3 / 10))
    return (table, others)
  }

  /// Whether there are two panes side by side above the table of a narrow screen.
  private func hasTwoPanes(above area: Rect) -> Bool {
    area.height >= 18 && area.width >= 76 && (figures.shown != nil || input != nil)
  }

  /// Rows above the table of a narrow screen.
  private func heightAbove(in area: Rect, with pen: Pen) -> Int {
    guard hasTwoPanes(above: area) else { return area.height >= 18 ? 7 : 5 }
    let needed = totals.height(width: area.width / 2, with: pen)
    return min(max(needed, input == nil ? steps?.height ?? 0 : InputPanel.height), 12)
  }

  private func drawSide(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (top, rest) = area.splitTop(max(totals.height(width: area.width, with: pen), 8))
    grid.draw(totals, in: top, with: pen)
    var lower = rest
    if let input {
      let (box, below) = lower.splitTop(InputPanel.height)
      if box.height == InputPanel.height { grid.draw(input, in: box, with: pen) }
      lower = box.height == InputPanel.height ? below : lower
    }
    guard figures.shown != nil else { return }
    if let steps {
      let (box, below) = lower.splitTop(min(steps.height, max(lower.height - 8, 0)))
      if box.height > 3 { grid.draw(steps, in: box, with: pen) }
      lower = box.height > 3 ? below : lower
    }
    let memoryRows = 11
    if lower.height >= memoryRows + 4, !figures.isSeparate {
      let (box, below) = lower.splitTop(min(lower.height - memoryRows, 14))
      grid.draw(LatencyPanel(figures), in: box, with: pen)
      lower = below
    }
    if lower.height > 3 { grid.draw(MemoryPanel(figures), in: lower, with: pen) }
  }

  private func drawAbove(into grid: inout Grid, in top: Rect, of area: Rect, with pen: Pen) {
    guard hasTwoPanes(above: area) else {
      grid.draw(totals, in: top, with: pen)
      return
    }
    let halves = top.columns([1, 1])
    let needed = totals.height(width: area.width / 2, with: pen)
    let (upper, below) = halves[0].splitTop(top.height > needed + 3 ? needed : top.height)
    grid.draw(totals, in: upper, with: pen)
    // What was given to the network is shown before what else there is.
    if let input {
      grid.draw(input, in: halves[1], with: pen)
    } else if let steps {
      grid.draw(steps, in: halves[1], with: pen)
    } else {
      grid.draw(MemoryPanel(figures), in: halves[1], with: pen)
    }
    if below.height > 3, input != nil || steps != nil {
      grid.draw(MemoryPanel(figures), in: below, with: pen)
    }
  }
}
