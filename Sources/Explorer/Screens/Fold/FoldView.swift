internal import Canvas
internal import RepCore
internal import Words

/// The fold screen: the steps and the kernels of one pair, where each number goes, what each branch gives.
struct FoldView: Widget {
  let shared: Shared
  private let moment: PairAtStep?

  /// The screen of the block that `shared` has selected.
  init(_ shared: Shared, _ choices: FoldChoices) {
    self.shared = shared
    moment = PairAtStep(shared, choices)
  }

  private var language: Language { shared.language }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard let moment else { return }
    let layout = layout(of: moment, in: area)
    drawStepper(moment, into: &grid, in: layout[.stepper], body: area.size, with: pen)
    let formula = layout[.formula]
    if formula.height > 2 { grid.draw(text(moment, in: formula), in: formula, with: pen) }
    let (parts, shares) = (layout[.parts], layout[.shares])
    if !parts.isEmpty { grid.draw(self.parts(moment), in: parts, with: pen) }
    if !shares.isEmpty { grid.draw(self.shares(moment), in: shares, with: pen) }
  }

  private func drawStepper(
    _ moment: PairAtStep,
    into grid: inout Grid,
    in area: Rect,
    body: Size,
    with pen: Pen
  ) {
    guard !area.isEmpty else { return }
    let row = row(moment, in: body)
    let (line, kernels) = split(Panel.interior(of: area), body: body)
    let place = EquationWords.place(of: moment.pair, in: moment.shape)
    let broken = shared.mistakeInBlock.map { BreakWords.status(of: $0) + Text(name: "  ") }
    let title = (broken ?? .none) + FoldWords.title(place, of: moment.shape.title)
    let panel = Panel(
      title[language],
      footer: row.footer(in: kernels, with: pen)[language],
      isFocused: true
    )
    grid.draw(panel, in: area, with: pen)
    grid.draw(stepsLine(moment), in: line, with: pen)
    grid.draw(row, in: kernels, with: pen)
  }

  // MARK: Where the panes stand

  /// The kernels above; below them the formulas, and beside those the parts and the shares.
  ///
  /// A low screen has the kernels and what fits of the formulas; the other panes can fill it.
  func layout(in area: Rect) -> PaneLayout {
    moment.map { layout(of: $0, in: area) } ?? PaneLayout()
  }

  private func layout(of moment: PairAtStep, in area: Rect) -> PaneLayout {
    PaneLayout(FoldScreen.panes, zoomed: shared.zoomed, in: area) {
      let row = row(moment, in: area.size)
      let rim = 2 + stepRows(in: area.size)
      let isRoomy = area.height - rim - row.height >= FoldView.leastFormula
      let wanted = rim + (isRoomy ? row.height : row.lineHeight)
      let isAlone = area.height - wanted < FoldView.leastFormula - 2
      let (top, rest) = area.splitTop(isAlone ? area.height : wanted)
      guard rest.width >= 78, rest.height >= 9 else { return [.stepper: top, .formula: rest] }
      let (side, text) = rest.splitRight(min(60, max(34, rest.width * 2 / 5)))
      let parts = parts(moment).height
      let hasShares = side.height - parts >= FoldView.leastShares
      let (upper, lower) = side.splitTop(hasShares ? parts : side.height)
      return [.stepper: top, .formula: text, .parts: upper, .shares: lower]
    }
  }

  /// The least rows of the formulas beside all lines of kernels, borders included.
  private static let leastFormula = 5
  /// The least rows in which shares say something, borders included.
  private static let leastShares = 4

  /// Rows of the steps: a second one says how far each has come.
  private func stepRows(in body: Size) -> Int { body.height >= 27 ? 2 : 1 }

  private func split(_ inner: Rect, body: Size) -> (steps: Rect, kernels: Rect) {
    let (steps, kernels) = inner.splitTop(stepRows(in: body))
    return (steps.inset(dx: 1, dy: 0), kernels)
  }

  private func row(_ moment: PairAtStep, in body: Size) -> KernelRow {
    let inner = Size(width: body.width - 2, height: body.height)
    return KernelRow(moment, branch: branch(of: moment), in: inner, language: language)
  }

  /// The place of the selected branch, whichever form is shown.
  private func branch(of moment: PairAtStep) -> Int {
    moment.fold.branches.firstIndex { $0.id == shared.selection.branch } ?? 0
  }

  // MARK: Panes

  private func stepsLine(_ moment: PairAtStep) -> StepsLine {
    StepsLine(names: moment.stepNames, place: moment.place, language: language)
  }

  private func parts(_ moment: PairAtStep) -> PartsPanel { PartsPanel(moment, language: language) }

  private func shares(_ moment: PairAtStep) -> SharesPanel {
    SharesPanel(moment.shape, shared.answers[SharesNeed(moment.shape.path)], language: language)
  }

  /// The formulas in a pane of `area`; nil where there is nothing to show.
  func text(in area: Rect) -> TextPane? { moment.map { text($0, in: area) } }

  private func text(_ moment: PairAtStep, in area: Rect) -> TextPane {
    let subject = "\(moment.shape.path) \(moment.step) \(moment.pair.output) \(moment.pair.input)"
    let title = FoldWords.formulas[language]
    return TextPane(.formula, about: subject, titled: title, in: area, shared) { width in
      lines(moment, in: Size(width: width, height: TextPane.interior(of: area).height))
    }
  }

  /// What the step does, with the verdict of the check in front at the last one.
  ///
  /// What a low pane cuts off are the words and not the numbers.
  private func lines(_ moment: PairAtStep, in size: Size) -> [StyledLine] {
    let (formulas, pen) = (moment.formulas, shared.pen)
    let read = formulas.flatMap { lines($0, width: size.width) }
    let isLow = read.count > size.height
    let words: [FoldFormula.Kind] = [.remark, .rule]
    let numbers =
      formulas.filter { !words.contains($0.kind) } + formulas.filter { words.contains($0.kind) }
    let shown = isLow ? numbers.flatMap { lines($0, width: size.width) } : read
    switch moment.step {
    case .checked:
      let check = CheckLines(shared: shared, path: moment.shape.path, pen: pen)
      let broken = BrokenCheck(shared)?.lines(width: size.width, language, pen)
      return (broken ?? check.lines(width: size.width)) + shown
    case .normsFolded, .sumNormFolded:
      let faults = shared.document.normFaults[moment.shape.path] ?? []
      return shown + pen.lines(of: faults, language, width: size.width)
    case .asStored, .padded, .summed: return shown
    }
  }

  private func lines(_ formula: FoldFormula, width: Int) -> [StyledLine] {
    let indent = [.rule, .equation].contains(formula.kind) ? "  " : ""
    return formula.text[language].wrapped(to: width - indent.count)
      .map { StyledLine(indent + $0, shared.pen.style(of: formula.kind)) }
  }

  // MARK: In words

  /// The steps, which can be pressed, and the taps and titles of the kernels.
  func regions(in area: Rect, with pen: Pen) -> [Region] {
    guard let moment else { return [] }
    let stepper = layout(of: moment, in: area)[.stepper]
    guard !stepper.isEmpty else { return [] }
    let (line, kernels) = split(Panel.interior(of: stepper), body: area.size)
    return stepsLine(moment).regions(in: line, with: pen)
      + row(moment, in: area.size).regions(in: kernels)
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    guard let moment else { return }
    stepsLine(moment).read(into: &reading)
    moment.readKernels(into: &reading)
    reading.add(lines(moment, in: Size(width: Reading.width, height: Reading.width)))
    parts(moment).read(into: &reading)
    shares(moment).read(into: &reading)
  }

  /// The step, the pair and the tap in words; at the check the verdict in front of them.
  var status: Text {
    guard let moment else { return EquationWords.noKernel }
    let value = moment.result ?? moment.part(of: branch(of: moment))
    let check = CheckLines(shared: shared, path: moment.shape.path, pen: shared.pen)
    let parts = [
      shared.mistakeInBlock.map { BreakWords.status(of: $0) },
      Text(name: moment.shape.title),
      StepWords.place(moment.place, of: moment.stepNames),
      moment.step == .checked ? BrokenCheck(shared).map(\.verdict) ?? check.verdict : nil,
      EquationWords.pair(moment.pair, of: moment.shape),
      value.map { moment.tapName + Text(name: " \(factorText($0))") },
    ]
    return parts.compactMap(\.self).joined(separator: "  ")
  }

  /// The kernel that the step has made: the result once there is one, else that of the selected branch.
  var copied: String? {
    guard let moment else { return nil }
    if moment.isSummed { return moment.equation.rows(of: moment.equation.folded) }
    let term = moment.equation.terms[branch(of: moment)]
    switch moment.kernel(of: term) {
    case .missing: return nil
    case .single(let value): return KernelEquation.exact(value)
    case .whole(let values): return moment.equation.rows(of: values.map { $0 ?? 0 })
    }
  }
}

extension Pen {
  fileprivate func style(of kind: FoldFormula.Kind) -> Style {
    switch kind {
    case .remark: palette.muted
    case .heading: palette.header
    case .rule: palette.title
    case .equation: palette.text
    }
  }
}
