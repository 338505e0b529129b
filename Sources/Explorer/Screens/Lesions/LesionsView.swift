internal import Canvas
internal import RepCore
internal import Words

/// The screen of lesions: what the network does without each branch, without several of them, and what that tells.
struct LesionsView: Widget {
  private let shared: Shared
  private let figures: LesionFigures
  private let tables: LesionTables
  private let isByLoss: Bool

  /// Columns from which on there are panes side by side.
  private static let twoPanes = 76
  /// Rows of a screen that has no room for more than the branches.
  private static let low = 12
  /// Rows of the sub-models.
  private static let models = 7
  /// Rows of the sentences below, and of a body from which on there is one more.
  private static let (sentences, high) = (5, 26)

  init(_ shared: Shared, _ screen: LesionsScreen) {
    self.shared = shared
    figures = LesionFigures(shared, screen)
    tables = LesionTables(shared, figures)
    isByLoss = screen.isByLoss
  }

  private var language: Language { shared.language }
  private var canCut: Bool { shared.document.hasTrainingForm }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    guard canCut else {
      grid.draw(Panel(title[language], isFocused: true), in: area, with: pen)
      TextBlock(wrapping: LesionsWords.foldedAlready[language], style: pen.palette.muted)
        .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
      return
    }
    draw(tables.cuts, title, footer: order, in: layout[.cuts], true, into: &grid, with: pen)
    let drawn = figures.draws ? LesionsWords.howDrawn : LesionsWords.askForDraws
    draw(
      tables.draws,
      LesionsWords.draws,
      footer: drawn,
      in: layout[.draws],
      false,
      into: &grid,
      with: pen
    )
    grid.draw(subModels(in: layout[.subModels]), in: layout[.subModels], with: pen)
    grid.draw(lesion(in: layout[.lesion]), in: layout[.lesion], with: pen)
    let line = ReadingLine(words: LesionsWords.reading, language: language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  private var title: Text { LesionsWords.cuts(figures.whole.cut.trial?.score) }

  private var order: Text {
    isByLoss ? LesionsWords.sortedByLoss : LesionsWords.sortedByExecution
  }

  private func draw(
    _ table: Table,
    _ title: Text,
    footer: Text,
    in area: Rect,
    _ isFocused: Bool,
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

  private func subModels(in area: Rect) -> TextPane {
    let title = LesionsWords.subModels[language]
    return TextPane(.subModels, about: "", titled: title, in: area, shared) { width in
      LesionLines(shared: shared, figures: figures, width: width).subModels
    }
  }

  private func lesion(in area: Rect) -> TextPane {
    let subject = "\(figures.cursor) \(figures.lesion.count)"
    let title = LesionsWords.lesion(figures.lesion.count)[language]
    return TextPane(.lesion, about: subject, titled: title, in: area, shared) { width in
      LesionLines(shared: shared, figures: figures, width: width).lesion
    }
  }

  /// The pane of text that scrolls: what was cut, unless another one fills the screen.
  func textPane(in area: Rect) -> (pane: TextPane, area: Rect)? {
    let layout = layout(in: area)
    guard canCut else { return nil }
    if layout[.lesion].height > 2 { return (lesion(in: layout[.lesion]), layout[.lesion]) }
    if layout[.subModels].height > 2 {
      return (subModels(in: layout[.subModels]), layout[.subModels])
    }
    return nil
  }

  // MARK: Where everything stands

  /// The branches at the left, several of them and the sub-models at the right, what was cut below.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(LesionsScreen.panes, zoomed: shared.zoomed, in: area) {
      guard body.height >= LesionsView.low else { return [.cuts: body] }
      let sentences = LesionsView.sentences + (body.height >= LesionsView.high ? 1 : 0)
      let (bottom, rest) = body.splitBottom(sentences)
      guard body.width >= LesionsView.twoPanes else { return [.cuts: rest, .lesion: bottom] }
      let (right, left) = rest.splitRight(rest.width * 42 / 100)
      let (draws, models) = right.splitTop(
        min(tables.draws.rowCount + 3, right.height - LesionsView.models)
      )
      return [.cuts: left, .draws: draws, .subModels: models, .lesion: bottom]
    }
  }

  /// The rows of the branches, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    guard canCut else { return [] }
    let inside = Panel.interior(of: layout(in: area)[.cuts])
    return Region.rows(in: inside, count: figures.rows.count, cursor: figures.cursor)
  }

  // MARK: In words

  var status: Text {
    guard canCut else { return LesionsWords.foldedAlready }
    guard figures.hasPictures else { return LesionsWords.noData }
    let name = LesionsWords.name(of: figures.subject, in: shared.document)
    return name + Text(name: ": ")
      + (figures.refusal ?? LesionsWords.counts(figures[figures.subject]))
  }

  var copied: String? {
    let rows = figures.rows.indices.map { row in
      let (cut, pair) = (figures.rows[row], figures.pair(row: row))
      let counts = [pair.cut, pair.anew].map { $0.tally.map { "\($0.hits)" } ?? "" }
      return (["\(cut.block)", "\(cut.branch)"] + counts).joined(separator: "\t")
    }
    return rows.isEmpty ? nil : rows.joined(separator: "\n")
  }

  func read(into reading: inout Reading) {
    guard canCut else { return reading.add(LesionsWords.foldedAlready) }
    reading.add(LesionsWords.reading)
    reading.add(title: title)
    reading.add(tables.cuts)
    let lines = LesionLines(shared: shared, figures: figures, width: Reading.width)
    reading.add(title: LesionsWords.lesion(figures.lesion.count))
    reading.add(lines.lesion)
    reading.add(title: LesionsWords.draws)
    reading.add(figures.draws ? LesionsWords.howDrawn : LesionsWords.askForDraws)
    reading.add(tables.draws)
    reading.add(title: LesionsWords.subModels)
    reading.add(lines.subModels)
  }
}
