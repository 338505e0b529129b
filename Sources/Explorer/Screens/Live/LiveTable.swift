internal import Canvas
internal import RepCore

/// The time of every block, both forms on one axis.
struct LiveTable: Widget {
  private let figures: LiveFigures
  private let order: RowOrder

  /// The table of `figures`, the selected row in sight.
  init(_ figures: LiveFigures, order: RowOrder) {
    self.figures = figures
    self.order = order
  }

  /// Draws a pane whose lower border explains the bars.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (glyphs, form) = (pen.glyphs, figures.form)
    let runs = figures.shown.map { ", \($0.profile.runs) runs" } ?? ""
    let alone = figures.isSeparate ? ", each alone" : ""
    let title = "Time per block\(alone)  \(form.rawValue) form, median\(runs)"
    let legend =
      "\(PairBar.deploySign(glyphs)) deploy  \(PairBar.trainSign(glyphs)) train beyond it  "
      + "\(glyphs.tick) p95   by \(order.rawValue)"
    grid.draw(Panel(title, footer: legend, isFocused: true), in: area, with: pen)
    // A free column, so that a mark at the end of a bar does not touch the border.
    let inner = Panel.interior(of: area).splitRight(1).rest
    let longest = figures.longest
    let table = Table(
      columns: columns(in: inner.width),
      rowCount: figures.rows.count,
      selected: figures.selected,
      firstRow: Table.firstRow(
        showing: figures.selected ?? 0,
        of: figures.rows.count,
        height: inner.height,
        from: 0
      )
    ) { index, column in content(figures.rows[index], column, longest, inner.width, pen) }
    grid.draw(table, in: inner, with: pen)
  }

  /// The columns; names get what the longest needs, up to a share of `width`.
  private func columns(in width: Int) -> [Table.Column] {
    let names = figures.rows.map { Canvas.columns(of: $0.name) }
    return [
      .init("block", width: max(10, min(names.max() ?? 0, width * 2 / 5))),
      .init("algorithm", width: 13, priority: 4),
      .init("median", .right, width: 7),
      .init("p95", .right, width: 7, priority: 3),
      .init("GMAC/s", .right, width: 6, priority: 2),
      .init("faster", .right, width: 6, priority: 1),
      .init("time", width: 10, grows: true),
    ]
  }

  private func content(
    _ row: LiveRow,
    _ column: Int,
    _ longest: Double,
    _ width: Int,
    _ pen: Pen
  ) -> Table.Content {
    func time(_ microseconds: Double?) -> String {
      microseconds.map { pen.duration(microseconds: $0) } ?? "--"
    }
    switch column {
    case 0:
      let room = columns(in: width)[0].width
      return .text(row.name.truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis))
    case 1: return .text(row.algorithm, pen.palette.muted)
    case 2: return .text(time(row.timing?.median))
    case 3: return .text(time(row.timing?.p95), pen.palette.muted)
    case 4: return .text(speed(of: row))
    case 5: return .text(gain(of: row), pen.palette.good)
    default:
      guard row.train != nil || row.deploy != nil else { return .text("") }
      return .widget(
        PairBar(
          train: (row.train ?? 0) / longest,
          deploy: (row.deploy ?? 0) / longest,
          tick: row.timing.map { $0.p95 / longest }
        )
      )
    }
  }

  private func speed(of row: LiveRow) -> String {
    guard let median = row.timing?.median, median > 0, row.macs > 0 else { return "--" }
    return Numbers.fixed(Double(row.macs) / median / 1e3, 1)
  }

  /// How many times as fast the deploy form is.
  private func gain(of row: LiveRow) -> String {
    guard let train = row.train, let deploy = row.deploy, deploy > 0 else { return "--" }
    return Numbers.fixed(train / deploy, 2) + "x"
  }
}
