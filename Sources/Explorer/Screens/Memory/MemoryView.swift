internal import Canvas
internal import RepCore
internal import Words

/// The memory screen: the timelines of both forms on one scale, what the step holds, what is allocated.
struct MemoryView: Widget {
  private let shared: Shared
  private let figures: MemoryFigures?

  /// Columns from which on there are panes side by side.
  private static let twoPanes = 96
  /// Columns of the panes at the right.
  private static let sideColumns = 38
  /// Rows from which on a narrow screen shows the other form, too.
  private static let threePanes = 20

  /// The screen of `shared`.
  init(_ shared: Shared, _ screen: MemoryScreen) {
    (self.shared, figures) = (shared, MemoryFigures(shared, screen))
  }

  /// The panes that there is something to show in.
  var panes: [PaneID] {
    guard let figures else { return [.timeline] }
    return MemoryScreen.panes.filter { $0 != .otherTimeline || figures.bottom != nil }
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    guard let figures else { return drawWaiting(into: &grid, in: layout[.timeline], with: pen) }
    let charts = charts(figures, layout)
    let isAll = figures.definition == .all
    for (pane, chart) in charts {
      let isTop = pane == .timeline
      let timeline = chart.timeline
      let form = isTop ? figures.form : figures.otherForm ?? figures.form
      let title = MemoryWords.title(form, steps: timeline.steps.count)[shared.language]
      let bytes = figures.definition.bytes(of: timeline)
      let peak = bytes.max() ?? 0
      let footer = MemoryWords.peak(peak, step: bytes.firstIndex(of: peak) ?? 0)[shared.language]
      let panel = Panel(
        title,
        footer: isAll ? "" : footer,
        note: isAll ? footer : "",
        isFocused: isTop
      )
      grid.draw(panel, in: layout[pane], with: pen)
      if isAll {
        grid.put(legends: legends(with: pen), in: panel.footer(of: layout[pane]), with: pen)
      }
      grid.draw(chart, in: Panel.interior(of: layout[pane]), with: pen)
    }
    if !layout[.held].isEmpty {
      grid.draw(held(figures, in: layout[.held]), in: layout[.held], with: pen)
    }
    drawAllocated(figures, into: &grid, in: layout[.allocated], with: pen)
    let isCrowded = charts.contains { $0.chart.axis.columns < $0.chart.timeline.steps.count }
    let words = MemoryWords.reading(isCrowded: isCrowded)
    let line = ReadingLine(words: words, language: shared.language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  /// What the two parts of a column are, where all bytes are counted; the longer one where it fits.
  private func legends(with pen: Pen) -> [StyledLine] {
    [MemoryWords.rest, MemoryWords.restBriefly].map { rest in
      SplitColumn.legend(
        lower: MemoryWords.maps[shared.language],
        upper: rest[shared.language],
        pen
      )
    }
  }

  private func drawWaiting(into grid: inout Grid, in area: Rect, with pen: Pen) {
    grid.draw(Panel(MemoryScreen.title[shared.language], isFocused: true), in: area, with: pen)
    let words = refusal ?? MemoryWords.finding
    let style = refusal == nil ? pen.palette.muted : pen.palette.bad
    TextBlock(wrapping: words[shared.language], style: style)
      .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
  }

  /// Why the form that is shown cannot be planned; nil where it can.
  private var refusal: Text? {
    shared.answers.refusal(of: MemoryForm.shown(shared).top.need(shared))
  }

  private func held(_ figures: MemoryFigures, in area: Rect) -> TextPane {
    let title = MemoryWords.heldTitle[shared.language]
    let subject = "\(figures.form) \(figures.step)"
    return TextPane(.held, about: subject, titled: title, in: area, shared) { width in
      HeldLines(figures: figures, shared: shared, pen: shared.pen, width: width).lines
    }
  }

  private func drawAllocated(
    _ figures: MemoryFigures,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    guard !area.isEmpty else { return }
    let title = MemoryWords.allocated[shared.language]
    let footer = MemoryWords.machine(threads: figures.top.threads)[shared.language]
    grid.draw(Panel(title, footer: footer), in: area, with: pen)
    let table = AllocatedTable(figures: figures, shared: shared).table
    grid.draw(table, in: Panel.interior(of: area), with: pen)
  }

  /// The step in words, with what it holds.
  var status: Text {
    guard let figures else { return refusal ?? MemoryWords.finding }
    let title = figures.top.steps[figures.step].fullTitle
    let parts = [
      MemoryWords.step(figures.step, of: figures.top.steps.count) + Text(name: " ") + title,
      MemoryWords.holds(figures.top.maps[figures.step]),
      MemoryWords.held(figures.top.held(at: figures.step).count),
      MemoryWords.asCounted(figures.bytes[figures.step], figures.definition),
    ]
    .filter { !$0.isEmpty }
    return parts.joined(separator: ", ")
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    guard let figures else { return reading.add(refusal ?? MemoryWords.finding) }
    reading.add(MemoryWords.reading(isCrowded: false))
    for form in MemoryForm.all(of: shared.document) {
      guard let timeline = figures.timelines[form] else { continue }
      let peak = MemoryWords.peak(timeline.maps[timeline.peakStep], step: timeline.peakStep)
      reading.add(
        MemoryWords.title(form, steps: timeline.steps.count) + Text(name: ", ") + peak
          + Text(name: ", ") + timeline.steps[timeline.peakStep].fullTitle
      )
    }
    let held = HeldLines(figures: figures, shared: shared, pen: shared.pen, width: Reading.width)
    reading.add(held.lines)
    reading.add(MemoryWords.allocated)
    reading.add(AllocatedTable(figures: figures, shared: shared).table)
  }
}

// MARK: - Where everything stands

extension MemoryView {
  /// The charts with their places, on one scale and one axis.
  private func charts(
    _ figures: MemoryFigures,
    _ layout: PaneLayout
  ) -> [(pane: PaneID, chart: MemoryChart)] {
    let panes = [(PaneID.timeline, figures.top), (.otherTimeline, figures.bottom)]
      .compactMap { pane, timeline in timeline.map { (pane, $0) } }
    let shown = panes.filter { !layout[$0.0].isEmpty }
    let rows = shown.map { max(Panel.interior(of: layout[$0.0]).height - MemoryChart.footRows, 1) }
    let peaks = shown.map { figures.definition.bytes(of: $0.1).max() ?? 0 }
    let bytesPerRow =
      zip(peaks, rows).map { MemoryChart.bytesPerRow(for: [$0], rows: $1) }.max() ?? 1
    let room = shown.map { Panel.interior(of: layout[$0.0]).width - MemoryChart.gutter }.min() ?? 0
    let axis = StepAxis(panes.map(\.1), room: room)
    return shown.map { pane, timeline in
      let chart = MemoryChart(
        timeline: timeline,
        definition: figures.definition,
        axis: axis,
        bytesPerRow: bytesPerRow,
        step: pane == .timeline ? figures.step : nil,
        remark: timeline.steps[min(figures.step, timeline.steps.count - 1)]
          .title[shared.language],
        name: shortName
      )
      return (pane, chart)
    }
  }

  /// `1.0` for a block of a chain; the head behind the blocks has none.
  private func shortName(of path: BlockPath?) -> String {
    guard let path else { return "" }
    return shared.document.isSeparate
      ? shared.document.shortTitle(of: path) : "\(path.stage).\(path.block)"
  }

  /// Both timelines, and right of them, or on a narrow screen below, what is held; what is allocated where there
  /// is room for all of it.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(panes, zoomed: shared.zoomed, in: area) {
      guard let figures else { return [.timeline: body] }
      guard body.width >= MemoryView.twoPanes else { return placesBelow(figures, in: body) }
      let (side, charts) = body.splitRight(max(MemoryView.sideColumns, body.width * 3 / 10))
      return placesOfCharts(figures, in: charts).merging(placesAside(figures, in: side)) { $1 }
    }
  }

