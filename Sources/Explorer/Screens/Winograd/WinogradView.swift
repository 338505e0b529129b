internal import Canvas
internal import RepCore
internal import Words

/// The Winograd screen: the steps and matrices of a tile, how a number comes about, and the block by each algorithm.
struct WinogradView: Widget {
  private let shared: Shared
  private let screen: WinogradScreen
  private let figures: WinogradFigures?
  private let outlook: BlockOutlook?
  private let trial: BlockTrial?

  /// The screen of `shared`.
  init(_ shared: Shared, _ screen: WinogradScreen) {
    (self.shared, self.screen) = (shared, screen)
    figures = WinogradFigures(shared, screen)
    outlook = shared.answers[screen.outlook(shared)]
    trial = shared.answers[screen.trial(shared)]
  }

  private var language: Language { shared.language }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    if let figures {
      drawTile(figures, into: &grid, in: layout[.tile], body: area.size, with: pen)
      for pane in [matrices(figures, in: layout[.matrices]), counts(figures, in: layout[.counts])] {
        grid.draw(pane, in: layout[pane.id], with: pen)
      }
    } else {
      for pane in [PaneID.tile, .matrices, .counts] {
        drawWaiting(into: &grid, in: layout[pane], with: pen)
      }
    }
    drawAlgorithms(into: &grid, in: layout[.algorithms], with: pen)
    let line = ReadingLine(words: WinogradWords.reading, language: language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  private func drawWaiting(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let title = shared.document.title(of: shared.selection.block)
    grid.draw(Panel(title, isFocused: true), in: area, with: pen)
    let style = refusal == nil ? pen.palette.muted : pen.palette.warning
    TextBlock(wrapping: (refusal ?? WinogradWords.finding)[language], style: style)
      .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
  }

  /// Why there is no tile to look at; nil where there is one.
  private var refusal: Text? { shared.answers.refusal(of: screen.tile(shared)) }

  // MARK: The tile

  private func drawTile(
    _ figures: WinogradFigures,
    into grid: inout Grid,
    in area: Rect,
    body: Size,
    with pen: Pen
  ) {
    guard !area.isEmpty else { return }
    let (line, matrices) = split(Panel.interior(of: area), body: body)
    let row = row(figures, in: matrices.size)
    let (sight, family) = (figures.sight, figures.sight.tiles.family)
    let title = WinogradWords.title(family, WinogradWords.tile(sight), of: sight.shape.title)
    let panel = Panel(
      title[language],
      footer: place(figures)[language],
      note: WinogradWords.missing(row.missing)[language],
      isFocused: true
    )
    grid.draw(panel, in: area, with: pen)
    grid.draw(stepsLine(figures), in: line, with: pen)
    grid.draw(row, in: matrices, with: pen)
  }

  private func stepsLine(_ figures: WinogradFigures) -> StepsLine {
    StepsLine(
      names: WinogradStep.allCases.map(\.name),
      place: figures.step.rawValue,
      language: language
    )
  }

  private func row(_ figures: WinogradFigures, in size: Size) -> MatrixRow {
    MatrixRow(figures, in: size, language: language)
  }

  /// The pair of channels; from the sum on the output channel alone.
  private func place(_ figures: WinogradFigures) -> Text {
    let pair = figures.sight.trace.firstChannel + figures.channel
    return EquationWords.pair(output: figures.sight.output, input: pair, group: nil)
  }

  // MARK: The other panes

  private func matrices(_ figures: WinogradFigures, in area: Rect) -> TextPane {
    let subject =
      "\(figures.sight.shape.path) \(figures.step) \(figures.cell) \(figures.sight.tiles.family)"
    let title = WinogradWords.matrices[language]
    return TextPane(.matrices, about: subject, titled: title, in: area, shared) { width in
      matrixLines(figures, width: width).lines
    }
  }

  private func matrixLines(_ figures: WinogradFigures, width: Int) -> MatrixLines {
    MatrixLines(figures: figures, explanation: .entry(figures), shared: shared, width: width)
  }

  private func counts(_ figures: WinogradFigures, in area: Rect) -> TextPane {
    let subject = "\(figures.sight.shape.path) \(figures.sight.tiles.family)"
    let title = WinogradWords.counts[language]
    return TextPane(.counts, about: subject, titled: title, in: area, shared) { width in
      countLines(figures, width: width).lines
    }
  }

  private func countLines(_ figures: WinogradFigures, width: Int) -> CountLines {
    CountLines(
      sight: figures.sight,
      outlook: outlook,
      algorithm: screen.size,
      shared: shared,
      width: width
    )
  }

  private var table: AlgorithmTable {
    AlgorithmTable(
      outlook: outlook,
      trial: trial,
      choice: screen.chosen(shared),
      stride: shared.document.shape(of: shared.selection.block, in: .deploy)?.stride ?? 1,
      shared: shared
    )
  }

  private func drawAlgorithms(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let panel = Panel(WinogradWords.algorithms[language], footer: trialWords[language])
    grid.draw(panel, in: area, with: pen)
    let (rows, rest) = Panel.interior(of: area).splitTop(AlgorithmTable.height)
    grid.draw(table.table, in: rows, with: pen)
    TextBlock(wrapping: table.obstacles[language], style: pen.palette.muted)
      .draw(into: &grid, in: rest.inset(dx: 2, dy: 0), with: pen)
  }

  /// What was measured and how, or what there is to do for it.
  private var trialWords: Text {
    if let trial { return WinogradWords.measured(trial, threads: shared.live.threads) }
    guard screen.isTried(shared) else { return WinogradWords.toMeasure }
    return shared.answers.refusal(of: screen.trial(shared)) ?? WinogradWords.measuring
  }

  // MARK: In words

  /// The step and the number under the cursor; at the check whether both are equal.
  var status: Text {
    guard let figures else { return refusal ?? WinogradWords.finding }
    let value = factorText(figures.made[figures.cell.row, figures.cell.column])
    let number = Text(
      name: "\(figures.step.formula) (\(figures.cell.row),\(figures.cell.column)) \(value)"
    )
    let parts = [
      Text(name: figures.sight.shape.title),
      StepWords.place(figures.step.rawValue, of: WinogradStep.allCases.map(\.name)),
      figures.step == .check ? WinogradWords.check(figures.sight.trace.check) : number,
      place(figures),
    ]
    return parts.joined(separator: "  ")
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    reading.add(WinogradWords.reading)
    if let figures {
      stepsLine(figures).read(into: &reading)
      row(figures, in: Size(width: Reading.width, height: Reading.width)).read(into: &reading)
      reading.add(matrixLines(figures, width: Reading.width).lines)
      reading.add(WinogradWords.counts)
      reading.add(countLines(figures, width: Reading.width).lines)
    } else {
      reading.add(refusal ?? WinogradWords.finding)
    }
    reading.add(WinogradWords.algorithms)
    reading.add(table.table)
    reading.add(table.obstacles)
    reading.add(trialWords)
  }
}

// MARK: - Where everything stands

extension WinogradView {
  /// The matrices above, as high as they are; below them how a number comes about, and beside that the counts and the
  /// algorithms.
  ///
  /// A low screen has the matrices, and beside the words what there is room for; the other panes can fill it.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(WinogradScreen.panes, zoomed: shared.zoomed, in: area) {
      guard let figures else { return placesWithoutTile(in: body) }
      let rim = 2 + stepRows(in: area.size)
      let inside = Size(width: body.width - 2, height: max(body.height - rim, 1))
      let rows = row(figures, in: inside).height
      let isAlone = body.height - rim - rows < WinogradView.leastText
      let (top, rest) = body.splitTop(isAlone ? body.height : rim + rows)
      return [.tile: top].merging(isAlone ? [:] : places(below: rest)) { $1 }
    }
  }

  private func placesWithoutTile(in body: Rect) -> [PaneID: Rect] {
    let rows = AlgorithmTable.height + 2
    guard body.height >= rows + WinogradView.leastText else { return [.tile: body] }
    let (algorithms, tile) = body.splitBottom(max(rows, body.height / 2))
    return [.tile: tile, .algorithms: algorithms]
  }

  private func places(below rest: Rect) -> [PaneID: Rect] {
    let rows = AlgorithmTable.height + 2
    guard rest.width >= WinogradView.twoPanes else {
      guard rest.height >= rows + WinogradView.leastText else { return [.matrices: rest] }
      let (algorithms, matrices) = rest.splitBottom(rows)
      return [.matrices: matrices, .algorithms: algorithms]
    }
    let (side, text) = rest.splitRight(min(64, max(44, rest.width * 11 / 20)))
    guard side.height >= rows + WinogradView.leastText else {
      return [.matrices: text, .algorithms: side]
    }
    let (algorithms, counts) = side.splitBottom(rows)
    return [.matrices: text, .counts: counts, .algorithms: algorithms]
  }

  /// Columns from which on there are panes side by side.
  private static let twoPanes = 76
  /// The least rows in which words say something, borders included.
  private static let leastText = 5

  /// Rows of the steps: a second one says how far each has come.
  private func stepRows(in body: Size) -> Int { body.height >= 27 ? 2 : 1 }

  private func split(_ inner: Rect, body: Size) -> (steps: Rect, matrices: Rect) {
    let (steps, matrices) = inner.splitTop(stepRows(in: body))
    return (steps.inset(dx: 1, dy: 0), matrices)
  }

  /// The pane of text that scrolls, with its place: how a number comes about, or, alone, the counts.
  func textPane(in area: Rect) -> (pane: TextPane, area: Rect)? {
    guard let figures else { return nil }
    let layout = layout(in: area)
    let panes = [matrices(figures, in: layout[.matrices]), counts(figures, in: layout[.counts])]
    return panes.first { layout[$0.id].height > 2 }.map { ($0, layout[$0.id]) }
  }

  /// The steps, the entries of what the step makes, and the algorithms.
  func regions(in area: Rect) -> [Region] {
    let layout = layout(in: area)
    let algorithms = table.regions(in: Panel.interior(of: layout[.algorithms]))
    let rows = layout[.algorithms].isEmpty ? [] : algorithms
    guard let figures, !layout[.tile].isEmpty else { return rows }
    let (line, matrices) = split(Panel.interior(of: layout[.tile]), body: area.size)
    return rows + stepsLine(figures).regions(in: line, with: shared.pen)
      + row(figures, in: matrices.size).regions(in: matrices)
  }
}
