internal import Canvas
internal import RepCore

/// The fold of one channel pair as an equation: scaled branches on the left, one kernel on the right.
struct KernelEquation {
  /// A branch's part of the sum, or that of all branches of one role.
  struct Term {
    /// `3x3`, `1x1, padded`.
    let title: String
    /// The short name, for sums in words.
    let name: String
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
  }

  /// One term per branch, in the order of the sum, or one per role.
  let terms: [Term]
  /// Width of the window, `k`.
  let side: Int
  /// The factor of a norm behind the sum, where there is one.
  let postScale: Double?
  /// `k x k`, the sum.
  let folded: [Double]
  /// The sum of the biases.
  let bias: Double

  /// The equation of output channel `output` and input channel `input` of its group.
  init(_ fold: BlockFold, output: Int, input: Int) {
    terms = fold.branches.map { branch in
      let isPadded = branch.isPadded
      return Term(
        title: branch.id.description + (isPadded ? ", padded" : ""),
        name: branch.id.description,
        role: branch.role,
        isPadded: isPadded,
        stored: branch.paddedKernel(output: output, input: input),
        scale: branch.scale[output],
        scaled: branch.scaledKernel(output: output, input: input),
        bias: branch.bias[output]
      )
    }
    side = fold.block.shape.kernelSize
    postScale = fold.block.shape.postNorm.map { _ in fold.postNorm.scale[output] }
    folded = fold.kernel(output: output, input: input)
    bias = fold.bias(output: output)
  }

  private init(_ equation: KernelEquation, terms: [Term]) {
    self.terms = terms
    (side, postScale) = (equation.side, equation.postScale)
    (folded, bias) = (equation.folded, equation.bias)
  }

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
      title: "all \(terms.count) \(terms[0].role.rawValue)",
      name: "all \(terms[0].role.rawValue)",
      role: terms[0].role,
      isPadded: terms[0].isPadded,
      stored: total(\.stored),
      scale: nil,
      scaled: total(\.scaled),
      bias: terms.map(\.bias).reduce(0, +)
    )
  }
}

// MARK: - Limits and words

extension KernelEquation {
  /// The largest magnitude among the kernels as stored.
  var storedLimit: Double { largestMagnitude(terms.lazy.flatMap(\.stored)) }

  /// The largest magnitude among the scaled kernels and their sum, which share one scale of colours.
  var scaledLimit: Double {
    max(largestMagnitude(terms.lazy.flatMap(\.scaled)), largestMagnitude(folded))
  }

  /// Where the middle tap stands in the arrays.
  private var middle: Int { side * side / 2 }

  /// `centre +1.448`, or `weight +1.448` of a kernel that is one number.
  var centre: String { "\(side > 1 ? "centre" : "weight") \(Numbers.signed(folded[middle], 3))" }

  /// Where the centre comes from: `centre +1.448 = 3x3 +0.497 + 1x1 +0.177 + identity +0.774`.
  ///
  /// Branches of one role are told together.
  var provenance: String {
    let parts = gathered.terms.map { "\($0.name) \(Numbers.signed($0.scaled[middle], 3))" }
    let sum = parts.joined(separator: " + ")
    let right = postScale.map { "\(Numbers.signed($0, 3)) * (\(sum))" } ?? sum
    return "\(centre) = \(right)"
  }

  /// Which branches reach the taps around the centre; nil where there are none, or nothing is padded.
  var outerTaps: String? {
    guard side > 1, terms.contains(where: \.isPadded) else { return nil }
    let wide = terms.filter { !$0.isPadded }.map(\.role)
    var words: [String] = []
    let convolutions = wide.filter { $0 != .average }.count
    if convolutions > 0 { words.append(convolutions > 1 ? "the \(convolutions) 3x3" : "the 3x3") }
    if wide.contains(.average) { words.append("the average") }
    return words.isEmpty ? nil : words.joined(separator: " and ")
  }
}

/// The ends of a scale of colours that is symmetric about zero.
func limitText(_ limit: Double, with pen: Pen) -> String {
  (pen.glyphs.level == .ascii ? "+/-" : "±") + Numbers.fixed(limit, 3)
}

/// The largest finite magnitude of `values`; 1 where that is zero, so that it can be divided by.
func largestMagnitude(_ values: some Sequence<Double>) -> Double {
  let largest = values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  return largest > 0 ? largest : 1
}
