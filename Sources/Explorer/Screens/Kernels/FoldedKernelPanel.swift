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
    isRuled = body.height >= 18 && body.width >= 78 && equation.side > 1
  }

  /// Rows that the pane needs, borders included.
  var height: Int { max(kernel.size.height, FoldedKernelPanel.wordRows) + 2 }

  /// Rows that the words need in a pane of usual width.
  private static let wordRows = 3

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
    let (values, limit, side) = (equation.folded, equation.scaledLimit, equation.side)
    return isRuled
      ? (KernelGrid(side: side, values: values, limit: limit), KernelGrid.size(side: side))
      : (
        KernelGrid(plain: side, values: values, limit: limit, digits: 6),
        KernelGrid.plainSize(side: side, digits: 6)
      )
  }

  private var sentences: [String] {
    guard isOriginKnown else {
      return ["The file holds only this kernel; the branches it was made of are not in it."]
    }
    let biases = equation.gathered.terms.map { "\($0.name) \(Numbers.signed($0.bias, 3))" }
    return [equation.provenance]
      + (equation.outerTaps.map { ["outer taps: \($0) alone, scaled"] } ?? []) + [
        "bias = " + biases.joined(separator: " + ")
          + (equation.postScale == nil ? "" : ", then the norm behind the sum")
      ]
  }
}
