internal import Canvas

/// An equation of more terms than one line holds: scaled kernels in reading order, the sum last.
struct WrappedEquation: Widget {
  let equation: KernelEquation
  let layout: EquationLayout
  let perLine: Int

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for (index, term) in equation.terms.enumerated() {
      let factor = term.scale.map { " \(pen.glyphs.times) \(Numbers.signed($0, 3))" } ?? ""
      let title = StyledLine(term.name, pen.palette.title).then(factor, pen.palette.accent)
      let bias = StyledLine("bias \(Numbers.signed(term.bias, 3))", pen.palette.text)
      draw(title, term.scaled, bias, at: index, into: &grid, in: area, with: pen)
    }
    let last = equation.terms.count
    let post = equation.postScale.map { " \(pen.glyphs.times) \(Numbers.signed($0, 3))" } ?? ""
    let title = StyledLine("folded", pen.palette.title).then(post, pen.palette.accent)
    let bias = StyledLine("bias ", pen.palette.text)
      .then(Numbers.signed(equation.bias, 3), pen.palette.accent)
    draw(title, equation.folded, bias, at: last, into: &grid, in: area, with: pen)
    let below = area.splitTop((last + perLine) / perLine * layout.lineHeight).rest
    let outer = equation.outerTaps.map { "; outer taps: \($0) alone" } ?? ""
    TextBlock(wrapping: "\(equation.provenance)\(outer)", style: pen.palette.muted)
      .draw(into: &grid, in: below.inset(dx: 1, dy: 0), with: pen)
  }

  private func draw(
    _ title: StyledLine,
    _ values: [Double],
    _ bias: StyledLine,
    at index: Int,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    let place = Point(
      x: area.x + index % perLine * layout.pitch,
      y: area.y + index / perLine * layout.lineHeight
    )
    let size = Size(width: layout.kernel.width, height: layout.lineHeight)
    let cell = Rect(origin: place, size: size).intersection(area)
    grid.put(title, at: place.moved(dx: 1), clip: cell)
    let kernel = Rect(origin: place.moved(dy: 1), size: layout.kernel).intersection(area)
    layout.grid(values, limit: equation.scaledLimit).draw(into: &grid, in: kernel, with: pen)
    grid.put(bias, at: place.moved(dx: 1, dy: layout.lineHeight - 1), clip: cell)
    guard index < equation.terms.count else { return }
    let sign = index + 1 < equation.terms.count ? "+" : "="
    let gap = place.moved(
      dx: layout.kernel.width + (layout.operatorWidth - 1) / 2,
      dy: 1 + layout.kernel.height / 2
    )
    grid.put(sign, at: gap, style: pen.palette.title, clip: area)
  }
}
