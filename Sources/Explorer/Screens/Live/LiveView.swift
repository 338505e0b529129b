internal import Canvas
internal import RepCore
internal import Words

/// The live screen: where time and memory go, in both forms, while the engine runs.
struct LiveView: Widget {
  private let figures: LiveFigures
  private let order: RowOrder
  private let searched: String?
  private let input: InputPanel?
  private let totals: TotalsPanel
  /// The steps of the row under the cursor, where they are worth showing.
  private let steps: StepsPanel?
  private let live: LiveState
  private let pen: Pen
  private let zoomed: PaneID?

  /// Columns from which on there are two panes side by side.
  private static let twoPanes = 100
  /// Columns of the right pane at that width; it grows with the screen.
  private static let sideColumns = 38

  /// The screen of `shared`, with the cursor on a row.
  init(_ shared: Shared, cursor: LiveRowID) {
    figures = LiveFigures(shared, cursor: cursor)
    (order, pen, live) = (shared.order, shared.pen, shared.live)
    (searched, zoomed) = (shared.search, shared.zoomed)
    input = InputPanel(shared)
    totals = TotalsPanel(figures, live: shared.live)
    let hasSteps = figures.form == .train && figures.train != nil
    steps = hasSteps ? figures.selectedRow.map { [figures] in StepsPanel(figures, row: $0) } : nil
  }

  /// Draws every pane that has a place.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    for pane in panes where !layout[pane].isEmpty {
      panel(pane)?.draw(into: &grid, in: layout[pane], with: pen)
    }
  }

  /// The panes that there is something to show in.
  var panes: [PaneID] {
    LiveScreen.panes.filter { pane in
      switch pane {
      case .input: input != nil
      case .steps: steps != nil
      case .latency: figures.shown != nil && !figures.isSeparate
      case .memory: figures.shown != nil
      default: true
      }
    }
  }

  private func panel(_ pane: PaneID) -> (any Widget)? {
    switch pane {
    case .times: table
    case .totals: totals
    case .input: input
    case .steps: steps
    case .latency: LatencyPanel(figures)
    default: MemoryPanel(figures)
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
        ?? LiveWords.notMeasured(row.name, live)
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

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    totals.read(into: &reading, with: pen)
    table.read(into: &reading, with: pen)
    steps?.read(into: &reading, with: pen)
    if figures.shown != nil {
      if !figures.isSeparate { LatencyPanel(figures).read(into: &reading) }
      MemoryPanel(figures).read(into: &reading)
    }
    input?.read(into: &reading, with: pen)
  }

  private var table: LiveTable { LiveTable(figures, order: order, searched: searched) }

  /// The rows of the table, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    table.regions(in: layout(in: area)[.times])
  }
}

// MARK: - Where the panes stand

extension LiveView {
  /// The table, and the others beside it or, on a narrow screen, above it.
  func layout(in area: Rect) -> PaneLayout {
    PaneLayout(panes, zoomed: zoomed, in: area) {
      guard area.width >= LiveView.twoPanes else {
        let (above, table) = area.splitTop(heightAbove(in: area))
        return placesAbove(in: above, of: area).merging([.times: table]) { $1 }
      }
      let (side, table) = area.splitRight(max(LiveView.sideColumns, area.width * 3 / 10))
      return placesBeside(in: side).merging([.times: table]) { $1 }
    }
  }

  /// Whether there are two panes side by side above the table of a narrow screen.
  private func hasTwoPanes(above area: Rect) -> Bool {
    area.height >= 18 && area.width >= 76 && (figures.shown != nil || input != nil)
  }

  /// Rows above the table of a narrow screen.
  private func heightAbove(in area: Rect) -> Int {
    guard hasTwoPanes(above: area) else { return area.height >= 18 ? 7 : 5 }
    let needed = totals.height(width: area.width / 2, with: pen)
    return min(max(needed, input == nil ? steps?.height ?? 0 : InputPanel.height), 12)
  }

  private func placesBeside(in side: Rect) -> [PaneID: Rect] {
    let (top, rest) = side.splitTop(max(totals.height(width: side.width, with: pen), 8))
    var places: [PaneID: Rect] = [.totals: top]
    var lower = rest
    /// Gives a pane the next rows, if it gets so many.
    func place(_ pane: PaneID, _ rows: Int, atLeast least: Int) {
      let (box, below) = lower.splitTop(rows)
      guard box.height >= least else { return }
      places[pane] = box
      lower = below
    }
    if input != nil { place(.input, InputPanel.height, atLeast: InputPanel.height) }
    guard figures.shown != nil else { return places }
    if let steps { place(.steps, min(steps.height, max(lower.height - 8, 0)), atLeast: 4) }
    let memoryRows = 11
    if lower.height >= memoryRows + 4, !figures.isSeparate {
      place(.latency, min(lower.height - memoryRows, 14), atLeast: 0)
    }
    if lower.height > 3 { places[.memory] = lower }
    return places
  }

  private func placesAbove(in top: Rect, of area: Rect) -> [PaneID: Rect] {
    guard hasTwoPanes(above: area) else { return [.totals: top] }
    let halves = top.columns([1, 1])
    let needed = totals.height(width: area.width / 2, with: pen)
    let (upper, below) = halves[0].splitTop(top.height > needed + 3 ? needed : top.height)
    // What was given to the network is shown before what else there is.
    let right: PaneID = input != nil ? .input : steps != nil ? .steps : .memory
    var places: [PaneID: Rect] = [.totals: upper, right: halves[1]]
    if below.height > 3, right != .memory { places[.memory] = below }
    return places
  }
}
