/// What one block takes under each algorithm: measured in its place in the network, on this machine.
///
///     let trial = try BlockTrial(of: path, in: network, on: picture, options) { done, all in … }
///     trial.each[.winogradF4]?.error      // against the oracle, in parts of the largest value
///
/// A layer that is timed alone finds its weights in cache, which it never does between its neighbours; so the whole
/// network runs, with another algorithm for this block alone. The plans take turns of a few runs, as far as there is room
/// for their weights side by side, so that a machine that grows slower does so for all of them.
public struct BlockTrial: Sendable {
  /// What was found under one algorithm.
  public struct Finding: Hashable, Sendable {
    /// How the block's convolutions were computed.
    public let convolutions: [PlannedConvolution]
    /// All steps of the block together, in microseconds.
    public let timing: Timing
    /// The largest difference of the block's map from the oracle's in double, on the same input, in parts of the
    /// largest value.
    public let error: Double
  }

  /// Runs that count under each algorithm.
  public let runs: Int
  /// The plan as the options have it.
  public let planned: Finding
  /// Under each algorithm; no entry where the block cannot be computed so.
  public let each: [ConvolutionAlgorithm: Finding]

  /// Tries the block at `path` of `network`, which runs, on `input`.
  ///
  /// - Parameters:
  ///   - path: A block of the network.
  ///   - network: In the form that is asked about.
  ///   - input: `N x C x H x W`.
  ///   - options: How everything else is computed; batch and size follow from the input.
  ///   - runs: Runs that count, at least one.
  ///   - cache: Measured choices for everything else.
  ///   - progress: Told before each run how many are done, and of how many; what it throws ends the trial.
  /// - Throws: `PlanError`, `SessionError`, `MemoryError`, what `progress` throws.
  public init(
    of path: BlockPath,
    in network: Network,
    on input: Tensor,
    _ options: PlanOptions = PlanOptions(),
    runs: Int = BlockTrial.usualRuns,
    cache: PlanCache? = .user,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws {
    var options = options
    (options.batch, options.height, options.width) = (
      input.shape[0], input.shape[2], input.shape[3]
    )
    let outlook = try BlockOutlook(of: path, in: network.architecture, options, cache: cache)
    let possible = ConvolutionAlgorithm.allCases.filter {
      if case .success = outlook.each[$0] { true } else { false }
    }
    let trials = [nil] + possible.map(Optional.some)
    var judge = BlockJudge(path, network, input)
    var findings: [ConvolutionAlgorithm?: Finding] = [:]
    var done = 0
    var waiting = trials[...]
    while !waiting.isEmpty {
      var attempts: [Attempt] = []
      // At least one; others as long as their weights are small together.
      while let next = waiting.first,
        attempts.reduce(0, { $0 + $1.session.plan.memory.packed }) < BlockTrial.mostWeights
      {
        var own = options
        if let algorithm = next { own.algorithms[path] = algorithm }
        let plan = try Plan.cached(network, own, cache: cache)
        let session = try Session(plan, isMeasured: true)
        let error = try judge.error(of: session)
        attempts.append(Attempt(algorithm: next, session: session, error: error, runs: runs))
        waiting.removeFirst()
      }
      for first in stride(from: 0, to: runs, by: BlockTrial.turn) {
        for attempt in attempts {
          // The other plans have filled the caches and let the threads fall asleep.
          _ = try attempt.session.run(input)
          for _ in first..<min(first + BlockTrial.turn, runs) {
            try progress(done, trials.count * runs)
            _ = try attempt.session.run(input, profile: attempt.profile)
            done += 1
          }
        }
      }
      for attempt in attempts { findings[attempt.algorithm] = attempt.finding(of: path) }
    }
    guard let planned = findings.removeValue(forKey: nil) else {
      preconditionFailure("the plan as it is was tried first")
    }
    self.runs = runs
    self.planned = planned
    each = Dictionary(
      uniqueKeysWithValues: findings.compactMap { key, value in key.map { ($0, value) } }
    )
  }

  /// Bytes of packed weights from which on no further plan is held beside others.
  private static let mostWeights = 256 << 20

  /// Runs that count of one plan before it is the next one's turn.
  private static let turn = 5

  /// As many runs as a median needs that one disturbance does not move.
  public static let usualRuns = 15
}

/// A plan with one algorithm for the block, ready to be run.
private struct Attempt {
  let algorithm: ConvolutionAlgorithm?
  let session: Session
  let profile: Profile
  let error: Double

  init(algorithm: ConvolutionAlgorithm?, session: Session, error: Double, runs: Int) {
    (self.algorithm, self.session, self.error) = (algorithm, session, error)
    profile = Profile(plan: session.plan, capacity: runs)
  }

  func finding(of path: BlockPath) -> BlockTrial.Finding {
    BlockTrial.Finding(
      convolutions: session.plan.convolutions(of: path),
      timing: profile.snapshot().timing(of: path) ?? .none,
      error: error
    )
  }
}
