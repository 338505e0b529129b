internal import Canvas
internal import RepCore
internal import Words

/// The roofline screen: the layers under the machine's roofs, as points and as rows.
struct RooflineView: Widget {
  private let shared: Shared
  private let figures: RooflineFigures?

  /// Columns from which on there are panes side by side.
  private static let twoPanes = 96
  /// Columns of the panes at the right.
  private static let sideColumns = 38

  /// The screen of `shared`, with the cursor on a row.
  init(_ shared: Shared, cursor: LiveRowID) {
    (self.shared, figures) = (shared, RooflineFigures(shared, cursor: cursor))
  }

  /// The panes that there is something to show in.
  var panes: [PaneID] { figures == nil ? [.roofs] : RooflineScreen.panes }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    guard let figures else { return drawWaiting(into: &grid, in: layout[.roofs], with: pen) }
    drawChart(figures, into: &grid, in: layout[.roofs], with: pen)
    drawTable(figures, into: &grid, in: layout[.roofTable], with: pen)
    for pane in texts(figures, layout) { grid.draw(pane.pane, in: pane.area, with: pen) }
    let line = ReadingLine(words: RooflineWords.reading, language: shared.language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  private func drawWaiting(into grid: inout Grid, in area: Rect, with pen: Pen) {
    grid.draw(Panel(RooflineScreen.title[shared.language], isFocused: true), in: area, with: pen)
    let words = refusal ?? MemoryWords.finding
    let style = refusal == nil ? pen.palette.muted : pen.palette.bad
    TextBlock(wrapping: words[shared.language], style: style)
      .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
  }

  /// Why the form that is shown cannot be planned; nil where it can.
  private var refusal: Text? {
    shared.answers.refusal(of: MemoryForm.shown(shared).top.need(shared))
  }

  private func drawChart(
    _ figures: RooflineFigures,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    guard !area.isEmpty else { return }
    let title = RooflineWords.chart(MemoryForm.shown(shared).top)[shared.language]
    let panel = Panel(title, note: note(figures))
    grid.draw(panel, in: area, with: pen)
    guard figures.timing != nil || figures.ceilings != nil else {
      let words = RooflineWords.nothingYet(shared.live)[shared.language]
      TextBlock(wrapping: words, style: pen.palette.warning)
        .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
      return
    }
    let chart = RooflineChart(figures, language: shared.language)
    grid.draw(chart, in: Panel.interior(of: area), with: pen)
    let legends = RooflineWords.legends.map { StyledLine($0[shared.language], pen.palette.muted) }
    if figures.timing != nil {
      grid.put(legends: legends, in: panel.footer(of: area), with: pen)
    }
  }

  /// What is missing in the chart, or not measured.
  private func note(_ figures: RooflineFigures) -> String {
    guard figures.timing != nil else {
      return figures.ceilings == nil ? "" : RooflineWords.noTimes(shared.live)[shared.language]
    }
    if figures.isSample { return LiveWords.sample[shared.language] }
    return ""
  }

  private func drawTable(
    _ figures: RooflineFigures,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    guard !area.isEmpty else { return }
    let inner = Panel.interior(of: area)
    let table = RooflineTable(figures: figures, shared: shared).table(width: inner.width)
    let more = Text.more(of: table, in: inner)[shared.language]
    let title = RooflineWords.table[shared.language]
    grid.draw(Panel(title, footer: more, isFocused: true), in: area, with: pen)
    grid.draw(table, in: inner, with: pen)
  }

  private func texts(
    _ figures: RooflineFigures,
    _ layout: PaneLayout
  ) -> [(pane: TextPane, area: Rect)] {
    let (layer, ceilings) = (layout[.roofLayer], layout[.ceilings])
    let machine = TextPane(
      .ceilings,
      about: "\(shared.live.threads)",
      titled: RooflineWords.ceilings[shared.language],
      in: ceilings,
      shared
    ) { CeilingLines(figures: figures, shared: shared, width: $0).lines }
    let panes = ceilings.isEmpty ? [] : [(machine, ceilings)]
    guard let selected = figures.layer, !layer.isEmpty else { return panes }
    let text = TextPane(
      .roofLayer,
      about: "\(figures.form) \(selected.name)",
      titled: selected.name,
      in: layer,
      shared
    ) { LayerLines(figures: figures, layer: selected, shared: shared, width: $0).lines }
    return [(text, layer)] + panes
  }

  /// The layer in words: its intensity, how fast it is, what binds it.
  var status: Text {
    guard let figures else { return refusal ?? MemoryWords.finding }
    guard let layer = figures.layer else { return .none }
    return RooflineWords.status(
      layer,
      part: figures.partOfPeak(layer),
      roof: figures.binding(of: layer)?.roof
    ) + (figures.isSample ? LiveWords.sampleInStatus : .none)
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    guard let figures else { return reading.add(refusal ?? MemoryWords.finding) }
    reading.add(RooflineWords.reading)
    reading.add(note(figures))
    reading.add(RooflineWords.ceilings)
    reading.add(CeilingLines(figures: figures, shared: shared, width: Reading.width).lines)
    reading.add(RooflineWords.table)
    reading.add(RooflineTable(figures: figures, shared: shared).table(width: Reading.width))
    if let layer = figures.layer {
      let width = Reading.width
      reading.add(Text(name: layer.name))
      reading.add(
        LayerLines(figures: figures, layer: layer, shared: shared, width: width).lines
      )
    }
  }
}

// MARK: - Where everything stands

extension RooflineView {
  /// The chart above the table, and right of them the layer and the machine; on a narrow screen the layer beside
  /// the table.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(panes, zoomed: shared.zoomed, in: area) {
      guard let figures else { return [.roofs: body] }
      guard body.width >= RooflineView.twoPanes else { return placesBelow(in: body) }
      let (side, charts) = body.splitRight(max(RooflineView.sideColumns, body.width * 3 / 10))
      let rows = min(figures.layers.count + 3, charts.height * 2 / 5)
      let (table, chart) = charts.splitBottom(rows)
      let lines = CeilingLines(figures: figures, shared: shared, width: side.width - 4).lines.count
      let (machine, layer) = side.splitTop(min(lines + 2, side.height / 2))
      return [.roofs: chart, .roofTable: table, .ceilings: machine, .roofLayer: layer]
    }
  }

  private func placesBelow(in body: Rect) -> [PaneID: Rect] {
    let (below, chart) = body.splitBottom(body.height * 9 / 20)
    guard below.width >= 70 else { return [.roofs: chart, .roofTable: below] }
    let (layer, table) = below.splitRight(RooflineView.sideColumns - 4)
    return [.roofs: chart, .roofTable: table, .roofLayer: layer]
  }

  /// The pane of text that scrolls, with its place: the layer, or what fills the screen.
  func textPane(in area: Rect) -> (pane: TextPane, area: Rect)? {
    guard let figures else { return nil }
    return texts(figures, layout(in: area)).first { $0.area.height > 2 }
  }

  /// The points of the chart and the rows of the table.
  func regions(in area: Rect) -> [Region] {
    guard let figures else { return [] }
    let layout = layout(in: area)
    let chart = layout[.roofs]
    let points =
      chart.isEmpty
      ? []
      : RooflineChart(figures, language: shared.language).regions(in: Panel.interior(of: chart))
    let rows = Region.rows(
      in: Panel.interior(of: layout[.roofTable]),
      count: figures.layers.count,
      cursor: figures.selected ?? 0
    )
    return points + rows
  }
}