  private func placesAside(_ figures: MemoryFigures, in side: Rect) -> [PaneID: Rect] {
    let rows = AllocatedTable(figures: figures, shared: shared).height + 2
    guard side.height >= rows + 10 else { return [.held: side] }
    let (allocated, held) = side.splitBottom(rows)
    return [.held: held, .allocated: allocated]
  }

  private func placesBelow(_ figures: MemoryFigures, in body: Rect) -> [PaneID: Rect] {
    let (held, charts) = body.splitBottom(body.height / 3)
    let places: [PaneID: Rect] =
      body.height >= MemoryView.threePanes
      ? placesOfCharts(figures, in: charts) : [.timeline: charts]
    return places.merging([.held: held]) { $1 }
  }

  /// As many rows for each chart as its peak needs on one scale.
  private func placesOfCharts(_ figures: MemoryFigures, in area: Rect) -> [PaneID: Rect] {
    guard let bottom = figures.bottom else { return [.timeline: area] }
    let peaks = [figures.top, bottom].map { max(figures.definition.bytes(of: $0).max() ?? 0, 1) }
    let around = 2 + MemoryChart.footRows
    let rows = area.height - 2 * around
    let bytes = MemoryChart.bytesPerRow(for: peaks, rows: rows)
    let needed = peaks.map { ($0 + bytes - 1) / bytes }
    let lower = max(needed[1], min(rows / 3, rows - needed[0])) + around
    let (below, above) = area.splitBottom(lower)
    return [.timeline: above, .otherTimeline: below]
  }

  /// The pane of text, with its place.
  func textPane(in area: Rect) -> (pane: TextPane, area: Rect)? {
    let place = layout(in: area)[.held]
    guard let figures, place.height > 2 else { return nil }
    return (held(figures, in: place), place)
  }

  /// The columns of the chart of the form that is shown; a press on the other one shows that form.
  func regions(in area: Rect) -> [Region] {
    guard let figures else { return [] }
    let layout = layout(in: area)
    let other = Region(rect: layout[.otherTimeline], command: .form())
    let top = charts(figures, layout).first { $0.pane == .timeline }
    return [other] + (top?.chart.regions(in: Panel.interior(of: layout[.timeline])) ?? [])
  }
}
