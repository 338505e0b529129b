/// One value of a block's sum with a mistake and without it, branch by branch.
///
/// Of one output channel it is the place of the small seeded map where the mistake changes most.
public struct MistakeExample: Hashable, Sendable {
  /// What a branch gives to the value.
  public struct Part: Hashable, Sendable {
    /// Which branch.
    public let branch: BranchID
    /// As it should be.
    public let right: Double
    /// With the mistake.
    public let broken: Double
  }

  /// The output channel.
  public let output: Int
  /// The place on the map.
  public let row: Int, column: Int
  /// The branches in the order of the block.
  public let parts: [Part]

  /// What is behind the sum, where the mistake is about that; nil where the sums tell.
  public let activation: Activation?

  /// The branches added up, as it should be.
  public var right: Double { parts.reduce(0) { $0 + $1.right } }
  /// The branches added up, with the mistake.
  public var broken: Double { parts.reduce(0) { $0 + $1.broken } }
}

extension MistakeExample {
  /// The example of `output` in `block`; nil where the mistake does not concern the block, where it is made
  /// behind the sum of the branches, or where windows see no zeros beyond the border.
  public init?(of mistake: Mistake, in block: Block, output: Int) {
    guard mistake.concerns(block.shape), mistake != .winograd, block.shape.padding == .zeros
    else { return nil }
    let extent = block.shape.smallestMap
    let shape = [1, block.shape.inputChannels, extent, extent]
    let input = FeatureMap<Double>(Tensor.normal(shape: shape, seed: 0))
    let made = mistake == .norms ? block.measuringNorms(on: input).block : block
    let (right, broken) = (BlockFold(block), BlockFold(made, making: mistake))
    func parts(_ row: Int, _ column: Int) -> [Part] {
      zip(right.branches, broken.branches).map { right, broken in
        let window = Window(input, block.shape, output, row, column)
        let value = window.value(of: broken)
        let isActivated = mistake == .activation
        return Part(
          branch: right.id,
          right: window.value(of: right),
          broken: isActivated ? block.shape.activation.value(of: value) : value
        )
      }
    }
    let extentBehind = block.shape.outputExtent(extent)
    let places = (0..<extentBehind * extentBehind).map { ($0 / extentBehind, $0 % extentBehind) }
    let examples = places.map { row, column in
      MistakeExample(
        output: output,
        row: row,
        column: column,
        parts: parts(row, column),
        activation: mistake == .activation ? block.shape.activation : nil
      )
    }
    guard let worst = examples.max(by: { $0.change < $1.change }) else { return nil }
    self = worst
  }

  /// What becomes of a sum where the mistake is about that, else the sum.
  private func result(of sum: Double) -> Double { activation?.value(of: sum) ?? sum }

  /// The value that is compared, as it should be.
  public var rightResult: Double { result(of: right) }
  /// The value that is compared, with the mistake.
  public var brokenResult: Double { result(of: broken) }

  private var change: Double { abs(brokenResult - rightResult) }
}

/// What a kernel sees at one place of the map.
private struct Window {
  private let input: FeatureMap<Double>
  private let shape: BlockShape
  private let output: Int
  private let row: Int
  private let column: Int

  init(_ input: FeatureMap<Double>, _ shape: BlockShape, _ output: Int, _ row: Int, _ column: Int) {
    (self.input, self.shape, self.output) = (input, shape, output)
    (self.row, self.column) = (row, column)
  }

  /// What a branch with its norm folded in makes of it.
  func value(of branch: BranchFold) -> Double {
    let inputs = shape.inputChannels / shape.groups
    let first = output / (shape.outputChannels / shape.groups) * inputs
    return (0..<inputs).reduce(branch.bias[output]) { sum, channel in
      let kernel = branch.scaledKernel(output: output, input: channel)
      return kernel.indices.reduce(sum) { $0 + kernel[$1] * pixel(first + channel, $1) }
    }
  }

  /// What tap number `tap` sees of an input channel; zeros beyond the border.
  private func pixel(_ channel: Int, _ tap: Int) -> Double {
    let reach = shape.kernelSize / 2
    let y = row * shape.stride + (tap / shape.kernelSize - reach) * shape.dilation
    let x = column * shape.stride + (tap % shape.kernelSize - reach) * shape.dilation
    guard (0..<input.height).contains(y), (0..<input.width).contains(x) else { return 0 }
    return input.values[(channel * input.height + y) * input.width + x]
  }
}
