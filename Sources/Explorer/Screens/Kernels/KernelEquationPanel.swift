internal import Canvas
internal import RepCore
internal import Words

/// The training form of a pair: branches as stored, times their norms, and their sum.
struct KernelEquationPanel: Widget {
  private let equation: KernelEquation
  private let title: Text
  private let layout: EquationLayout
  private let language: Language

  /// A pane about `equation` on a screen whose body has `body` cells.
  ///
  /// Where all its terms do not fit, those of one role are summed.
  init(_ equation: KernelEquation, title: Text, body: Size, language: Language) {
    self.title = title
    self.language = language
    let inner = Size(width: body.width - 2, height: body.height)
    func layout(_ equation: KernelEquation) -> EquationLayout {
      EquationLayout(
        terms: equation.terms.count,
        side: equation.side,
        hasPostNorm: equation.post != nil,
        in: inner
      )
    }
    let full = layout(equation)
    let isCrowded = full.height + 2 > body.height
    self.equation = isCrowded ? equation.gathered : equation
    self.layout = isCrowded ? layout(self.equation) : full
  }

  /// Rows that the pane needs, borders included.
  var height: Int { layout.height + 2 }

  /// The cells of each of the terms, in a pane of `area`.
  func terms(in area: Rect) -> [Rect] {
    let inner = Panel.interior(of: area)
    return equation.terms.indices.map { index in
      if case .wrapped(let perLine) = layout.arrangement {
        return layout.cell(of: index, perLine: perLine, in: inner).intersection(inner)
      }
      let stored = layout.showsStored ? layout.kernel.height : 0
      let size = Size(width: layout.kernel.width, height: 1 + stored + 1 + layout.kernel.height + 1)
      return Rect(origin: place(of: index, inner, inner.y), size: size).intersection(inner)
    }
  }

  /// Draws the pane.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let panel = Panel(
      KernelsWords.beforeFolding(title)[language],
      footer: footer(with: pen)[language],
      isFocused: true
    )
    grid.draw(panel, in: area, with: pen)
    let inner = Panel.interior(of: area)
    if case .wrapped(let perLine) = layout.arrangement {
      WrappedEquation(equation: equation, layout: layout, perLine: perLine, language: language)
        .draw(into: &grid, in: inner, with: pen)
      return
    }
    var y = inner.y
    drawLine(
      of: equation.terms.map { [$0.title[language]] },
      at: y,
      pen.palette.title,
      &grid,
      inner,
      pen
    )
    y += 1
    if layout.showsStored {
      for (index, term) in equation.terms.enumerated() {
        let kernel = layout.grid(
          term.cells(term.stored),
          limit: equation.storedLimit,
          unit: storedUnit
        )
        draw(kernel, at: place(of: index, inner, y), &grid, inner, pen)
      }
      drawNotes(at: y, &grid, inner, pen)
      y += layout.kernel.height
    }
    let factors = equation.terms.map { term in
      [
        term.scale.map { "\(pen.glyphs.times) \(factorText($0))" }
          ?? EquationWords.eachScaled[language]
      ]
    }
    drawLine(of: factors, at: y, pen.palette.accent, &grid, inner, pen)
    y += 1
    drawScaled(at: y, &grid, inner, pen)
  }

  private var storedUnit: KernelUnit { KernelUnit(for: equation.storedLimit) }
  private var unit: KernelUnit { KernelUnit(for: equation.scaledLimit) }

  private func footer(with pen: Pen) -> Text {
    let showsBoth = layout.showsStored && !layout.isWrapped
    let stored = limitText(equation.storedLimit, with: pen)
    let scaled = limitText(equation.scaledLimit, with: pen)
    return EquationWords.digits(
      unit: unit,
      stored: showsBoth ? storedUnit : nil,
      isRounded: equation.isRounded(columns: layout.numberColumns, unit: unit)
    )
      + (showsBoth
        ? KernelsWords.colours(stored: stored, scaled: scaled)
        : KernelsWords.colours(scaled: scaled))
  }
}

// MARK: - Lines of the equation

extension KernelEquationPanel {
  /// Scaled kernels with signs between them, their biases below, and the sum.
  private func drawScaled(at top: Int, _ grid: inout Grid, _ inner: Rect, _ pen: Pen) {
    let below = top + layout.kernel.height
    for (index, term) in equation.terms.enumerated() {
      let kernel = layout.grid(term.cells(term.scaled), limit: equation.scaledLimit, unit: unit)
      draw(kernel, at: place(of: index, inner, top), &grid, inner, pen)
      let isLast = index + 1 == equation.terms.count
      guard !isLast || !layout.isStacked else { continue }
      let sign = isLast ? equation.resultSign(with: pen) : "+"
      let x = inner.x + index * layout.pitch + layout.kernel.width + (layout.operatorWidth - 1) / 2
      for y in [top + layout.kernel.height / 2, below] {
        grid.put(sign, at: Point(x: x, y: y), style: pen.palette.title, clip: inner)
      }
    }
    let digits = equation.biasDigits
    let biases = equation.terms.map { [" bias \(digits.text($0.bias))", digits.text($0.bias)] }
    drawLine(of: biases, at: below, pen.palette.text, &grid, inner, pen)
    if layout.isStacked {
      drawStackedSum(at: below + 1, &grid, inner, pen)
    } else {
      drawSum(at: top, &grid, inner, pen)
    }
  }

