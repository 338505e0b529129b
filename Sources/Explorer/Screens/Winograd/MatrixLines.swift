internal import Canvas
internal import RepCore
internal import Words

/// What a step does, how the number under the cursor comes about, and the matrix that does it.
struct MatrixLines {
  let figures: WinogradFigures
  let explanation: Explanation
  let shared: Shared
  let width: Int

  private var pen: Pen { shared.pen }
  private var language: Language { shared.language }

  /// All of it; the number first.
  var lines: [StyledLine] {
    number + matrix + wrapped(figures.step.words[language], pen.palette.muted)
  }

  /// The number, and as far as they are few the parts of it.
  private var number: [StyledLine] {
    let isShort = explanation.parts.count <= MatrixLines.mostParts
    let equation =
      isShort ? explanation.equation(times: pen.glyphs.times, language) : explanation.text
    return wrapped(explanation.name[language], pen.palette.title)
      + wrapped(equation, pen.palette.accent)
  }

  /// The most parts that a reader follows on a line.
  private static let mostParts = 8

  private func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
    text.wrapped(to: width).map { StyledLine($0, style) }
  }

  // MARK: The matrix of the step

  private var matrix: [StyledLine] {
    let rows = figures.sight.trace.rows
    switch figures.step {
    case .kernel: return table("G", rows.kernel, labels: rows.order.map(\.label))
    case .input: return table("B'", rows.input, labels: rows.order.map(\.label))
    case .output:
      return table("A'", rows.output, labels: (0..<rows.outputs).map { "y\($0)" })
    case .products, .sum, .check: return []
    }
  }

  /// A matrix row by row, with a label before each: the point of the row, or the output.
  private func table(_ name: String, _ matrix: Matrix<Rational>, labels: [String]) -> [StyledLine] {
    let column = (matrix.values.map { columns(of: $0.description) }.max() ?? 1) + 1
    let label = (labels.map { columns(of: $0) }.max() ?? 1) + 1
    return (0..<matrix.rows).map { row in
      let isHere = row == figures.cell.row
      let entries = (0..<matrix.columns).map {
        matrix[row, $0].description.fitted(to: column, .right)
      }
      return StyledLine((row == 0 ? name : "").fitted(to: 3), pen.palette.title)
        .then(labels[row].fitted(to: label, .right), pen.palette.muted)
        .then(entries.joined(), isHere ? pen.palette.accent : pen.palette.text)
    }
  }
}

extension TileAlgorithm.Product {
  /// The point, or which even sample: `5/8`, `inf`, `e1`.
  var label: String {
    switch self {
    case .point(let point): point.description
    case .infinity: "inf"
    case .even(let output): "e\(output)"
    }
  }
}
