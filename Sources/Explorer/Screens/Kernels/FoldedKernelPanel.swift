internal import Canvas
internal import RepCore
internal import Words

/// The deploy form of a pair: one kernel, its bias, and where they came from.
struct FoldedKernelPanel: Widget {
  private let equation: KernelEquation
  private let title: Text
  private let isOriginKnown: Bool
  private let isRuled: Bool
  private let language: Language

  /// A pane about `equation`, whose terms are the branches where `isOriginKnown`.
  init(
    _ equation: KernelEquation,
    title: Text,
    isOriginKnown: Bool,
    body: Size,
    language: Language
  ) {
    self.equation = equation
    self.title = title
    self.isOriginKnown = isOriginKnown
    self.language = language
    isRuled = body.height >= 18 && body.width >= 78 && equation.side > 1
  }

  /// Rows that the pane needs, borders included.
  var height: Int { max(kernelSize.height, FoldedKernelPanel.wordRows) + 2 }

  /// Rows that the words need in a pane of usual width.
  private static let wordRows = 3

  /// Draws the kernel at the left and words at its right.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let footer =
      EquationWords.digits(unit: unit, stored: nil, isRounded: false)
      + EquationWords.colours(limitText(limit, with: pen))
    grid.draw(
      Panel(KernelsWords.foldedKernel(title)[language], footer: footer[language], isFocused: true),
      in: area,
      with: pen
    )
    let inner = Panel.interior(of: area)
    let (left, right) = inner.splitLeft(kernelSize.width)
    grid.draw(kernel, in: left, with: pen)
    let words = right.inset(dx: 1, dy: 0)
    var lines = [
      StyledLine("bias ", pen.palette.text)
        .then(equation.biasDigits.text(equation.bias), pen.palette.accent)
    ]
    lines += sentences.flatMap { sentence in
      sentence[language].wrapped(to: words.width).map { StyledLine($0, pen.palette.text) }
    }
    grid.draw(TextBlock(lines), in: words, with: pen)
  }

  private var limit: Double { largestMagnitude(equation.folded) }
  private var unit: KernelUnit { KernelUnit(for: limit) }

  private var kernel: KernelGrid {
    let (values, side) = (equation.folded, equation.side)
    return isRuled
      ? KernelGrid(side: side, values: values, limit: limit, unit: unit.value)
      : KernelGrid(
        plain: side,
        values: values,
        limit: limit,
        digits: KernelGrid.ruledDigits,
        unit: unit.value
      )
  }

  private var kernelSize: Size {
    isRuled
      ? KernelGrid.size(side: equation.side)
      : KernelGrid.plainSize(side: equation.side, digits: KernelGrid.ruledDigits)
  }

  private var sentences: [Text] {
    guard isOriginKnown else { return [EquationWords.branchesAreGone] }
    let outer = equation.outerTaps.map { [EquationWords.outerTapsAlone($0)] } ?? []
    return [equation.provenance] + outer + [equation.biasProvenance]
  }
}
