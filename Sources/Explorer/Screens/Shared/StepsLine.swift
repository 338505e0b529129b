internal import Canvas
internal import RepCore
internal import Words

/// The steps of the fold on one line, with a second one below where there is room: done, here, next.
///
/// Where not all names fit, the step that is shown stands alone with its number.
struct StepsLine: Widget {
  let moment: PairAtStep
  let language: Language

  /// A step on the line.
  private struct Cell {
    let step: FoldStep
    let text: String
    let style: Style
    /// What stands below.
    let state: Text
    /// The first column.
    let start: Int
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let (cells, separator) = cells(in: area.width, with: pen) else {
      let text = FoldWords.place(moment.place, of: moment.steps.count, name(of: moment.step))
      let line = text[language].truncated(to: area.width, ellipsis: pen.glyphs.ellipsis)
      grid.put(line, at: area.origin, style: pen.palette.accent, clip: area.row(0))
      return
    }
    for (index, cell) in cells.enumerated() {
      let place = area.origin.moved(dx: cell.start)
      grid.put(cell.text, at: place, style: cell.style, clip: area.row(0))
      grid.put(cell.state[language], at: place.moved(dx: 2, dy: 1), style: cell.style, clip: area)
      guard index + 1 < cells.count else { continue }
      let gap = place.moved(dx: columns(of: cell.text))
      grid.put(separator, at: gap, style: pen.palette.muted, clip: area.row(0))
    }
  }

  /// The steps, which can be pressed.
  func regions(in area: Rect, with pen: Pen) -> [Region] {
    guard let (cells, _) = cells(in: area.width, with: pen) else { return [] }
    return cells.enumerated().map { index, cell in
      let rect = Rect(
        x: area.x + cell.start,
        y: area.y,
        width: columns(of: cell.text),
        height: area.height
      )
      return Region(rect: rect.intersection(area), command: .step(index + 1))
    }
  }

  /// The step that is shown, and the others.
  func read(into reading: inout Reading) {
    reading.add(FoldWords.place(moment.place, of: moment.steps.count, name(of: moment.step)))
    let names = moment.steps.map { name(of: $0) + Text(name: ": ") + state(of: $0) }
    reading.add(names.joined(separator: ", "))
  }

  private func name(of step: FoldStep) -> Text { FoldWords.name(of: step, in: moment.shape) }

  private func state(of step: FoldStep) -> Text {
    step < moment.step ? FoldWords.done : step == moment.step ? FoldWords.here : FoldWords.later
  }

  /// The steps and what stands between them; nil where they do not fit into `width` columns.
  private func cells(in width: Int, with pen: Pen) -> (cells: [Cell], separator: String)? {
    for separator in [" \(pen.glyphs.arrow) ", " "] {
      var start = 0
      let cells = moment.steps.map { step in
        let text = "\(sign(of: step, pen)) \(name(of: step)[language])"
        defer { start += columns(of: text) + columns(of: separator) }
        return Cell(
          step: step,
          text: text,
          style: style(of: step, pen),
          state: state(of: step),
          start: start
        )
      }
      if start - columns(of: separator) <= width { return (cells, separator) }
    }
    return nil
  }

  private func sign(of step: FoldStep, _ pen: Pen) -> Character {
    step < moment.step
      ? pen.glyphs.pass : step == moment.step ? pen.glyphs.marker : pen.glyphs.track
  }

  private func style(of step: FoldStep, _ pen: Pen) -> Style {
    step < moment.step
      ? pen.palette.good : step == moment.step ? pen.palette.accent : pen.palette.muted
  }
}
