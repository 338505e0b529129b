/// A mistake that conversions make, made on purpose to see whether anybody notices.
///
/// None of them is ever written to a file. Epsilon, identity and corner change what a block is folded into, the others
/// what is run; all are judged by the same check.
public enum Mistake: String, Hashable, Sendable, CaseIterable {
  /// The norms' epsilon is left out of the fold: `gamma / sqrt(variance)`.
  case epsilon
  /// The norms use the mean and variance of the pictures that run, as they do in training, and not those that
  /// they have stored.
  case norms
  /// The ones of an identity lie one input channel beside the diagonal, in every group.
  case identity
  /// A 1x1 lands in the first tap of the kernel and not in the middle one.
  case corner
  /// Each branch passes the activation before the sum.
  case activation
  /// One sign of the matrix `B'` is wrong where a folded 3x3 is computed by F(2,3).
  case winograd
}

extension Mistake {
  /// Whether a block has what the mistake is about, so that it could be made there.
  ///
  /// An identity of groups of one channel has no channel beside its own.
  public func concerns(_ block: BlockShape) -> Bool {
    guard block.form == .train else { return false }
    switch self {
    case .epsilon, .norms: return !block.norms.isEmpty
    case .identity:
      return block.branches.contains { $0.role == .identity }
        && block.inputChannels / block.groups > 1
    case .corner: return block.branches.contains { $0.role == .pointwise } && block.kernelSize > 1
    case .activation: return block.branches.count > 1 && block.activation != .identity
    case .winograd: return Mistake.isComputedByTiles(block.deployed)
    }
  }

  /// Whether a block is one that F(2,3) computes: dense 3x3 windows with stride 1 and zeros around the map.
  static func isComputedByTiles(_ block: BlockShape) -> Bool {
    block.kernelSize == 3 && block.stride == 1 && block.dilation == 1 && block.groups == 1
      && block.padding == .zeros
  }

  /// Whether the mistake is in the fold, so that a folded block holds it.
  public var isOfFold: Bool {
    switch self {
    case .epsilon, .identity, .corner: true
    case .norms, .activation, .winograd: false
    }
  }
}
