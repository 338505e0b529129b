internal import Canvas
internal import RepCore
internal import Words

// The equation in sentences, and whether its digits add up.

extension KernelEquation {
  /// Where the middle tap stands in the arrays.
  private var middle: Int { side * side / 2 }

  /// `centre +1.448`, or `weight +1.448` of a kernel that is one number.
  var centre: Text { centreName + Text(name: " \(centreDigits.text(folded[middle]))") }

  private var centreName: Text { side > 1 ? EquationWords.centre : EquationWords.weight }

  private var centreDigits: SumDigits {
    SumDigits(for: terms.map { $0.scaled[middle] } + [folded[middle]])
  }

  /// Where the centre comes from: `centre +1.448 = 3x3 +0.497 + 1x1 +0.177 + identity +0.774`.
  ///
  /// Branches of one role are told together.
  var provenance: Text {
    let (digits, parts) = (centreDigits, gathered.terms.map { ($0.name, $0.scaled[middle]) })
    let isExact = digits.adds(
      parts.map(\.1),
      times: post?.scale ?? 1,
      to: folded[middle]
    )
    let sum = KernelEquation.sum(parts, digits)
    let right = post.map { Text(name: "\(factorText($0.scale)) * (") + sum + Text(name: ")") }
    return centre + Text(name: " = ") + (right ?? sum)
      + (isExact ? .none : EquationWords.roundedBehind)
  }

  /// Every kernel of the equation, row by row, and what the sum comes from.
  func read(into reading: inout Reading, asTerms: Bool) {
    func taps(_ values: [Double]) -> Text {
      let rows = (0..<side).map { row in
        values[row * side..<(row + 1) * side].map { Numbers.significant($0) }
          .joined(separator: " ")
      }
      return Text(name: rows.joined(separator: "; "))
    }
    for term in asTerms ? terms : [] {
      reading.add(term.title + EquationWords.storedBehind + taps(term.stored))
      let factor = term.scale.map { Text(name: factorText($0)) } ?? EquationWords.eachScaled
      reading.add(
        term.title + EquationWords.timesBehind + factor + Text(name: ": ") + taps(term.scaled)
      )
    }
    reading.add(EquationWords.folded + Text(name: ": ") + taps(folded))
    for sentence in [provenance, biasProvenance] { reading.add(sentence) }
  }

  /// Digits for all biases of the equation.
  var biasDigits: SumDigits {
    SumDigits(for: terms.map(\.bias) + [bias] + (post.map { [$0.shift] } ?? []))
  }

  /// Where the bias comes from: `bias +0.037 = 3x3 -0.131 + 1x1 -0.199 + identity +0.368`.
  var biasProvenance: Text {
    let (digits, parts) = (biasDigits, gathered.terms.map { ($0.name, $0.bias) })
    let isExact = digits.adds(
      parts.map(\.1),
      times: post?.scale ?? 1,
      plus: post?.shift ?? 0,
      to: bias
    )
    let sum = KernelEquation.sum(parts, digits)
    let right = post.map {
      Text(name: "\(factorText($0.scale)) * (") + sum + Text(name: ") + ") + EquationWords.shift
        + Text(name: " \(digits.text($0.shift))")
    }
    return Text(name: "bias \(digits.text(bias)) = ") + (right ?? sum)
      + (isExact ? .none : EquationWords.roundedBehind)
  }

  private static func sum(_ parts: [(name: Text, value: Double)], _ digits: SumDigits) -> Text {
    parts.map { $0.name + Text(name: " \(digits.text($0.value))") }.joined(separator: " + ")
  }

  /// Which branches reach the taps around the centre; nil where there are none, or nothing is padded.
  var outerTaps: Text? {
    guard side > 1, terms.contains(where: \.isPadded) else { return nil }
    let wide = terms.filter { !$0.isPadded }.map(\.role)
    let convolutions = wide.filter { $0 != .average }.count
    return EquationWords.outerTaps(convolutions: convolutions, average: wide.contains(.average))
  }

  /// Whether the numbers of the scaled kernels and the biases, as they are written in `columns` columns and
  /// `unit`, do not give the sum in its last digit.
  func isRounded(columns: Int, unit: KernelUnit) -> Bool {
    func written(_ value: Double) -> Double {
      Double(Numbers.compact(value / unit.value, columns: columns)) ?? .nan
    }
    let factor = post.map { Double(factorText($0.scale)) ?? $0.scale }
    let taps = folded.indices.contains { tap in
      let sum = terms.map { written($0.scaled[tap]) }.reduce(0, +)
      let total = written(folded[tap])
      guard let factor else { return (sum - total).magnitude > 1e-9 }
      return Numbers.compact(sum * factor, columns: columns)
        != Numbers.compact(folded[tap] / unit.value, columns: columns)
    }
    return taps
      || !biasDigits.adds(
        terms.map(\.bias),
        times: post?.scale ?? 1,
        plus: post?.shift ?? 0,
        to: bias
      )
  }
}
