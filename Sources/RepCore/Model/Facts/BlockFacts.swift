/// The facts of one block that tensors need not tell, each with where it came from.
public struct BlockFacts: Hashable, Sendable {
  /// What the block is called.
  public var title: String
  /// Step of the window.
  public var stride: Fact<Int>
  /// Channel groups.
  public var groups: Fact<Int>
  /// The last step of the block; nil where nothing tells and none is taken.
  public var activation: Fact<Activation>?
  /// Epsilon of each norm, in the block's order; the one after the sum comes last.
  public var epsilons: [Fact<Double>]
  /// Whether the input itself is added, where an identity would leave no tensor; nil where tensors
  /// decide.
  public var identity: Fact<Bool>?
  /// Whether branches that could as well follow one another stand side by side; nil where names leave no
  /// doubt.
  public var isParallel: Fact<Bool>?
  /// Where squeeze-excite stands; nil without one.
  public var gate: Fact<SqueezeExciteShape.Placement>?
}
