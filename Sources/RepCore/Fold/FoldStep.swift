/// One step of a fold, in the order in which they are explained.
///
/// The order is free where the maps are linear: a scale may be multiplied in before or after zeros are put
/// around a kernel. Norms come first here, since they turn every branch into a kernel and a bias.
public enum FoldStep: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Kernels and norms as the file holds them.
  case asStored
  /// Each branch's norm is in its kernel and bias.
  case normsFolded
  /// Each branch is a kernel as wide as the block's: smaller ones have zeros around them, and what stores
  /// none, an identity or an average, has become one.
  case padded
  /// Kernels and biases of the branches are added.
  case summed
  /// The norm behind the sum is in its kernel and bias.
  case sumNormFolded
  /// Both forms are compared on the same input.
  case checked

  /// Whether one step comes before another.
  public static func < (left: FoldStep, right: FoldStep) -> Bool { left.rawValue < right.rawValue }
}

extension BlockShape {
  /// The steps that fold the block, without those in which nothing would change; of a block that is folded
  /// already, the kernel as stored alone.
  public var foldSteps: [FoldStep] { FoldStep.allCases.filter { hasStep($0) } }

  private func hasStep(_ step: FoldStep) -> Bool {
    switch step {
    case .asStored: true
    case .normsFolded: branches.contains { $0.norm != nil }
    case .padded:
      branches.contains { kernelSize(of: $0.role) < kernelSize || !$0.role.hasKernel }
    case .summed: branches.count > 1
    case .sumNormFolded: postNorm != nil
    case .checked: form == .train
    }
  }
}
