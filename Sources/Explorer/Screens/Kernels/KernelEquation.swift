internal import Canvas
internal import RepCore

/// The fold of one channel pair as an equation: scaled branches on the left, one kernel on the right.
struct KernelEquation {
  /// A branch's part of the sum.
  struct Term {
    /// `3x3`, `1x1, padded`.
    let title: String
    /// The short name, for sums in words.
    let name: String
    /// Whether the taps around the centre are only padding.
    let isPadded: Bool
    /// 3x3, as stored, with zeros around a 1x1 kernel.
    let stored: [Double]
    /// The norm's factor.
    let scale: Double
    /// 3x3, times the factor.
    let scaled: [Double]
    /// What the branch adds to the bias.
    let bias: Double
  }

  /// One term per branch, in the order of the sum.
  let terms: [Term]
  /// The factor of a norm behind the sum, where there is one.
  let postScale: Double?
  /// 3x3, the sum.
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
        isPadded: isPadded,
        stored: branch.paddedKernel(output: output, input: input),
        scale: branch.scale[output],
        scaled: branch.scaledKernel(output: output, input: input),
        bias: branch.bias[output]
      )
    }
    postScale = fold.block.shape.postNorm.map { _ in fold.postNorm.scale[output] }
    folded = fold.kernel(output: output, input: input)
    bias = fold.bias(output: output)
  }

  /// The largest magnitude among the kernels as stored.
  var storedLimit: Double { largestMagnitude(terms.lazy.flatMap(\.stored)) }

  /// The largest magnitude among the scaled kernels and their sum, which share one scale of colours.
  var scaledLimit: Double {
    max(largestMagnitude(terms.lazy.flatMap(\.scaled)), largestMagnitude(folded))
  }

  /// Where the centre comes from: `centre +1.448 = 3x3 +0.497 + 1x1 +0.177 + identity +0.774`.
  var provenance: String {
    let parts = terms.map { "\($0.name) \(Numbers.signed($0.scaled[4], 3))" }
    let sum = parts.joined(separator: " + ")
    let right = postScale.map { "\(Numbers.signed($0, 3)) * (\(sum))" } ?? sum
    return "centre \(Numbers.signed(folded[4], 3)) = \(right)"
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
