/// Whether a network computes the same in both forms: block by block, and as a whole.
///
/// Every block runs in float against double on a small seeded map, where its spatial size does not
/// matter. The whole network runs on the engine at its own input size, in both forms; and again on a
/// picture small enough for the oracle, where both are compared with double. There it is
/// also measured how much the network itself makes of rounding, which is what the whole is judged by.
/// Blocks that stand alone have no logits to compare, and a network with a damaged weight is not run.
public struct Verification: Sendable {
  /// The blocks, in order of execution.
  public let blocks: [BlockCheck]
  /// What is wrong with the classifier's weights.
  public let headFaults: [WeightFault]
  /// The logits; nil where blocks stand alone, one of a chain does not run, or weights are damaged.
  public let logits: LogitCheck?
  /// The first block of a chain that does not run; its fold is checked all the same.
  public let stopped: BlockShape?
  /// What the network makes of rounding; nil where it was not run.
  public let amplification: Amplification?
  /// The largest relative error that is allowed to the logits of any network.
  public let floor: Double

  /// Default of `floor`.
  public static let tolerance = 1e-4

  /// Largest relative error of the logits: `floor`, or more where the network amplifies rounding beyond it.
  public var tolerance: Double { max(floor, amplification?.allowance ?? 0) }

  /// Whether the network amplifies rounding so much that the tolerance had to follow.
  public var amplifies: Bool { tolerance > floor }

  /// Largest relative error of a block: what is allowed to the logits, less the depth.
  public var blockTolerance: Double { floor * (BlockCheck.tolerance / Verification.tolerance) }

  /// Whether a weight cannot be right.
  public var isDamaged: Bool { !headFaults.isEmpty || blocks.contains { !$0.faults.isEmpty } }

  /// Whether every block agrees.
  public var blocksPass: Bool { blocks.allSatisfy { $0.passes(tolerance: blockTolerance) } }

  /// Whether everything agrees.
  public var passes: Bool {
    !isDamaged && blocksPass && logits?.passes(tolerance: tolerance) != false
  }

  /// Verifies `network`; `progress` is told what is done of each phase, on any thread.
  ///
  /// - Throws: what planning or running the network throws.
  public init(
    _ network: Network,
    tolerance: Double = Verification.tolerance,
    seed: UInt64 = 0,
    progress: @escaping @Sendable (VerificationPhase, _ done: Int, _ total: Int) -> Void = {
      _,
      _,
      _ in
    }
  ) throws {
    floor = tolerance
    let count = network.blocks.count
    // Before pictures are made that may be as large.
    if network.head != nil {
      try network.requireMaps(batch: 1, height: network.input.height, width: network.input.width)
    }
    let folded = try network.folded { progress(.folding, $0, count) }
    let checks = PhaseProgress(.blocks, total: count, progress)
    blocks = Verification.check(network.blocks, folded.blocks, seed: seed, checks)
    headFaults = network.headFaults
    stopped = network.head == nil ? nil : network.architecture.firstObstacle
    guard network.head != nil, stopped == nil, headFaults.isEmpty,
      blocks.allSatisfy(\.faults.isEmpty)
    else {
      (logits, amplification) = (nil, nil)
      return
    }
    let small = try Tensor.picture(for: network, seed: seed, macs: Verification.oracleMacs)
    try OracleRuns.requireMemory(for: network, on: small)
    let oracle = OracleRuns(network, input: small, seed: seed) { progress(.oracle, $0, count) }
    amplification = oracle.amplification
    let own = try Tensor.picture(for: network, seed: seed)
    logits = try Verification.check(
      network,
      folded,
      own: own,
      small: small,
      oracle: oracle.logits,
      progress
    )
  }

  /// Multiply-adds that the oracle is asked for at most: a second or so.
  private static let oracleMacs = 400_000_000

  /// The checks of all blocks, the largest begun first, so that no processor waits for the last one.
  private static func check(
    _ blocks: [Block],
    _ folded: [Block],
    seed: UInt64,
    _ progress: PhaseProgress
  ) -> [BlockCheck] {
    let order = blocks.indices.sorted { blocks[$0].shape.parameters > blocks[$1].shape.parameters }
    let checks = concurrentMap(order) { index in
      defer { progress.advance() }
      return BlockCheck(blocks[index], folded: folded[index], seed: seed)
    }
    return zip(order, checks).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Both forms on the engine: against each other on the picture `own`, against `oracle` on `small`.
  ///
  /// Packing weights takes most of the time, so what is packed large, for the fastest algorithms, is the
  /// deploy form at its own size, as users run it. It is bound to the other form with small weights, which
  /// other kernels read, and both forms with small weights to the oracle.
  private static func check(
    _ network: Network,
    _ folded: Network,
    own: Tensor,
    small: Tensor,
    oracle: [Double],
    _ progress: @escaping @Sendable (VerificationPhase, _ done: Int, _ total: Int) -> Void
  ) throws -> LogitCheck {
    let forms = (network.form == .deploy ? [folded] : [network, folded]).map {
      EngineForm(network: $0, memory: .low)
    }
    let phase = PhaseProgress(.engine, total: 2 + forms.count, progress)
    func run(_ form: EngineForm, _ input: Tensor) throws -> [Double] {
      defer { phase.advance() }
      return try form.logits(input)
    }
    let deploy = try run(EngineForm(network: folded, memory: .fast), own)
    let large = LogitCheck([deploy], reference: try run(forms[0], own))
    let judged = try forms.map { try run($0, small) }
    return LogitCheck(worstOf: large, LogitCheck(judged, reference: oracle))
  }
}
