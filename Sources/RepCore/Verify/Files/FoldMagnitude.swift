/// How large the numbers are that are summed into each output channel of a block's fold.
///
/// Where branches cancel each other, the fold is small and what float arithmetic lost on the way is not;
/// so errors are measured against the summands.
struct FoldMagnitude {
  /// Largest sum of taps of each output channel.
  let kernel: [Double]
  /// Sum of everything that goes into each output channel's bias.
  let bias: [Double]

  /// The magnitudes in the fold of `fold.block`.
  init(_ fold: BlockFold) {
    let outputs = fold.block.shape.outputChannels
    var kernel = [Double](repeating: 0, count: outputs)
    var bias = kernel
    for (branch, line) in zip(fold.block.branches, fold.branches) {
      let own = branch.bias?.doubles()
      let norm = branch.norm.map { NormMagnitude($0, line.norm) }
      for output in 0..<outputs {
        let largest =
          branch.kernel?.slice(output..<output + 1).largestMagnitude ?? line.diagonal
        kernel[output] += abs(line.scale[output]) * largest
        bias[output] +=
          abs(line.scale[output] * (own?[output] ?? 0)) + (norm?.shift[output] ?? 0)
      }
    }
    let post = fold.block.postNorm.map { NormMagnitude($0, fold.postNorm) }
    for output in 0..<outputs {
      kernel[output] *= abs(fold.postNorm.scale[output])
      bias[output] =
        bias[output] * abs(fold.postNorm.scale[output]) + (post?.shift[output] ?? 0)
    }
    (self.kernel, self.bias) = (kernel, bias)
  }
}

/// What a norm's shift is the difference of: `|beta| + |mean * scale|` of each channel.
private struct NormMagnitude {
  let shift: [Double]

  init(_ norm: BatchNorm, _ fold: NormFold) {
    let (mean, beta) = (norm.mean.doubles(), norm.beta?.doubles())
    shift = mean.indices.map { abs(beta?[$0] ?? 0) + abs(mean[$0] * fold.scale[$0]) }
  }
}

extension Tensor {
  /// The largest absolute value; 0 without elements.
  fileprivate var largestMagnitude: Double {
    elementType == .float64
      ? doubles().reduce(0) { max($0, abs($1)) }
      : withFloats { values in
        var largest: Float = 0
        for index in values.indices { largest = max(largest, abs(values[index])) }
        return Double(largest)
      }
  }
}
