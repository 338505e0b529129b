/// Compares the folded convolution that stands beside a block's branches with what they fold to.
///
/// Some code keeps a placeholder there that means nothing, other code what it runs.
enum FoldedTwin {
  /// How far the two may be apart, relative to the largest tap: what folding in half precision loses.
  static let tolerance = 2e-3
  /// Most values that are compared; of a larger kernel evenly spaced output channels.
  private static let values = 1 << 16

  /// The largest difference of a tap or bias relative to the largest tap; nil where there is no such
  /// convolution, or none that is read.
  static func difference(_ block: Block, _ found: FoundBlock, in checkpoint: Checkpoint) -> Double?
  {
    guard found.isTraining, let module = found.folded?.convolution, found.folded?.norm == nil,
      let kernel = checkpoint.tensors[found.name("\(module).weight")],
      kernel.elementType.isFloatingPoint, kernel.shape == block.shape.foldedKernelShape
    else { return nil }
    let bias = checkpoint.tensors[found.name("\(module).bias")]
    guard bias.map({ $0.elementType.isFloatingPoint && $0.shape == [kernel.shape[0]] }) ?? true
    else {
      return nil
    }
    // A norm after the sum may still stand behind what stands beside the branches.
    let whole = BlockFold(block)
    guard block.postNorm != nil else { return difference(whole, kernel, bias) }
    let sum = BlockFold(block.withoutPostNorm())
    return min(difference(whole, kernel, bias), difference(sum, kernel, bias))
  }

  private static func difference(_ fold: BlockFold, _ kernel: Tensor, _ bias: Tensor?) -> Double {
    let channels = kernel.shape[0]
    let step = max(1, kernel.count / values)
    var (largest, apart) = (0.0, 0.0)
    for output in stride(from: 0, to: channels, by: min(step, channels)) {
      let own = kernel.slice(output..<output + 1).doubles()
      for (own, folded) in zip(own, fold.row(output: output)) {
        largest = max(largest, abs(folded))
        apart = max(apart, abs(own - folded))
      }
      apart = max(apart, abs((bias?.double(at: output) ?? 0) - fold.bias(output: output)))
    }
    return apart == 0 ? 0 : apart / largest
  }
}
