internal import RepCore
internal import Words

// Where a number of Winograd's algorithm comes from: each entry of a transform, each product, each sum.

extension Explanation {
  /// The entry of what the step makes that is looked at.
  static func entry(_ figures: WinogradFigures) -> Explanation {
    let tale = TileTale(trace: figures.sight.trace, channel: figures.channel)
    let (row, column) = (figures.cell.row, figures.cell.column)
    return switch figures.step {
    case .kernel: tale.weight(row, column)
    case .input: tale.value(row, column)
    case .products: tale.product(row, column)
    case .sum: tale.sum(row, column)
    case .output: tale.output(row, column)
    case .check: tale.difference(row, column)
    }
  }
}

/// The explanations of one tile; rows and columns are those of the matrices.
///
/// Every part is explained when it is asked for: an output rests on thousands of numbers.
private struct TileTale: Sendable {
  typealias Part = Explanation.Part

  let trace: TileTrace
  /// The place of the input channel that is looked at.
  let channel: Int

  private var pair: PairTrace { trace.pairs[channel] }

  /// `matrix(row,column)`.
  private func name(_ matrix: String, _ row: Int, _ column: Int) -> Text {
    Text(name: "\(matrix)(\(row),\(column))")
  }

  private func part(
    _ name: Text,
    _ value: Double,
    from explanation: @escaping @Sendable () -> Explanation
  ) -> Part {
    var part = Part(name, value)
    part.deeper = explanation
    return part
  }

  private func explanation(
    _ name: Text,
    _ value: Double,
    _ combination: Combination,
    _ parts: [Part]
  ) -> Explanation {
    Explanation(name: name, value: value, unit: .weight, combination: combination, parts: parts)
  }

  /// A number times an entry of a transform's matrix; nil where that is zero.
  private func term(_ factor: Rational, _ name: Text, _ number: Part) -> Part? {
    guard factor != 0 else { return nil }
    let product = name + Text(name: " · ") + number.name
    let value = factor.double * number.value
    return part(product, value) {
      explanation(product, value, .product, [Part(name, factor.double), number])
    }
  }

  // MARK: The kernel

  /// An entry of U: `sum over k of (G g)(row,k) G(column,k)`.
  func weight(_ row: Int, _ column: Int) -> Explanation {
    let terms = (0..<3).compactMap { tap in
      term(
        trace.columns.kernel[column, tap],
        name("G", column, tap),
        part(name("Gg", row, tap), pair.halfKernel[row, tap]) { halfWeight(row, tap) }
      )
    }
    return explanation(name("U", row, column), pair.weights[row, column], .sum, terms)
  }

  private func halfWeight(_ row: Int, _ column: Int) -> Explanation {
    let terms = (0..<3).compactMap { tap in
      term(
        trace.rows.kernel[row, tap],
        name("G", row, tap),
        Part(name("g", tap, column), pair.kernel[tap, column])
      )
    }
    return explanation(name("Gg", row, column), pair.halfKernel[row, column], .sum, terms)
  }

  // MARK: The input

  /// An entry of V: `sum over k of (B' d)(row,k) B'(column,k)`.
  func value(_ row: Int, _ column: Int) -> Explanation {
    let terms = (0..<trace.columns.samples).compactMap { sample in
      term(
        trace.columns.input[column, sample],
        name("B'", column, sample),
        part(name("B'd", row, sample), pair.halfInput[row, sample]) { halfValue(row, sample) }
      )
    }
    return explanation(name("V", row, column), pair.values[row, column], .sum, terms)
  }

  private func halfValue(_ row: Int, _ column: Int) -> Explanation {
    let terms = (0..<trace.rows.samples).compactMap { sample in
      term(
        trace.rows.input[row, sample],
        name("B'", row, sample),
        Part(name("d", sample, column), pair.input[sample, column])
      )
    }
    return explanation(name("B'd", row, column), pair.halfInput[row, column], .sum, terms)
  }

  // MARK: Products and their sum

  /// A product of the channel that is looked at.
  func product(_ row: Int, _ column: Int) -> Explanation {
    explanation(
      name("U*V", row, column) + Text(name: ", ") + inputName(channel),
      pair.products[row, column],
      .product,
      [
        part(name("U", row, column), pair.weights[row, column]) { weight(row, column) },
        part(name("V", row, column), pair.values[row, column]) { value(row, column) },
      ]
    )
  }

