internal import Words

/// What a plan is made for.
public struct PlanOptions: Hashable, Sendable {
  /// Threads that work on one inference, the caller included.
  public var threads: Int
  /// Pictures of one inference.
  public var batch: Int
  /// Rows of a picture; nil for the network's own.
  public var height: Int?
  /// Columns of a picture; nil for the network's own.
  public var width: Int?
  /// The kernels to use; nil for the fastest that this CPU runs.
  public var instructionSet: InstructionSet?
  /// The convolution algorithm to force; nil to choose.
  public var algorithm: ConvolutionAlgorithm?
  /// The algorithm of single blocks, before any other choice; what cannot be is told by `Plan.obstacles`.
  public var algorithms: [BlockPath: ConvolutionAlgorithm]
  /// How much memory the packed weights may take.
  public var memory: PlanMemory
  /// How blocks of several branches are executed.
  public var branches: BranchExecution

  /// Options; by default one picture of the network's own size on all processors.
  public init(
    threads: Int = min(processorCount(), mostThreads),
    batch: Int = 1,
    height: Int? = nil,
    width: Int? = nil,
    instructionSet: InstructionSet? = nil,
    algorithm: ConvolutionAlgorithm? = nil,
    algorithms: [BlockPath: ConvolutionAlgorithm] = [:],
    memory: PlanMemory = .fast,
    branches: BranchExecution = .written
  ) {
    self.threads = threads
    self.batch = batch
    self.height = height
    self.width = width
    self.instructionSet = instructionSet
    self.algorithm = algorithm
    self.algorithms = algorithms
    self.memory = memory
    self.branches = branches
  }
}

extension PlanOptions {
  /// The most threads that one inference may have.
  public static let mostThreads = 256

  /// Throws a `PlanError` for the first option that cannot be met.
  func validate() throws(PlanError) {
    try validate(threads, in: 1...Self.mostThreads, Text(en: "threads", vi: "luồng"))
    try validate(batch, in: 1...4096, Text(en: "pictures in a batch", vi: "ảnh trong một batch"))
    if let height {
      try validate(height, in: 1...65536, Text(en: "rows of input", vi: "hàng của đầu vào"))
    }
    if let width {
      try validate(width, in: 1...65536, Text(en: "columns of input", vi: "cột của đầu vào"))
    }
    if let set = instructionSet, !InstructionSet.available.contains(set) {
      let names = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
      throw PlanError(
        .option,
        Text(
          en: "this CPU cannot run \(set.rawValue); it has: \(names)",
          vi: "CPU này không chạy được \(set.rawValue); nó có: \(names)"
        )
      )
    }
  }

  private func validate(
    _ value: Int,
    in range: ClosedRange<Int>,
    _ what: Text
  ) throws(PlanError) {
    guard range.contains(value) else {
      throw PlanError(
        .option,
        Text(
          en: "\(value) \(what.en): choose \(range.lowerBound) to \(range.upperBound)",
          vi: "\(value) \(what.vi): hãy chọn từ \(range.lowerBound) đến \(range.upperBound)"
        )
      )
    }
  }
}
