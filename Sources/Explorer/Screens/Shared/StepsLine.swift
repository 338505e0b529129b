internal import Canvas
internal import Words

/// Steps on one line, with a second one below where there is room: done, here, next.
///
/// Where not all names fit, the step that is shown stands alone with its number.
struct StepsLine: Widget {
  /// What the steps are called.
  let names: [Text]
  /// The place of the step that is shown.
  let place: Int
  let language: Language

  /// A step on the line.
  private struct Cell {
    let text: String
    let style: Style
    /// What stands below.
    let state: Text
    /// The first column.
    let start: Int
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let (cells, separator) = cells(in: area.width, with: pen) else {
      let line = StepWords.place(place, of: names)[language]
        .truncated(to: area.width, ellipsis: pen.glyphs.ellipsis)
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
    reading.add(StepWords.place(place, of: names))
    let states = names.indices.map { names[$0] + Text(name: ": ") + state(of: $0) }
    reading.add(states.joined(separator: ", "))
  }

  private func state(of step: Int) -> Text {
    step < place ? StepWords.done : step == place ? StepWords.here : StepWords.later
  }

  /// The steps and what stands between them; nil where they do not fit into `width` columns.
  private func cells(in width: Int, with pen: Pen) -> (cells: [Cell], separator: String)? {
    for separator in [" \(pen.glyphs.arrow) ", " "] {
      var start = 0
      let cells = names.indices.map { step in
        let text = "\(sign(of: step, pen)) \(names[step][language])"
        defer { start += columns(of: text) + columns(of: separator) }
        return Cell(
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

  private func sign(of step: Int, _ pen: Pen) -> Character {
    step < place ? pen.glyphs.pass : step == place ? pen.glyphs.marker : pen.glyphs.track
  }

  private func style(of step: Int, _ pen: Pen) -> Style {
    step < place ? pen.palette.good : step == place ? pen.palette.accent : pen.palette.muted
  }
}

/// What is said of steps, whatever they are steps of.
enum StepWords {
  /// `step 3 of 5: pad to 3x3`.
  static func place(_ place: Int, of names: [Text]) -> Text {
    let number = place + 1
    return Text(en: "step \(number) of \(names.count): ", vi: "bước \(number) / \(names.count): ")
      + names[place]
  }

  static let last = Text(en: "this is the last step", vi: "đây là bước cuối")
  static let first = Text(en: "this is the first step", vi: "đây là bước đầu")
  static let done = Text(en: "done", vi: "xong")
  static let here = Text(en: "here", vi: "ở đây")
  static let later = Text(en: "next", vi: "sau")
}