  /// An entry of M: the products of the channels that give most, and those of all others together.
  func sum(_ row: Int, _ column: Int) -> Explanation {
    let products = trace.pairs.map { $0.products[row, column] }
    let parts = parts(of: products) { TileTale(trace: trace, channel: $0).product(row, column) }
    return explanation(name("M", row, column), trace.sum[row, column], .sum, parts)
  }

  private func inputName(_ channel: Int) -> Text {
    let number = trace.firstChannel + channel
    return Text(en: "in \(number)", vi: "vào \(number)")
  }

  /// The largest of the channels' numbers, each with where it comes from, and the sum of the others.
  private func parts(
    of numbers: [Double],
    _ explain: @escaping @Sendable (_ channel: Int) -> Explanation
  ) -> [Part] {
    let fit = numbers.count <= TileTale.mostChannels
    let ranked = numbers.indices.sorted {
      (numbers[$1].magnitude, $0) < (numbers[$0].magnitude, $1)
    }
    let shown = fit ? Array(numbers.indices) : ranked.prefix(TileTale.mostChannels - 1).sorted()
    let parts = shown.map { channel in
      part(inputName(channel), numbers[channel]) { explain(channel) }
    }
    guard !fit else { return parts }
    let others = numbers.indices.filter { !shown.contains($0) }
    let words = Text(en: "the other \(others.count)", vi: "\(others.count) kênh còn lại")
    return parts + [Part(words, others.reduce(0) { $0 + numbers[$1] })]
  }

  /// Channels that are told one by one.
  private static let mostChannels = 6

  // MARK: Outputs

  /// An entry of Y: `sum over k of (A' M)(row,k) A'(column,k)`.
  func output(_ row: Int, _ column: Int) -> Explanation {
    let terms = (0..<trace.columns.products).compactMap { product in
      term(
        trace.columns.output[column, product],
        name("A'", column, product),
        part(name("A'M", row, product), trace.halfOutput[row, product]) { halfOutput(row, product) }
      )
    }
    return explanation(name("Y", row, column), trace.outputs[row, column], .sum, terms)
  }

  private func halfOutput(_ row: Int, _ column: Int) -> Explanation {
    let terms = (0..<trace.rows.products).compactMap { product in
      term(
        trace.rows.output[row, product],
        name("A'", row, product),
        part(name("M", product, column), trace.sum[product, column]) { sum(product, column) }
      )
    }
    return explanation(name("A'M", row, column), trace.halfOutput[row, column], .sum, terms)
  }

  // MARK: The check

  /// An output less what the definition says.
  func difference(_ row: Int, _ column: Int) -> Explanation {
    let direct = trace.direct[row, column]
    return explanation(
      name("Y", row, column) + Text(name: " - ") + WinogradWords.direct,
      trace.differences[row, column],
      .difference,
      [
        part(name("Y", row, column), trace.outputs[row, column]) { output(row, column) },
        part(WinogradWords.direct, direct) { self.direct(row, column) },
      ]
    )
  }

  /// An output by the definition: nine products for each input channel.
  private func direct(_ row: Int, _ column: Int) -> Explanation {
    let channels = trace.pairs.indices.map { taps(row, column, of: $0).reduce(0) { $0 + $1.value } }
    return explanation(
      WinogradWords.direct + name(" ", row, column),
      trace.direct[row, column],
      .sum,
      parts(of: channels) { channel in
        explanation(inputName(channel), channels[channel], .sum, taps(row, column, of: channel))
      }
    )
  }

  private func taps(_ row: Int, _ column: Int, of channel: Int) -> [Part] {
    let (pair, stride) = (trace.pairs[channel], trace.rows.stride)
    return (0..<9).map { tap in
      let (down, right) = (stride * row + tap / 3, stride * column + tap % 3)
      let factors = [
        Part(name("g", tap / 3, tap % 3), pair.kernel[tap / 3, tap % 3]),
        Part(name("d", down, right), pair.input[down, right]),
      ]
      let title = factors[0].name + Text(name: " · ") + factors[1].name
      let value = factors[0].value * factors[1].value
      return part(title, value) { explanation(title, value, .product, factors) }
    }
  }
}
