internal import Canvas
internal import RepCore

/// The live screen: where time and memory go, in both forms, while the engine runs.
struct LiveView: Widget {
  private let figures: LiveFigures
  private let live: LiveState
  private let selection: BlockPath
  private let order: RowOrder
  private let title: String
  private let glyphs: GlyphLevel

  /// Columns from which on there are two panes side by side.
  private static let twoPanes = 100
  /// Columns of the right pane at that width; it grows with the screen.
  private static let sideColumns = 38

  /// The screen of `shared`.
  init(_ shared: Shared) {
    figures = LiveFigures(shared)
    live = shared.live
    selection = shared.selection.block
    order = shared.order
    title = shared.document.title(of: shared.selection.block)
    glyphs = shared.look.glyphs
  }

  /// Draws two columns where there is the room, else the totals above the table.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    if area.width >= LiveView.twoPanes {
      let side = max(LiveView.sideColumns, area.width * 3 / 10)
      let (right, left) = area.splitRight(side)
      grid.draw(table, in: left, with: pen)
      drawSide(into: &grid, in: right, with: pen)
    } else {
      drawColumn(into: &grid, in: area, with: pen)
    }
  }

  /// The selected block's time in words, with what folding gains.
  var status: String {
    guard let row = figures.selected.map({ figures.rows[$0] }) else { return "" }
    if let obstacle = row.obstacle { return "\(row.name) does not run: \(obstacle)" }
    guard let timing = row.timing else { return "\(row.name)  not measured yet; p runs the engine" }
    let mark = figures.isSample ? "  sample timing, not measured" : ""
    let gain =
      row.train.flatMap { train in row.deploy.map { train / $0 } }
      .map { "  deploy is \(Numbers.fixed($0, 2))x as fast" } ?? ""
    return "\(row.name)  \(figures.form.rawValue) \(time(timing.median)), p95 \(time(timing.p95)), "
      + "\(Numbers.engineering(row.macs)) multiply-adds\(gain)\(mark)"
  }

  private func time(_ microseconds: Double) -> String {
    Numbers.duration(seconds: microseconds / 1e6, glyphs: glyphs)
  }

  private var table: LiveTable { LiveTable(figures, order: order) }

  /// The steps of the selected block, where they are worth showing.
  private var steps: StepsPanel? {
    figures.form == .train && figures.train != nil
      ? StepsPanel(figures, path: selection, title: title) : nil
  }

  private func drawSide(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (top, rest) = area.splitTop(8)
    grid.draw(TotalsPanel(figures, live: live), in: top, with: pen)
    guard figures.shown != nil else { return }
    var lower = rest
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
    grid.draw(MemoryPanel(figures), in: lower, with: pen)
  }

  private func drawColumn(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let usual = area.height >= 18 ? 7 : 5
    let isWide = area.width >= 76 && figures.shown != nil
    let height = isWide && area.height >= 20 ? max(usual, min(steps?.height ?? 0, 11)) : usual
    let (top, rest) = area.splitTop(height)
    grid.draw(table, in: rest, with: pen)
    guard isWide else {
      grid.draw(TotalsPanel(figures, live: live), in: top, with: pen)
      return
    }
    let halves = top.columns([1, 1])
    let (totals, below) = halves[0].splitTop(steps == nil ? top.height : usual)
    grid.draw(TotalsPanel(figures, live: live), in: totals, with: pen)
    if let steps {
      grid.draw(steps, in: halves[1], with: pen)
      if below.height > 3 { grid.draw(MemoryPanel(figures), in: below, with: pen) }
    } else {
      grid.draw(MemoryPanel(figures), in: halves[1], with: pen)
    }
  }
}
