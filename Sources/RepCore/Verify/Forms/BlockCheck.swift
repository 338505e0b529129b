/// Whether folding one block kept what it computes.
///
/// Both forms run in float on a small seeded map and are compared with the training form in double,
/// before the activation, which would hide differences below zero.
public struct BlockCheck: Hashable, Sendable {
  /// Which block.
  public let path: BlockPath
  /// What the block is called.
  public let title: String
  /// The training form in float against the same in double: what float alone costs.
  public let training: Difference
  /// The folded block in float against the training form in double.
  public let folded: Difference
  /// Weights that cannot be right, with the reason; empty in a sound file.
  public let faults: [WeightFault]

  /// Checks the fold of `block` on a map seeded by `seed`.
  public init(_ block: Block, seed: UInt64 = 0) {
    self.init(block, folded: BlockFold(block).folded(threads: 1), seed: seed)
  }

  /// Checks that `folded` computes what `block` does, on a map seeded by `seed`.
  init(_ block: Block, folded: Block, seed: UInt64) {
    let extent = block.shape.smallestMap
    let shape = [1, block.shape.inputChannels, extent, extent]
    let input = Tensor.normal(shape: shape, seed: seed)
    let reference = Reference<Double>.linearPart(of: block, input: FeatureMap(input)).values
    (path, title) = (block.path, block.shape.title)
    training = Difference(
      of: Reference<Float>.linearPart(of: block, input: FeatureMap(input)).values.map(Double.init),
      from: reference
    )
    self.folded = Difference(
      of: Reference<Float>.linearPart(of: folded, input: FeatureMap(input)).values.map(Double.init),
      from: reference
    )
    faults = block.faults
  }

  /// The larger of the two forms' relative errors.
  public var maximumRelativeError: Double {
    max(training.maximumRelative, folded.maximumRelative)
  }

  /// Whether the fold is exact within `tolerance`, and no weight is damaged.
  public func passes(tolerance: Double = BlockCheck.tolerance) -> Bool {
    faults.isEmpty && maximumRelativeError <= tolerance
  }

  /// What float rounding may cost one block, relative to the largest value.
  public static let tolerance = 1e-5
}

extension BlockShape {
  /// Rows and columns of a small map on which every tap of the window meets a pixel, and every border is
  /// crossed: 4 for the usual windows.
  ///
  /// The first output sees the taps from the middle on, the one that lies a reach or more further those
  /// before the middle. Where that takes a map of no small size, the middle taps have to do.
  public var smallestMap: Int {
    let reach = max(1, kernelSize / 2 * dilation)
    let extent = max(4, (reach + stride - 1) / stride * stride + 1)
    let values = extent * extent * max(inputChannels, outputChannels)
    return values <= 1 << 22 ? extent : 4
  }
}

extension Reference {
  /// A block up to its activation: branches summed, and the norm after the sum.
  static func linearPart(of block: Block, input: Map) -> Map {
    let total = sum(block, input: input)
    return block.postNorm.map { normalize(total, $0) } ?? total
  }
}
