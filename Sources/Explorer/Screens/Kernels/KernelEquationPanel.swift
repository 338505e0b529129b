internal import Canvas
internal import RepCore

/// The training form of a pair: branches as stored, times their norms, and their sum.
struct KernelEquationPanel: Widget {
  private let equation: KernelEquation
  private let title: String
  private let layout: EquationLayout

  /// A pane about `equation` on a screen whose body has `body` cells.
  ///
  /// Where all its terms do not fit, those of one role are summed.
  init(_ equation: KernelEquation, title: String, body: Size) {
    self.title = title
    let inner = Size(width: body.width - 2, height: body.height)
    let full = EquationLayout(terms: equation.terms.count, side: equation.side, in: inner)
    let isCrowded = full.height + 2 > body.height
    self.equation = isCrowded ? equation.gathered : equation
    layout =
      isCrowded
      ? EquationLayout(terms: self.equation.terms.count, side: equation.side, in: inner) : full
  }

  /// Rows that the pane needs, borders included.
  var height: Int { layout.height + 2 }

  /// Draws the pane.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let panel = Panel("Before folding  \(title)", footer: footer(with: pen), isFocused: true)
    grid.draw(panel, in: area, with: pen)
    let inner = Panel.interior(of: area)
    if case .wrapped(let perLine) = layout.arrangement {
      WrappedEquation(equation: equation, layout: layout, perLine: perLine)
        .draw(into: &grid, in: inner, with: pen)
      return
    }
    var y = inner.y
    drawLine(of: equation.terms.map(\.title), at: y, pen.palette.title, &grid, inner)
    y += 1
    if layout.showsStored {
      for (index, term) in equation.terms.enumerated() {
        drawKernel(term.stored, equation.storedLimit, index, y, &grid, inner, pen)
      }
      drawNotes(at: y, &grid, inner, pen)
      y += layout.kernel.height
    }
    let factors = equation.terms.map { term in
      term.scale.map { "\(pen.glyphs.times) \(Numbers.signed($0, 3))" } ?? "each scaled"
    }
    drawLine(of: factors, at: y, pen.palette.accent, &grid, inner)
    y += 1
    drawScaled(at: y, &grid, inner, pen)
  }

  private func footer(with pen: Pen) -> String {
    let stored = limitText(equation.storedLimit, with: pen)
    guard layout.showsStored, !layout.isWrapped else {
      return "scaled kernels, colours to \(limitText(equation.scaledLimit, with: pen))"
    }
    return "colours to \(stored) stored, \(limitText(equation.scaledLimit, with: pen)) scaled"
  }
}

// MARK: - Lines of the equation

