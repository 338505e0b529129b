internal import Canvas
internal import RepCore
internal import Words

/// The fold of one channel pair as an equation: scaled branches on the left, one kernel on the right.
///
///     kernel = (sum of scaled kernels) * scale of the norm behind the sum
///     bias   = (sum of biases) * scale of that norm + its shift
struct KernelEquation {
  /// A branch's part of the sum, or that of all branches of one role.
  struct Term {
    /// `3x3`, `1x1, padded`.
    let title: Text
    /// The short name, for sums in words.
    let name: Text
    /// Which linear map.
    let role: BranchRole
    /// Whether the taps around the centre are only padding.
    let isPadded: Bool
    /// `k x k`, as stored, with zeros around a smaller kernel.
    let stored: [Double]
    /// The norm's factor; nil where several branches have one each.
    let scale: Double?
    /// `k x k`, times the factor.
    let scaled: [Double]
    /// What the branch adds to the bias.
    let bias: Double

    /// `values` of the kernel, nil where there is only padding.
    func cells(_ values: [Double]) -> [Double?] {
      values.enumerated().map { isPadded && $0 != values.count / 2 ? nil : $1 }
    }
  }

  /// One term per branch, in the order of the sum, or one per role.
  let terms: [Term]
  /// Width of the window, `k`.
  let side: Int
  /// The factor and the summand of a norm behind the sum, where there is one.
  let post: (scale: Double, shift: Double)?
  /// `k x k`, the sum, through the norm behind it.
  let folded: [Double]
  /// The sum of the biases, through the norm behind it.
  let bias: Double
  private let sum: (kernel: [Double], bias: Double)

  /// The equation of output channel `output` and input channel `input` of its group.
  init(_ fold: BlockFold, output: Int, input: Int) {
    terms = fold.branches.map { branch in
      let isPadded = branch.isPadded
      return Term(
        title: isPadded ? EquationWords.padded(branch.id.words) : branch.id.words,
        name: branch.id.words,
        role: branch.role,
        isPadded: isPadded,
        stored: branch.paddedKernel(output: output, input: input),
        scale: branch.scale[output],
        scaled: branch.scaledKernel(output: output, input: input),
        bias: branch.bias[output]
      )
    }
    side = fold.block.shape.kernelSize
    post = fold.block.shape.postNorm.map { _ in
      (fold.postNorm.scale[output], fold.postNorm.shift[output])
    }
    folded = fold.kernel(output: output, input: input)
    bias = fold.bias(output: output)
    sum = (fold.sum(output: output, input: input), fold.biasSum(output: output))
  }

  /// The taps of a kernel, a line for each row, as exactly as their type has them.
  func rows(of kernel: [Double]) -> String {
    (0..<side)
      .map { row in
        kernel[row * side..<(row + 1) * side].map(KernelEquation.exact).joined(separator: " ")
      }
      .joined(separator: "\n")
  }

  /// A tap as exactly as its type has it.
  static func exact(_ tap: Double) -> String {
    Double(Float(tap)) == tap ? "\(Float(tap))" : "\(tap)"
  }

  private init(_ equation: KernelEquation, terms: [Term]) {
    self.terms = terms
    (side, post, sum) = (equation.side, equation.post, equation.sum)
    (folded, bias) = (equation.folded, equation.bias)
  }

  private init(sumOf equation: KernelEquation) {
    (terms, side, sum, post) = (equation.terms, equation.side, equation.sum, nil)
    (folded, bias) = equation.sum
  }

  /// The same equation up to the sum, as if there were no norm behind it.
  var beforePostNorm: KernelEquation { KernelEquation(sumOf: self) }

  /// The same equation with one term for each role: branches of a role are summed.
  var gathered: KernelEquation {
    var roles: [BranchRole] = []
    for term in terms where !roles.contains(term.role) { roles.append(term.role) }
    return KernelEquation(
      self,
      terms: roles.map { role in sum(of: terms.filter { $0.role == role }) }
    )
  }

  private func sum(of terms: [Term]) -> Term {
    guard terms.count > 1 else { return terms[0] }
    func total(_ part: KeyPath<Term, [Double]>) -> [Double] {
      terms[0][keyPath: part].indices.map { tap in
        terms.map { $0[keyPath: part][tap] }.reduce(0, +)
      }
    }
    return Term(
      title: EquationWords.all(terms[0].role, count: terms.count),
      name: EquationWords.all(terms[0].role),
      role: terms[0].role,
      isPadded: terms[0].isPadded,
      stored: total(\.stored),
      scale: nil,
      scaled: total(\.scaled),
      bias: terms.map(\.bias).reduce(0, +)
    )
  }

  /// The largest magnitude among the kernels as stored.
  var storedLimit: Double { largestMagnitude(terms.lazy.flatMap(\.stored)) }

  /// The largest magnitude among the scaled kernels and their sum, which share one scale of colours.
  var scaledLimit: Double {
    max(largestMagnitude(terms.lazy.flatMap(\.scaled)), largestMagnitude(folded))
  }
}
