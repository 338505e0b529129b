internal import RepCore
internal import Words

/// A line of what is said beside the kernels.
struct FoldFormula: Hashable {
  /// What kind of line.
  enum Kind: Hashable {
    /// What the step does, in words.
    case remark
    /// Which branch the formulas below are about.
    case heading
    /// An equation in letters.
    case rule
    /// An equation with the block's own numbers.
    case equation
  }

  /// What kind of line.
  let kind: Kind
  /// What it says.
  let text: Text
}

extension FoldFormula {
  /// What the step does, in words.
  static func remark(_ text: Text) -> FoldFormula { FoldFormula(kind: .remark, text: text) }

  /// Which branch the formulas below are about.
  static func heading(_ text: Text) -> FoldFormula { FoldFormula(kind: .heading, text: text) }

  /// An equation in letters.
  static func rule(_ text: Text) -> FoldFormula { FoldFormula(kind: .rule, text: text) }

  /// An equation with the block's own numbers.
  static func equation(_ text: Text) -> FoldFormula { FoldFormula(kind: .equation, text: text) }

  /// What a norm makes of the channel: its scale, and its bias from `own`, a bias that goes into it.
  static func norm(
    _ norm: BatchNorm,
    _ line: NormFold,
    channel: Int,
    own: Double?
  ) -> [FoldFormula] {
    let numbers = NormNumbers(norm, channel: channel)
    let (scale, shift) = (line.scale[channel], line.shift[channel])
    let epsilon = norm.shape.epsilon
    let scaled = FormulaDigits([numbers.gamma, numbers.variance], give: scale) {
      $0[0] / ($0[1] + epsilon).squareRoot()
    }
    let biased = FormulaDigits(
      [numbers.beta, own ?? 0, numbers.mean, scale],
      give: scale * (own ?? 0) + shift
    ) { $0[0] + ($0[1] - $0[2]) * $0[3] }
    return [
      .equation(FoldWords.scale(scaled, epsilon: "\(epsilon)")),
      .equation(FoldWords.bias(biased, hasOwn: own != nil)),
    ]
  }

  /// The tap under the cursor times a factor.
  static func tap(_ name: Text, _ value: Double, times factor: Double, gives result: Double)
    -> FoldFormula
  {
    let digits = FormulaDigits([value, factor], give: result) { $0[0] * $0[1] }
    let (value, factor) = (digits.numbers[0].unsigned, digits.numbers[1].operand)
    return .equation(
      name + Text(name: " = \(value) * \(factor) = \(digits.result)")
        + FoldWords.rounding(digits)
    )
  }

  /// A number as the sum of what each branch adds.
  static func sum(_ name: Text, of parts: [(name: Text, value: Double)], gives result: Double)
    -> FoldFormula
  {
    let digits = FormulaDigits(adding: parts.map(\.value), to: result)
    let terms = zip(parts, digits.numbers).map { $0.name + Text(name: " \($1)") }
    return .equation(
      name + Text(name: " = ") + terms.joined(separator: " + ")
        + Text(name: " = \(digits.result)") + FoldWords.rounding(digits)
    )
  }
}

/// The numbers of a norm at one channel; what a norm does not learn is 1 and 0.
struct NormNumbers: Hashable {
  let gamma: Double
  let beta: Double
  let mean: Double
  let variance: Double

  /// The numbers of `norm` at `channel`.
  init(_ norm: BatchNorm, channel: Int) {
    gamma = norm.gamma?.double(at: channel) ?? 1
    beta = norm.beta?.double(at: channel) ?? 0
    mean = norm.mean.double(at: channel)
    variance = norm.variance.double(at: channel)
  }
}