  /// The sum at the right of its terms, and the equation in sentences below.
  private func drawSum(at top: Int, _ grid: inout Grid, _ inner: Rect, _ pen: Pen) {
    let below = top + layout.kernel.height
    let place = place(of: equation.terms.count, inner, top)
    draw(sum, at: place, &grid, inner, pen)
    let number = equation.biasDigits.text(equation.bias)
    let room = inner.maxX - place.x
    let label = columns(of: " bias " + number) <= room ? " bias " : " "
    let bias = StyledLine(label, pen.palette.text).then(number, pen.palette.accent)
    grid.put(bias, at: Point(x: place.x, y: below), clip: inner)
    let heading = equation.resultTitle(with: pen, language)
    grid.put(heading, at: Point(x: place.x, y: top - 1), clip: inner)
    for (index, sentence) in sentences.enumerated() {
      let line = sentence[language]
        .truncated(to: inner.width - 2, ellipsis: pen.glyphs.ellipsis)
      let start = Point(x: inner.x + 1, y: below + 1 + index)
      grid.put(line, at: start, style: pen.palette.muted, clip: inner)
    }
  }

  /// The sum below its terms, with the equation in sentences at its right.
  private func drawStackedSum(at top: Int, _ grid: inout Grid, _ inner: Rect, _ pen: Pen) {
    let place = Point(x: inner.x + layout.operatorWidth, y: top)
    let row = place.y + layout.kernel.height / 2
    let sign = equation.resultSign(with: pen)
    grid.put(sign, at: Point(x: inner.x, y: row), style: pen.palette.title, clip: inner)
    draw(sum, at: place, &grid, inner, pen)
    let words = Rect(
      x: place.x + layout.kernel.width + 1,
      y: place.y,
      width: inner.maxX - place.x - layout.kernel.width - 1,
      height: inner.maxY - place.y
    )
    let bias = Text(name: " bias \(equation.biasDigits.text(equation.bias)): ")
    let text = EquationWords.folded + Text(name: ",") + bias + sentences.joined(separator: "; ")
    TextBlock(wrapping: text[language], style: pen.palette.text)
      .draw(into: &grid, in: words.intersection(inner), with: pen)
  }

  private var sum: KernelGrid {
    layout.grid(equation.folded, limit: equation.scaledLimit, unit: unit)
  }

  /// What the equation says of the centre, and of the bias where that is no mere sum.
  private var sentences: [Text] { equation.sentences }

  /// What the kernels as stored still lack, in the free corner above the sum.
  private func drawNotes(at top: Int, _ grid: inout Grid, _ inner: Rect, _ pen: Pen) {
    guard !layout.isStacked else { return }
    let x = inner.x + equation.terms.count * layout.pitch + 1
    let area = Rect(x: x, y: top, width: inner.maxX - x, height: layout.kernel.height)
    // One row has no room for more than what the row is.
    guard layout.kernel.height > 1 else {
      grid.put(
        EquationWords.asStored[language],
        at: area.origin,
        style: pen.palette.muted,
        clip: area.intersection(inner)
      )
      return
    }
    let hasNorms = equation.terms.contains { $0.scale != 1 }
    let text =
      EquationWords.asStored + Text(name: "; ")
      + (hasNorms ? EquationWords.normsScale : EquationWords.noNormsToScale)
      + (equation.post.map { EquationWords.thenBehindSum(factorText($0.scale)) } ?? .none)
    TextBlock(wrapping: text[language], style: pen.palette.muted)
      .draw(into: &grid, in: area.intersection(inner), with: pen)
  }

  /// A text for each term: the first of its candidates that fits, so that no number is cut.
  private func drawLine(
    of texts: [[String]],
    at y: Int,
    _ style: Style,
    _ grid: inout Grid,
    _ inner: Rect,
    _ pen: Pen
  ) {
    for (index, candidates) in texts.enumerated() {
      let start = place(of: index, inner, y).moved(dx: 1)
      let room = layout.kernel.width - 1
      let text =
        candidates.map { $0.drop { $0 == " " } }.first { columns(of: $0) <= room }
        .map(String.init) ?? candidates[0].truncated(to: room, ellipsis: pen.glyphs.ellipsis)
      let cell = Rect(origin: start, size: Size(width: room, height: 1))
      grid.put(text, at: start, style: style, clip: cell.intersection(inner))
    }
  }

  /// Where the kernel of a term stands, whose first row is `y`.
  private func place(of index: Int, _ inner: Rect, _ y: Int) -> Point {
    Point(x: inner.x + index * layout.pitch, y: y)
  }

  private func draw(
    _ kernel: KernelGrid,
    at place: Point,
    _ grid: inout Grid,
    _ inner: Rect,
    _ pen: Pen
  ) {
    let area = Rect(origin: place, size: layout.kernel).intersection(inner)
    kernel.draw(into: &grid, in: area, with: pen)
  }
}

extension KernelEquation {
  /// What the equation says of the centre, and of the bias where that is no mere sum.
  var sentences: [Text] {
    let outer = outerTaps.map { Text(name: "; ") + EquationWords.outerTapsAlone($0) } ?? .none
    return [provenance + outer] + (post == nil ? [] : [biasProvenance])
  }

  /// What stands between the last term and the result: no equals sign where the sum still goes through a
  /// norm.
  func resultSign(with pen: Pen) -> String { post == nil ? "=" : String(pen.glyphs.heads.right) }

  /// What stands above the result: `= folded`, `sum x +0.967`.
  func resultTitle(with pen: Pen, _ language: Language) -> StyledLine {
    guard let post else {
      return StyledLine(" = " + EquationWords.folded[language], pen.palette.title)
    }
    return StyledLine(" " + EquationWords.sum[language], pen.palette.title)
      .then(" \(pen.glyphs.times) \(factorText(post.scale))", pen.palette.accent)
  }
}
