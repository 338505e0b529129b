internal import Canvas
internal import RepCore
internal import Words

/// The compare screen: what changes, in sentences, and the layers side by side.
struct CompareView: Widget {
  private let shared: Shared
  private let screen: CompareScreen
  private let content: Content

  private enum Content {
    /// Both forms.
    case forms(CompareFigures)
    /// Two models, by what they are called.
    case models(FoldComparison, title: Text)
    /// Nothing yet, or why not.
    case nothing(Text, title: Text, isBad: Bool)
  }

  /// The screen of `shared`.
  init(_ shared: Shared, _ screen: CompareScreen) {
    (self.shared, self.screen) = (shared, screen)
    if screen.subject(shared) == .models, let other = shared.workspace.otherModel {
      let title = CompareWords.models(shared.document.title, other.document.title)
      let refusal = shared.answers.refusal(of: ModelsNeed(other))
      content =
        screen.models(shared).map { .models($0, title: title) }
        ?? .nothing(refusal ?? CompareWords.comparingModels, title: title, isBad: refusal != nil)
    } else if let figures = CompareFigures(shared, screen) {
      content = .forms(figures)
    } else {
      let title = CompareScreen.title
      guard let needs = CompareFigures.needs(shared) else {
        content = .nothing(CompareWords.oneForm, title: title, isBad: false)
        return
      }
      let refusal =
        shared.answers.refusal(of: needs.train) ?? shared.answers.refusal(of: needs.deploy)
      content = .nothing(refusal ?? MemoryWords.finding, title: title, isBad: refusal != nil)
    }
  }

  /// The panes that there is something to show in.
  var panes: [PaneID] {
    if case .nothing = content { [.sideBySide] } else { CompareScreen.panes }
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    if case .nothing(let words, let title, let isBad) = content {
      let box = layout[.sideBySide]
      grid.draw(Panel(title[shared.language], isFocused: true), in: box, with: pen)
      let style = isBad ? pen.palette.bad : pen.palette.muted
      TextBlock(wrapping: words[shared.language], style: style)
        .draw(into: &grid, in: TextPane.interior(of: box), with: pen)
    }
    if let (pane, place) = answers(layout) { grid.draw(pane, in: place, with: pen) }
    drawTable(into: &grid, in: layout[.sideBySide], with: pen)
    let line = ReadingLine(words: reading, language: shared.language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  private var reading: Text {
    switch content {
    case .models: CompareWords.readingModels
    case .forms, .nothing: CompareWords.reading
    }
  }

  private func drawTable(into grid: inout Grid, in area: Rect, with pen: Pen) {
    // Numbers keep off the border.
    let inner = Panel.interior(of: area).splitRight(1).rest
    guard !area.isEmpty, let table = table(width: inner.width) else { return }
    let more = Text.more(of: table, in: inner)[shared.language]
    grid.draw(Panel(tableTitle, footer: more, isFocused: true), in: area, with: pen)
    grid.draw(table, in: inner, with: pen)
  }

  private var tableTitle: String {
    switch content {
    case .forms: CompareWords.forms(threads: shared.live.threads, shared.pen)[shared.language]
    case .models(_, let title), .nothing(_, let title, _): title[shared.language]
    }
  }

  private func table(width: Int) -> Table? {
    switch content {
    case .forms(let figures):
      FormsTable(figures: figures, column: screen.column, shared: shared).table(width: width)
    case .models(let comparison, _):
      ModelsTable(comparison: comparison, cursor: screen.block, shared: shared).table
    case .nothing: nil
    }
  }

  private func answers(_ layout: PaneLayout) -> (pane: TextPane, area: Rect)? {
    let area = layout[.whatChanges]
    guard area.height > 2 else { return nil }
    let pane = TextPane(
      .whatChanges,
      about: tableTitle,
      titled: CompareWords.answers[shared.language],
      in: area,
      shared,
      lines: answerLines
    )
    return (pane, area)
  }

  private func answerLines(width: Int) -> [StyledLine] {
    switch content {
    case .forms(let figures): FormsAnswers(figures: figures, shared: shared, width: width).lines
    case .models(let comparison, _):
      ModelsAnswer(comparison: comparison, shared: shared, width: width).lines
    case .nothing: []
    }
  }

  /// What is under the cursor, in words.
  var status: Text {
    switch content {
    case .nothing(let words, _, _): words
    case .forms(let figures):
      (figures.row.map {
        CompareWords.status($0, screen.column, CompareCells(pen: shared.pen))
      } ?? .none) + (figures.isSample && screen.column == .time ? LiveWords.sampleInStatus : .none)
    case .models(let comparison, _):
      comparison.blocks.indices.contains(screen.block)
        ? CompareWords.blockStatus(comparison.blocks[screen.block]) : comparison.words
    }
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    if case .nothing(let words, _, _) = content { return reading.add(words) }
    reading.add(self.reading)
    reading.add(answerLines(width: Reading.width))
    reading.add(Text(name: tableTitle))
    if let table = table(width: Reading.width) { reading.add(table) }
  }
}

// MARK: - Where everything stands

extension CompareView {
  /// The answers above the table, as many rows of them as there is room for.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(panes, zoomed: shared.zoomed, in: area) {
      if case .nothing = content { return [.sideBySide: body] }
      let lines = answerLines(width: max(body.width - 4, 1)).count
      let rows = min(lines + 2, body.height * 3 / 5)
      let (above, below) = body.splitTop(body.height < 10 ? 0 : rows)
      return [.whatChanges: above, .sideBySide: below]
    }
  }

  /// The answers, with their place.
  func textPane(in area: Rect) -> (pane: TextPane, area: Rect)? { answers(layout(in: area)) }

  /// The rows of the table.
  func regions(in area: Rect) -> [Region] {
    let inner = Panel.interior(of: layout(in: area)[.sideBySide])
    switch content {
    case .forms(let figures):
      // The last row is no layer.
      return Region.rows(
        in: inner,
        count: figures.rows.count + 1,
        cursor: figures.selected ?? 0
      )
    case .models(let comparison, _):
      return Region.rows(in: inner, count: comparison.blocks.count, cursor: screen.block)
    case .nothing: return []
    }
  }
}
