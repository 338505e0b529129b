/// What the check of a block says of a mistake that was made in it, or not.
///
/// As in `BlockCheck` the block runs in float, with the mistake, and is compared with the training form in double
/// before the activation; so a block without the mistake shows what float costs. Where the mistake is about the
/// activation, what is behind it is compared.
public struct MistakeCheck: Hashable, Sendable {
  /// Which block.
  public let path: BlockPath
  /// What the block is called.
  public let title: String
  /// Whether the mistake was made in it: it was asked for, and the block has what it is about.
  public let isMade: Bool
  /// What the block makes with the mistake, from what it should.
  public let difference: Difference

  /// Checks `block` on `input`, `N x C x H x W`; without a mistake its fold as it should be.
  init(_ block: Block, making mistake: Mistake?, on input: Tensor) {
    (path, title, isMade) = (block.path, block.shape.title, mistake != nil)
    let (made, right) =
      mistake == .activation
      ? MistakeCheck.outputs(block, on: input) : MistakeCheck.sums(block, mistake, on: input)
    difference = Difference(of: made.values.lazy.map(Double.init), from: right.values)
  }

  private typealias Pair = (made: FeatureMap<Float>, right: FeatureMap<Double>)

  private static func outputs(_ block: Block, on input: Tensor) -> Pair {
    (
      MistakenBlock(block, .activation).run(FeatureMap<Float>(input)),
      Reference<Double>.run(block, input: FeatureMap(input))
    )
  }

  private static func sums(_ block: Block, _ mistake: Mistake?, on input: Tensor) -> Pair {
    let map = FeatureMap<Float>(input)
    let made =
      mistake.map { MistakenBlock(block, $0).linearPart(of: map) }
      ?? Reference<Float>.linearPart(of: BlockFold(block).folded(threads: 1), input: map)
    return (made, Reference<Double>.linearPart(of: block, input: FeatureMap(input)))
  }

  /// The largest difference in parts of the largest value.
  public var error: Double { difference.maximumRelative }

  /// Whether the check does not tell the mistake from rounding.
  public var passes: Bool { error <= BlockCheck.tolerance }
}
