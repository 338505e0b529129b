/// The times of a plan's last runs at one moment, per step, block, stage and as a whole.
public struct ProfileSnapshot: Sendable {
  /// A block's share.
  public struct BlockTiming: Hashable, Sendable {
    /// Which block.
    public let path: BlockPath
    /// Its steps together.
    public let timing: Timing
  }

  /// Runs ever recorded, more perhaps than are remembered.
  public let runs: Int
  /// One inference.
  public let whole: Timing
  /// In the order of the plan's steps.
  public let steps: [Timing]
  /// In order of execution.
  public let blocks: [BlockTiming]
  /// By number of the stage; input, pool and classifier belong to none.
  public let stages: [Timing]
  /// Microseconds of each remembered run, oldest first.
  public let history: [Double]
  /// Bytes of the whole process in memory now.
  public let residentBytes: Int
  /// The most bytes of the process that ever were in memory.
  public let residentPeakBytes: Int

  /// Statistics of recorded times.
  ///
  /// - Parameters:
  ///   - steps: The plan's steps.
  ///   - runs: Runs ever recorded.
  ///   - times: For each remembered run, nanoseconds of each step.
  ///   - residentBytes: Bytes of the process in memory now.
  ///   - residentPeakBytes: The most bytes of the process that ever were in memory.
  public init(
    steps: [PlanStep],
    runs: Int,
    times: [[UInt64]],
    residentBytes: Int,
    residentPeakBytes: Int
  ) {
    func timing(of indices: [Int]) -> Timing {
      Timing(nanoseconds: times.map { run in indices.reduce(0) { $0 + run[$1] } })
    }
    self.runs = runs
    whole = timing(of: Array(steps.indices))
    self.steps = steps.indices.map { timing(of: [$0]) }
    let byBlock = Dictionary(grouping: steps.indices) { steps[$0].blockPath }
    blocks = byBlock.keys.compactMap(\.self).sorted().map { path in
      BlockTiming(path: path, timing: timing(of: byBlock[path] ?? []))
    }
    let count = (blocks.last?.path.stage ?? -1) + 1
    let byStage = Dictionary(grouping: steps.indices) { steps[$0].blockPath?.stage }
    stages = (0..<count).map { timing(of: byStage[$0] ?? []) }
    history = times.map { Double($0.reduce(0, +)) / 1000 }
    self.residentBytes = residentBytes
    self.residentPeakBytes = residentPeakBytes
  }

  /// The time of the block at `path`; nil when the plan has no such block.
  public func timing(of path: BlockPath) -> Timing? {
    blocks.first { $0.path == path }?.timing
  }
}
