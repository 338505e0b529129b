internal import Canvas

/// How the numbers of a formula are written: with as few digits as let a reader who computes with them find the
/// result that is written behind them.
struct FormulaDigits {
  /// The numbers, in the order of the formula.
  let numbers: [String]
  /// What they give.
  let result: String
  /// Whether the written numbers give the written result.
  let isExact: Bool

  /// Digits beyond the usual ones that are tried.
  private static let most = 4

  /// `parts` of a sum, all with the same digits behind the point.
  init(adding parts: [Double], to sum: Double) {
    let candidates = (0...FormulaDigits.most).flatMap { extra in
      [extra, 0].map { resultExtra in
        let all = parts + [sum]
        return FormulaDigits(
          parts,
          in: parts.map { _ in SumDigits(for: all, extra: extra) },
          sum,
          in: SumDigits(for: all, extra: resultExtra)
        ) { $0.reduce(0, +) }
      }
    }
    self = candidates.first(where: \.isExact) ?? candidates[0]
  }

  /// `numbers` of any formula, each with digits of its own.
  init(_ numbers: [Double], give result: Double, by formula: ([Double]) -> Double) {
    let candidates = (0...FormulaDigits.most).map { extra in
      FormulaDigits(
        numbers,
        in: numbers.map { SumDigits(for: [$0], extra: extra) },
        result,
        in: SumDigits(for: [result]),
        by: formula
      )
    }
    self = candidates.first(where: \.isExact) ?? candidates[0]
  }

  private init(
    _ numbers: [Double],
    in digits: [SumDigits],
    _ result: Double,
    in resultDigits: SumDigits,
    by formula: ([Double]) -> Double
  ) {
    self.numbers = zip(numbers, digits).map { $1.text($0) }
    self.result = resultDigits.text(result)
    let found = formula(self.numbers.map { Double($0) ?? .nan })
    isExact = resultDigits.text(found) == self.result
  }
}

extension String {
  /// The number without the sign of one above zero.
  var unsigned: String { hasPrefix("+") ? String(dropFirst()) : self }

  /// The number as it stands behind a sign: in parentheses where it has one of its own.
  var operand: String { hasPrefix("-") ? "(\(self))" : unsigned }
}
