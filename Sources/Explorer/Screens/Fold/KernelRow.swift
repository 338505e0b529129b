internal import Canvas
internal import RepCore
internal import Words

/// The kernels of all branches at the step side by side, and their sum behind them.
///
/// Where not all of them fit, those around the branch that is looked at, and the sum.
struct KernelRow: Widget {
  private let moment: PairAtStep
  private let branch: Int
  private let language: Language
  private let layout: EquationLayout
  /// Kernels on one line.
  private let perLine: Int

  /// What stands in one place.
  private enum Slot: Hashable {
    case branch(Int)
    case result
  }

  /// The kernels of `moment` on a screen whose panes have `size` cells inside, around the branch number `branch`.
  init(_ moment: PairAtStep, branch: Int, in size: Size, language: Language) {
    (self.moment, self.branch, self.language) = (moment, branch, language)
    let terms = moment.equation.terms.count
    let slots = terms + (moment.hasResult ? 1 : 0)
    // The layout counts the sum itself, so a block without one has a term less for it.
    layout = EquationLayout(
      terms: slots - 1,
      side: moment.equation.side,
      hasPostNorm: false,
      in: size
    )
    perLine =
      switch layout.arrangement {
      case .line: slots
      case .stacked: max(slots - 1, 1)
      case .wrapped(let perLine): perLine
      }
  }

  /// Rows of one line of kernels.
  var lineHeight: Int { layout.lineHeight }

  /// Rows of all lines.
  var height: Int {
    (moment.equation.terms.count + (moment.hasResult ? 1 : 0) + perLine - 1) / perLine * lineHeight
  }

  /// What there is to know of the numbers and their colours.
  func footer(in area: Rect, with pen: Pen) -> Text {
    let shown = branches(in: area)
    let window =
      shown.count < moment.equation.terms.count
      ? FoldWords.window(shown, of: moment.equation.terms.count) : .none
    let isRounded =
      moment.isSummed && moment.equation.isRounded(columns: layout.numberColumns, unit: unit)
    return window + EquationWords.digits(unit: unit, stored: nil, isRounded: isRounded)
      + EquationWords.colours(limitText(moment.limit, with: pen))
  }

  private var unit: KernelUnit { KernelUnit(for: moment.limit) }

  /// The branches that fit into `area`.
  private func branches(in area: Rect) -> Range<Int> {
    let room = perLine * max(area.height / lineHeight, 1) - (moment.hasResult ? 1 : 0)
    return Range(showing: branch, of: moment.equation.terms.count, room: max(room, 1))
  }

  /// What fits into `area`, each with its cells; where there is room for one kernel only, the sum once there is
  /// one.
  private func slots(in area: Rect) -> [(slot: Slot, cells: Rect)] {
    let room = perLine * max(area.height / lineHeight, 1)
    var slots = branches(in: area).map { Slot.branch($0) }
    if moment.hasResult, room > 1 || moment.isSummed {
      slots = room > 1 ? slots + [.result] : [.result]
    }
    return slots.enumerated().map { index, slot in
      (slot, layout.cell(of: index, perLine: perLine, in: area).intersection(area))
    }
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let slots = slots(in: area)
    for (index, (slot, cells)) in slots.enumerated() {
      draw(slot, into: &grid, in: cells, with: pen)
      guard index + 1 < slots.count, moment.isSummed else { continue }
      let isLast = slots[index + 1].slot == .result
      let sign = isLast ? moment.equation.resultSign(with: pen) : "+"
      let gap = layout.cell(of: index, perLine: perLine, in: area).origin
        .moved(
          dx: layout.kernel.width + (layout.operatorWidth - 1) / 2,
          dy: 1 + layout.kernel.height / 2
        )
      grid.put(sign, at: gap, style: pen.palette.title, clip: area)
    }
  }

  /// The branches by their titles, and the taps of all kernels; those of the sum once it is there.
  func regions(in area: Rect) -> [Region] {
    let pressed = slots(in: area).filter { moment.isSummed || $0.slot != .result }
    return pressed.flatMap { slot, cells -> [Region] in
      let taps = moment.equation.folded.indices.map { tap in
        let cell = layout.cell(ofTap: tap)
        let rect = Rect(origin: cells.origin.moved(dx: cell.x, dy: cell.y + 1), size: cell.size)
        return Region(rect: rect.intersection(cells), command: .taps(tap))
      }
      guard case .branch(let index) = slot else { return taps }
      let id = moment.fold.branches[index].id
      return [Region(rect: cells.row(0), command: .branch(id))] + taps
    }
  }
}

// MARK: - One kernel

extension KernelRow {
  private func draw(_ slot: Slot, into grid: inout Grid, in cells: Rect, with pen: Pen) {
    let title = cells.row(0)
    let body = cells.splitTop(1).rest.splitTop(layout.kernel.height).top
    let foot = cells.row(layout.lineHeight - 1)
    switch slot {
    case .result:
      drawResultTitle(into: &grid, in: title, with: pen)
      let values = moment.equation.folded.map { moment.isSummed ? $0 : nil }
      grid.draw(widget(.whole(values), isPointedAt: moment.isSummed), in: body, with: pen)
      draw(moment.isSummed ? moment.equation.bias : nil, pen.palette.accent, &grid, foot, pen)
    case .branch(let index):
      let term = moment.equation.terms[index]
      drawTitle(of: index, into: &grid, in: title, with: pen)
      grid.draw(widget(moment.kernel(of: term)), in: body, with: pen)
      draw(moment.bias(of: index), pen.palette.text, &grid, foot, pen)
    }
  }

  private func widget(_ kernel: PairAtStep.Kernel, isPointedAt: Bool = true) -> StepKernel {
    StepKernel(
      kernel: kernel,
      layout: layout,
      limit: moment.limit,
      cursor: isPointedAt ? moment.tap : nil,
      language: language
    )
  }

  /// The branch with its factor where both fit; the one that is looked at stands out.
  private func drawTitle(of index: Int, into grid: inout Grid, in line: Rect, with pen: Pen) {
    let term = moment.equation.terms[index]
    let style = index == branch ? pen.palette.accent : pen.palette.title
    let name = " " + term.name[language]
    let isScaled = moment.step >= .normsFolded && moment.fold.block.branches[index].norm != nil
    let factor =
      isScaled ? term.scale.map { " \(pen.glyphs.times) \(factorText($0))" } ?? "" : ""
    let isWide = columns(of: name + factor) <= line.width
    let text = StyledLine(name, style).then(isWide ? factor : "", pen.palette.accent)
    grid.put(text, at: line.origin, clip: line)
  }

  private func drawResultTitle(into grid: inout Grid, in line: Rect, with pen: Pen) {
    guard moment.isSummed else {
      let text = " " + FoldWords.notAddedYet[language]
      grid.put(text, at: line.origin, style: pen.palette.muted, clip: line)
      return
    }
    let isFolded = moment.shape.postNorm == nil || moment.equation.post != nil
    let title =
      isFolded
      ? moment.equation.resultTitle(with: pen, language)
      : StyledLine(" = " + EquationWords.sum[language], pen.palette.title)
    grid.put(title, at: line.origin, clip: line)
  }

  private func draw(
    _ bias: Double?,
    _ style: Style,
    _ grid: inout Grid,
    _ line: Rect,
    _ pen: Pen
  ) {
    guard let bias else { return }
    let number = moment.equation.biasDigits.text(bias)
    let label = columns(of: " bias " + number) <= line.width ? " bias " : " "
    let text = StyledLine(label, pen.palette.text).then(number, style)
    grid.put(text, at: line.origin, clip: line)
  }
}
