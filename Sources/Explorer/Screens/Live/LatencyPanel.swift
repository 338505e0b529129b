internal import Canvas
internal import RepCore
internal import Words

/// The last whole runs of both forms, on one axis that begins at zero.
struct LatencyPanel: Widget {
  private let figures: LiveFigures

  /// The histories of `figures`.
  init(_ figures: LiveFigures) {
    self.figures = figures
  }

  /// The least and the greatest time of each form in a sentence.
  func read(into reading: inout Reading) {
    reading.add(LiveWords.latency)
    for (form, timing) in [(Form.train, figures.train), (.deploy, figures.deploy)] {
      guard let timing else { continue }
      reading.add(form.word + Text(name: " \(LatencyPanel.range(of: timing.profile.history))"))
    }
  }

  /// The least and the greatest time: `0.11-0.12 ms`.
  private static func range(of history: [Double]) -> String {
    let ends = [history.min(), history.max()].map { Numbers.fixed(($0 ?? 0) / 1e3, 2) }
    return ends.joined(separator: "-") + " ms"
  }

  /// Draws one sparkline per form with its least and greatest time.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let language = figures.language
    let panel = Panel(LiveWords.latency[language], footer: LiveWords.latencyAxis[language])
    grid.draw(panel, in: area, with: pen)
    let forms = [
      (Form.train, figures.train, pen.palette.otherBar),
      (Form.deploy, figures.deploy, pen.palette.bar),
    ]
    .filter { $0.1 != nil }
    let ceiling = forms.flatMap { $0.1?.profile.history ?? [] }.max()
    let inner = Panel.interior(of: area)
    let names = forms.map { $0.0.word[language] }
    let nameWidth = (names.map { columns(of: $0) }.max() ?? 0) + 1
    for (index, row) in inner.rows(forms.map { _ in 1 }).enumerated() {
      let (_, timing, ink) = forms[index]
      let history = timing?.profile.history ?? []
      let (label, plot) = row.splitLeft(nameWidth)
      let (range, spark) = plot.splitRight(plot.width >= 30 ? 16 : 0)
      grid.put(names[index], at: label.origin, style: pen.palette.text, clip: label)
      Sparkline(history, ceiling: ceiling, style: ink).draw(into: &grid, in: spark, with: pen)
      let text = LatencyPanel.range(of: history)
      let place = range.origin.moved(dx: 1)
      grid.put(text, at: place, style: pen.palette.muted, clip: range)
    }
  }
}
