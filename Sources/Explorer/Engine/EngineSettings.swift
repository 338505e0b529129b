public import RepCore

/// What the engine runs with: what a time depends on besides the model, its form and its input.
public struct EngineSettings: Hashable, Sendable {
  /// Threads of one inference.
  public var threads: Int
  /// How the branches of the training form are executed.
  public var branches: BranchExecution
  /// The algorithm of single blocks; all others are computed as the plan finds best.
  public var algorithms: [BlockPath: ConvolutionAlgorithm]

  /// Settings; by default branches as written, and every block as the plan finds best.
  public init(
    threads: Int,
    branches: BranchExecution = .written,
    algorithms: [BlockPath: ConvolutionAlgorithm] = [:]
  ) {
    (self.threads, self.branches, self.algorithms) = (threads, branches, algorithms)
  }

  /// What plans are made with for pictures like `input`; nil for pictures of the network's own size.
  func options(for input: Tensor?) -> PlanOptions {
    let shape = input?.shape ?? []
    let isImage = shape.count == 4
    return PlanOptions(
      threads: threads,
      batch: isImage ? shape[0] : 1,
      height: isImage ? shape[2] : nil,
      width: isImage ? shape[3] : nil,
      algorithms: algorithms,
      branches: branches
    )
  }
}
