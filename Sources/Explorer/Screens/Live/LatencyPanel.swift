internal import Canvas
internal import RepCore

/// The last whole runs of both forms, on one axis that begins at zero.
struct LatencyPanel: Widget {
  private let figures: LiveFigures

  /// The histories of `figures`.
  init(_ figures: LiveFigures) {
    self.figures = figures
  }

  /// Draws one sparkline per form with its least and greatest time.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let footer = "oldest left, from 0"
    grid.draw(Panel("Latency", footer: footer), in: area, with: pen)
    let forms = [
      ("train", figures.train, pen.palette.otherBar), ("deploy", figures.deploy, pen.palette.bar),
    ]
    .filter { $0.1 != nil }
    let ceiling = forms.flatMap { $0.1?.profile.history ?? [] }.max()
    let inner = Panel.interior(of: area)
    for (row, (name, timing, ink)) in zip(inner.rows(forms.map { _ in 1 }), forms) {
      let history = timing?.profile.history ?? []
      let (label, plot) = row.splitLeft(7)
      let (range, spark) = plot.splitRight(plot.width >= 30 ? 16 : 0)
      grid.put(name, at: label.origin, style: pen.palette.text, clip: label)
      Sparkline(history, ceiling: ceiling, style: ink).draw(into: &grid, in: spark, with: pen)
      let text = [history.min(), history.max()]
        .map { Numbers.fixed(($0 ?? 0) / 1e3, 2) }
        .joined(separator: "-")
      let place = range.origin.moved(dx: 1)
      grid.put("\(text) ms", at: place, style: pen.palette.muted, clip: range)
    }
  }
}
