internal import Canvas
internal import RepCore
internal import Words

/// The screen of mistakes: which there are, what the check says of every block, one value taken apart, and
/// whether accuracy would have told.
struct BreakView: Widget {
  private let shared: Shared
  private let figures: MistakeFigures
  private let tables: MistakeTables

  /// Columns from which on there are panes side by side.
  private static let twoPanes = 76
  /// Rows of a screen that has no room for more than the mistakes and the checks.
  private static let low = 18

  init(_ shared: Shared, _ screen: BreakScreen) {
    self.shared = shared
    figures = MistakeFigures(shared, screen)
    tables = MistakeTables(shared, figures, cursor: screen.cursor)
  }

  private var language: Language { shared.language }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    guard shared.document.hasTrainingForm else {
      grid.draw(Panel(BreakWords.mistakes[language], isFocused: true), in: area, with: pen)
      let words = BreakWords.foldedAlready[language]
      TextBlock(wrapping: words, style: pen.palette.muted)
        .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
      return
    }
    draw(
      tables.mistakes,
      BreakWords.mistakes,
      footer: BreakWords.neverWritten,
      in: layout[.mistakes],
      isFocused: true,
      into: &grid,
      with: pen
    )
    draw(
      tables.checks,
      BreakWords.checks,
      footer: BreakWords.tolerance + Text(name: " " + Numbers.scientific(BlockCheck.tolerance, 0)),
      in: layout[.blockChecks],
      into: &grid,
      with: pen
    )
    if !layout[.example].isEmpty {
      grid.draw(example(in: layout[.example]), in: layout[.example], with: pen)
    }
    if !layout[.accuracy].isEmpty {
      grid.draw(accuracy(in: layout[.accuracy]), in: layout[.accuracy], with: pen)
    }
    let line = ReadingLine(words: BreakWords.reading, language: language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  private func draw(
    _ table: Table,
    _ title: Text,
    footer: Text,
    in area: Rect,
    isFocused: Bool = false,
    into grid: inout Grid,
    with pen: Pen
  ) {
    guard !area.isEmpty else { return }
    let inside = Panel.interior(of: area)
    let note = Text.more(of: table, in: inside)
    let panel = Panel(
      title[language],
      footer: footer[language],
      note: note[language],
      isFocused: isFocused
    )
    grid.draw(panel, in: area, with: pen)
    grid.draw(table, in: inside, with: pen)
  }

  // MARK: Text

  private func example(in area: Rect) -> TextPane {
    let output = shared.selection.output
    let block = shared.document.title(of: shared.selection.block)
    let title = BreakWords.example(block, output: output)[language]
    let subject = "\(shared.selection.block) \(output) \(figures.mistake?.rawValue ?? "")"
    return TextPane(.example, about: subject, titled: title, in: area, shared) { width in
      MistakeLines(shared: shared, figures: figures, width: width).example
    }
  }

  private func accuracy(in area: Rect) -> TextPane {
    let subject = "\(figures.mistake?.rawValue ?? "") \(figures.only == nil)"
    let title = BreakWords.accuracy[language]
    return TextPane(.accuracy, about: subject, titled: title, in: area, shared) { width in
      MistakeLines(shared: shared, figures: figures, width: width).accuracy
    }
  }

  /// The pane of text that scrolls: what accuracy would have told, else the example.
  func textPane(in area: Rect) -> (pane: TextPane, area: Rect)? {
    let layout = layout(in: area)
    guard shared.document.hasTrainingForm else { return nil }
    if layout[.accuracy].height > 2 { return (accuracy(in: layout[.accuracy]), layout[.accuracy]) }
    if layout[.example].height > 2 { return (example(in: layout[.example]), layout[.example]) }
    return nil
  }

  // MARK: Where everything stands

  /// The mistakes and the checks at the left; at the right the example and what accuracy would have told.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(BreakScreen.panes, zoomed: shared.zoomed, in: area) {
      let rows = MistakeFigures.rows.count + 3
      guard body.width >= BreakView.twoPanes else { return placesBelow(rows, in: body) }
      let (right, left) = body.splitRight(body.width * 46 / 100)
      let (mistakes, checks) = left.splitTop(rows)
      let lines = MistakeLines(
        shared: shared,
        figures: figures,
        width: TextPane.interior(of: right).width
      )
      let (example, accuracy) = right.splitTop(min(lines.example.count + 2, right.height - 6))
      return [.mistakes: mistakes, .blockChecks: checks, .example: example, .accuracy: accuracy]
    }
  }

  private func placesBelow(_ rows: Int, in body: Rect) -> [PaneID: Rect] {
    let (mistakes, rest) = body.splitTop(rows)
    guard body.height >= BreakView.low else { return [.mistakes: mistakes, .blockChecks: rest] }
    let (checks, accuracy) = rest.splitTop(rest.height / 2)
    return [.mistakes: mistakes, .blockChecks: checks, .accuracy: accuracy]
  }

  /// The rows of the mistakes, which can be pressed, and those of the blocks, which select theirs.
  func regions(in area: Rect) -> [Region] {
    guard shared.document.hasTrainingForm else { return [] }
    let layout = layout(in: area)
    let inside = Panel.interior(of: layout[.mistakes])
    let blocks = tables.regionsOfBlocks(in: Panel.interior(of: layout[.blockChecks]))
    return Region.rows(in: inside, count: tables.mistakes.rowCount, cursor: tables.cursor) + blocks
  }

  // MARK: In words

  var status: Text {
    guard shared.document.hasTrainingForm else { return BreakWords.foldedAlready }
    let trial = figures.trial(figures.mistake)
    let first =
      trial.map { BreakWords.firstFail($0.first) } ?? figures.refusal ?? BreakWords.finding
    let what =
      shared.mistake.map { made in
        BreakWords.status(made, made.only.map { shared.document.title(of: $0) })
      } ?? BreakWords.name(of: figures.mistake)
    return what + Text(name: "  ") + first
  }

  var copied: String? {
    let name = BreakWords.name(of: figures.mistake)[language]
    guard let trial = figures.trial(figures.mistake) else { return nil }
    let checks = trial.checks.map { "\($0.title)\t\($0.error)" }
    return ([name] + checks).joined(separator: "\n")
  }

  func read(into reading: inout Reading) {
    guard shared.document.hasTrainingForm else { return reading.add(BreakWords.foldedAlready) }
    reading.add(BreakWords.reading)
    reading.add(title: BreakWords.mistakes)
    reading.add(tables.mistakes)
    reading.add(title: BreakWords.checks)
    reading.add(tables.checks)
    let lines = MistakeLines(shared: shared, figures: figures, width: Reading.width)
    let block = shared.document.title(of: shared.selection.block)
    reading.add(title: BreakWords.example(block, output: shared.selection.output))
    reading.add(lines.example)
    reading.add(title: BreakWords.accuracy)
    reading.add(lines.accuracy)
  }
}
