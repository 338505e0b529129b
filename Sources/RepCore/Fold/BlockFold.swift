/// The fold of one block with every intermediate: branches scaled, padded, summed.
///
/// A block's branches are linear, see the same input with the same stride and aligned padding, and each
/// norm is a line per channel; so their sum is one convolution with a bias, as wide as the widest (paper,
/// section 3.3):
///
///     kernel[o, i] = sum over branches of scale[o] * padded[o, i]
///     bias[o]      = sum over branches of bias[o]
///
/// Only the centre tap receives anything from the 1x1 and identity branches. Everything is computed in
/// double and rounded once, when the folded block is made. Squeeze-excite and the activation depend on
/// the data, stay as they are, and are not part of the fold.
public struct BlockFold: Sendable {
  /// The block as it was.
  public let block: Block
  /// Its branches with their norms folded in, in the block's order.
  public let branches: [BranchFold]
  /// The norm after the sum as a line; ones and zeros without one.
  public let postNorm: NormFold

  /// Prepares the fold of `block`; kernels are computed when asked for.
  public init(_ block: Block) { self.init(block, slip: .none) }

  /// The fold of `block` with what is done wrong in it on purpose.
  init(_ block: Block, slip: FoldSlip) {
    self.block = block
    branches = block.branches.map { BranchFold($0, in: block.shape, slip: slip) }
    postNorm =
      block.postNorm.map { NormFold($0) }
      ?? NormFold(identity: block.shape.outputChannels)
  }

  /// The sum of the branches' scaled kernels of a channel pair, `k x k`, before a norm behind the sum; `input`
  /// counts inside the output channel's group.
  public func sum(output: Int, input: Int) -> [Double] {
    var sum = [Double](repeating: 0, count: block.shape.kernelSize * block.shape.kernelSize)
    for branch in branches {
      let scaled = branch.scaledKernel(output: output, input: input)
      for tap in sum.indices { sum[tap] += scaled[tap] }
    }
    return sum
  }

  /// The folded kernel of a channel pair, `k x k`; `input` counts inside the output channel's group.
  public func kernel(output: Int, input: Int) -> [Double] {
    sum(output: output, input: input).map { $0 * postNorm.scale[output] }
  }

  /// The sum of the branches' biases of an output channel, before a norm behind the sum.
  public func biasSum(output: Int) -> Double { branches.map { $0.bias[output] }.reduce(0, +) }

  /// The folded bias of an output channel.
  public func bias(output: Int) -> Double {
    postNorm.scale[output] * biasSum(output: output) + postNorm.shift[output]
  }
}
