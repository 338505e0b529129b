/// Why a block of the second file is not the first's fold: a change to the fold that was tried and made the
/// two agree.
public enum Guess: Hashable, Sendable {
  /// Every norm was folded with this epsilon.
  case epsilon(Double)
  /// These branches were left out.
  case withoutBranches([BranchID])
  /// The norms of these branches were left out.
  case withoutNorms([BranchID])
  /// The norm after the sum was left out.
  case withoutPostNorm
  /// The kernel is right, and the bias is zero.
  case withoutBias
  /// The kernel is right, and the bias is another.
  case otherBias
  /// The channels of the picture come in reverse order.
  case reversedInputs
  /// The output channels come in another order.
  case otherOrder
  /// The kernel of each output channel is the fold times a factor of its own, in this range: a scale is
  /// left over or counted twice, or gamma or the statistics of the norm are others.
  case scaled(ClosedRange<Double>)
  /// The 3x3 branch was folded with another scale of its norm in each output channel: the statistics or gamma
  /// are those of another moment of training.
  case otherStatistics
  /// The numbers are rounded to this type, though they are not stored in it.
  case rounded(ElementType)
  /// The fold was computed in this type.
  case computed(ElementType)
  /// The second file is the fold of this set of the first file.
  case setOfFirst(String)
  /// This set of the second file is the fold.
  case setOfSecond(String)
}

/// A guess, and how much it explains.
public struct GuessedCause: Hashable, Sendable {
  /// What was tried.
  public let guess: Guess
  /// Blocks that agree with it among those that differ.
  public let explained: Int
  /// Blocks that differ.
  public let differing: Int
}
