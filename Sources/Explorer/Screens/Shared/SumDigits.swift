internal import Canvas

/// How numbers that stand in one sum are written: all with as many digits behind the point as the largest
/// needs to show three, so that a reader can add them up; a power of ten for what would be all zeros.
struct SumDigits {
  /// Digits behind the point; nil where powers of ten are shorter.
  private let decimals: Int?
  private let extra: Int
  private let largest: Double

  /// The digits for `values`, and `extra` ones; what is not finite does not count.
  init(for values: some Sequence<Double>, extra: Int = 0) {
    self.extra = extra
    largest = largestMagnitude(values)
    decimals =
      switch largest {
      case 0.0995...99_999: 3
      case 0.00995..<0.0995: 4
      case 0.000_995..<0.00995: 5
      case 0.000_0995..<0.000_995: 6
      default: nil
      }
  }

  /// The number with its sign; zero itself is `0`.
  func text(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return value == 0 ? "0" : Numbers.signed(value, 0) }
    guard let decimals else {
      return (value < 0 ? "" : "+") + Numbers.scientific(value, 2 + extra)
    }
    let text = Numbers.signed(value, decimals + extra)
    guard Numbers.isAllZeros(text) else { return text }
    return (value < 0 ? "" : "+") + Numbers.scientific(value, 1 + extra)
  }

  /// Whether `parts` times `factor`, and `shift`, give `total` in the digits that are written.
  func adds(_ parts: [Double], times factor: Double = 1, plus shift: Double = 0, to total: Double)
    -> Bool
  {
    let sum = parts.map(written).reduce(0, +)
    guard factor != 1 || shift != 0 else {
      return isSame(sum, written(total))
    }
    let exact = sum * (Double(factorText(factor)) ?? factor) + written(shift)
    return text(exact) == text(total)
  }

  private func written(_ value: Double) -> Double { Double(text(value)) ?? .nan }

  private func isSame(_ left: Double, _ right: Double) -> Bool {
    (left - right).magnitude <= largest * 1e-9 || left.isNaN || right.isNaN
  }
}

/// A factor with its sign and at least three digits: `+0.642`, `+0.00042`.
func factorText(_ factor: Double) -> String { SumDigits(for: [factor]).text(factor) }

/// The ends of a scale of colours that is symmetric about zero.
func limitText(_ limit: Double, with pen: Pen) -> String {
  (pen.glyphs.level == .ascii ? "+/-" : "±") + Numbers.significant(limit)
}

/// The largest finite magnitude of `values`; 1 where that is zero, so that it can be divided by.
func largestMagnitude(_ values: some Sequence<Double>) -> Double {
  let largest = values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  return largest > 0 ? largest : 1
}
