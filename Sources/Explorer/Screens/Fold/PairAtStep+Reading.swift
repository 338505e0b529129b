internal import Canvas
internal import Words

extension PairAtStep {
  /// Every kernel of the step, row by row, with its bias.
  func readKernels(into reading: inout Reading) {
    for (index, term) in equation.terms.enumerated() {
      let bias = bias(of: index).map { Text(name: ", bias \(equation.biasDigits.text($0))") }
      reading.add(term.name + Text(name: ": ") + words(for: kernel(of: term)) + (bias ?? .none))
    }
    guard hasResult else { return }
    guard isSummed else { return reading.add(FoldWords.notAddedYet) }
    let bias = Text(name: ", bias \(equation.biasDigits.text(equation.bias))")
    reading.add(
      FoldWords.result(of: self) + Text(name: ": \(rows(equation.folded))") + bias
    )
  }

  private func words(for kernel: Kernel) -> Text {
    switch kernel {
    case .missing: FoldWords.noKernelYet
    case .single(let value): Text(name: Numbers.significant(value))
    case .whole(let values): Text(name: rows(values.map { $0 ?? 0 }))
    }
  }

  private func rows(_ values: [Double]) -> String {
    let side = equation.side
    return (0..<side)
      .map { row in
        values[row * side..<(row + 1) * side].map { Numbers.significant($0) }
          .joined(separator: " ")
      }
      .joined(separator: "; ")
  }
}