extension KernelEquationPanel {
  /// Scaled kernels with signs between them, their biases below, and the sum.
  private func drawScaled(
    at top: Int,
    _ grid: inout Grid,
    _ inner: Rect,
    _ pen: Pen
  ) {
    let middle = top + layout.kernel.height / 2
    let below = top + layout.kernel.height
    for (index, term) in equation.terms.enumerated() {
      drawKernel(term.scaled, equation.scaledLimit, index, top, &grid, inner, pen)
      guard index + 1 < equation.terms.count || !layout.isStacked else { continue }
      let sign = index + 1 < equation.terms.count ? "+" : "="
      let x = inner.x + index * layout.pitch + layout.kernel.width + (layout.operatorWidth - 1) / 2
      for y in [middle, below] {
        grid.put(sign, at: Point(x: x, y: y), style: pen.palette.title, clip: inner)
      }
    }
    let biases = equation.terms.map { " bias \(Numbers.signed($0.bias, 3))" }
    drawLine(of: biases, at: below, pen.palette.text, &grid, inner)
    let sum = StyledLine(" bias ", pen.palette.text)
      .then(Numbers.signed(equation.bias, 3), pen.palette.accent)
    if layout.isStacked {
      let place = Point(x: inner.x + layout.operatorWidth, y: below + 1)
      let row = place.y + layout.kernel.height / 2
      grid.put("=", at: Point(x: inner.x, y: row), style: pen.palette.title, clip: inner)
      drawKernel(equation.folded, at: place, &grid, inner, pen)
      let words = Rect(
        x: place.x + layout.kernel.width + 1,
        y: place.y,
        width: inner.maxX - place.x - layout.kernel.width - 1,
        height: max(layout.kernel.height, 2)
      )
      let text = "folded, bias \(Numbers.signed(equation.bias, 3)): \(equation.provenance)"
      TextBlock(wrapping: text, style: pen.palette.text)
        .draw(into: &grid, in: words.intersection(inner), with: pen)
    } else {
      let x = inner.x + equation.terms.count * layout.pitch
      drawKernel(equation.folded, at: Point(x: x, y: top), &grid, inner, pen)
      grid.put(sum, at: Point(x: x, y: below), clip: inner)
      let post = equation.postScale.map { " \(pen.glyphs.times) \(Numbers.signed($0, 3))" }
      let heading = StyledLine(post == nil ? " = folded" : " = sum", pen.palette.title)
        .then(post ?? "", pen.palette.accent)
      grid.put(heading, at: Point(x: x, y: top - 1), clip: inner)
      let outer = equation.outerTaps.map { "; outer taps: \($0) alone" } ?? ""
      let sentence = equation.provenance + outer
      let line = sentence.truncated(to: inner.width - 2, ellipsis: pen.glyphs.ellipsis)
      grid.put(line, at: Point(x: inner.x + 1, y: below + 1), style: pen.palette.muted, clip: inner)
    }
  }

  /// What the kernels as stored still lack, in the free corner above the sum.
  private func drawNotes(
    at top: Int,
    _ grid: inout Grid,
    _ inner: Rect,
    _ pen: Pen
  ) {
    guard !layout.isStacked else { return }
    let x = inner.x + equation.terms.count * layout.pitch + 1
    let area = Rect(x: x, y: top, width: inner.maxX - x, height: layout.kernel.height)
    let post = equation.postScale.map { ", then \(Numbers.signed($0, 3)) behind the sum" } ?? ""
    // One row has no room for more than what the row is.
    let text = layout.kernel.height > 1 ? "as stored; \(scaling)\(post)" : "as stored"
    TextBlock(wrapping: text, style: pen.palette.muted)
      .draw(into: &grid, in: area.intersection(inner), with: pen)
  }

  /// What happens to the branches before they are summed.
  private var scaling: String {
    let scales = equation.terms.map { $0.scale == 1 }
    return scales.allSatisfy(\.self) ? "no norms to scale by" : "each norm scales its branch"
  }

  private func drawLine(
    of texts: [String],
    at y: Int,
    _ style: Style,
    _ grid: inout Grid,
    _ inner: Rect
  ) {
    for (index, text) in texts.enumerated() {
      let start = Point(x: inner.x + index * layout.pitch + 1, y: y)
      let cell = Rect(origin: start, size: Size(width: layout.kernel.width - 1, height: 1))
      grid.put(text.drop { $0 == " " }, at: start, style: style, clip: cell.intersection(inner))
    }
  }

  private func drawKernel(
    _ values: [Double],
    _ limit: Double,
    _ index: Int,
    _ y: Int,
    _ grid: inout Grid,
    _ inner: Rect,
    _ pen: Pen
  ) {
    let place = Point(x: inner.x + index * layout.pitch, y: y)
    let area = Rect(origin: place, size: layout.kernel).intersection(inner)
    layout.grid(values, limit: limit).draw(into: &grid, in: area, with: pen)
  }

  private func drawKernel(
    _ values: [Double],
    at place: Point,
    _ grid: inout Grid,
    _ inner: Rect,
    _ pen: Pen
  ) {
    let area = Rect(origin: place, size: layout.kernel).intersection(inner)
    layout.grid(values, limit: equation.scaledLimit).draw(into: &grid, in: area, with: pen)
  }
}
