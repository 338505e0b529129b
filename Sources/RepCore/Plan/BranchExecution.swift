/// How a training-form block is executed: two honest baselines for what folding saves.
public enum BranchExecution: String, Hashable, Sendable, CaseIterable {
  /// Convolution, norm, sum and ReLU each a step of its own, as frameworks do it.
  case written
  /// As well as one can without merging the branches: each norm folded into its own branch, every branch
  /// added to the output where it is computed, the ReLU in the last.
  case fused
}
