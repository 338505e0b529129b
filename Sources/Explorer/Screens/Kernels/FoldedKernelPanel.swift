internal import Canvas
internal import RepCore

/// The deploy form of a pair: one kernel, its bias, and where they came from.
struct FoldedKernelPanel: Widget {
  private let equation: KernelEquation
  private let title: String
  private let isOriginKnown: Bool
  private let isRuled: Bool

  /// A pane about `equation`, whose terms are the branches where `isOriginKnown`.
  init(_ equation: KernelEquation, title: String, isOriginKnown: Bool, body: Size) {
    self.equation = equation
    self.title = title
    self.isOriginKnown = isOriginKnown
    isRuled = body.height >= 18 && body.width >= 78
  }

  /// Rows that the pane needs, borders included.
  var height: Int { kernel.size.height + 2 }

  /// Draws the kernel at the left and words at its right.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let footer = "colours to \(limitText(equation.scaledLimit, with: pen))"
    grid.draw(
      Panel("Folded kernel  \(title)", footer: footer, isFocused: true),
      in: area,
      with: pen
    )
    let (widget, size) = kernel
    let inner = Panel.interior(of: area)
    let (left, right) = inner.splitLeft(size.width)
    grid.draw(widget, in: left, with: pen)
    let words = right.inset(dx: 1, dy: 0)
    var lines = [
      StyledLine("bias ", pen.palette.text)
        .then(Numbers.signed(equation.bias, 3), pen.palette.accent)
    ]
    lines += sentences.flatMap { sentence in
      sentence.wrapped(to: words.width).map { StyledLine($0, pen.palette.text) }
    }
    grid.draw(TextBlock(lines), in: words, with: pen)
  }

  private var kernel: (widget: KernelGrid, size: Size) {
    let (values, limit) = (equation.folded, equation.scaledLimit)
    return isRuled
      ? (KernelGrid(side: 3, values: values, limit: limit), KernelGrid.size(side: 3))
      : (
        KernelGrid(plain: 3, values: values, limit: limit, digits: 6),
        KernelGrid.plainSize(side: 3, digits: 6)
      )
  }

  private var sentences: [String] {
    guard isOriginKnown else {
      return ["The file holds only this kernel; the branches it was made of are not in it."]
    }
    let biases = equation.terms.map { "\($0.name) \(Numbers.signed($0.bias, 3))" }
    return [
      equation.provenance,
      "outer taps: the scaled 3x3 alone",
      "bias = " + biases.joined(separator: " + ")
        + (equation.postScale == nil ? "" : ", then the norm behind the sum"),
    ]
  }
}
