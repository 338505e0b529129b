internal import Canvas
internal import Words

/// An equation of more terms than one line holds: scaled kernels in reading order, the sum last.
struct WrappedEquation: Widget {
  let equation: KernelEquation
  let layout: EquationLayout
  let perLine: Int
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let digits = equation.biasDigits
    for (index, term) in equation.terms.enumerated() {
      let factor = term.scale.map { " \(pen.glyphs.times) \(factorText($0))" } ?? ""
      let title = StyledLine(term.name[language], pen.palette.title)
        .then(factor, pen.palette.accent)
      let bias = StyledLine("bias \(digits.text(term.bias))", pen.palette.text)
      draw(title, term.cells(term.scaled), bias, at: index, into: &grid, in: area, with: pen)
    }
    let last = equation.terms.count
    let bias = StyledLine("bias ", pen.palette.text)
      .then(digits.text(equation.bias), pen.palette.accent)
    let title = equation.resultTitle(with: pen, language)
    draw(title, equation.folded, bias, at: last, into: &grid, in: area, with: pen)
    let below = area.splitTop((last + perLine) / perLine * layout.lineHeight).rest
    let words = equation.sentences.joined(separator: "; ")
    TextBlock(wrapping: words[language], style: pen.palette.muted)
      .draw(into: &grid, in: below.inset(dx: 1, dy: 0), with: pen)
  }

  private func draw(
    _ title: StyledLine,
    _ values: [Double?],
    _ bias: StyledLine,
    at index: Int,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    let whole = layout.cell(of: index, perLine: perLine, in: area)
    let (place, cell) = (whole.origin, whole.intersection(area))
    let isResult = index == equation.terms.count
    grid.put(title, at: place.moved(dx: isResult ? 0 : 1), clip: cell)
    let kernel = Rect(origin: place.moved(dy: 1), size: layout.kernel).intersection(area)
    let unit = KernelUnit(for: equation.scaledLimit)
    layout.grid(values, limit: equation.scaledLimit, unit: unit)
      .draw(into: &grid, in: kernel, with: pen)
    grid.put(bias, at: place.moved(dx: 1, dy: layout.lineHeight - 1), clip: cell)
    guard !isResult else { return }
    let sign = index + 1 < equation.terms.count ? "+" : equation.resultSign(with: pen)
    let gap = place.moved(
      dx: layout.kernel.width + (layout.operatorWidth - 1) / 2,
      dy: 1 + layout.kernel.height / 2
    )
    grid.put(sign, at: gap, style: pen.palette.title, clip: area)
  }
}
