/// Whether a network computes the same in both forms: block by block, and as a whole.
///
/// Every block runs in float against double on a small seeded map, where its spatial size does not
/// matter. The whole network runs on the engine as users run it, at its own input size, in both forms;
/// and again on a picture small enough for the oracle, where both are compared with double. Blocks that
/// stand alone have no logits to compare.
public struct Verification: Sendable {
  /// The blocks, in order of execution.
  public let blocks: [BlockCheck]
  /// The logits; nil where blocks stand alone, or one of a chain does not run.
  public let logits: LogitCheck?
  /// The first block of a chain that does not run; its fold is checked all the same.
  public let stopped: BlockShape?
  /// Largest relative error of the logits.
  public let tolerance: Double

  /// Default of the largest relative error of the logits.
  public static let tolerance = 1e-4

  /// Largest relative error of a block: what is allowed to the logits, less the depth.
  public var blockTolerance: Double { tolerance * (BlockCheck.tolerance / Verification.tolerance) }

  /// Whether everything agrees.
  public var passes: Bool {
    logits.map { $0.difference.maximumRelative <= tolerance && $0.topClassAgrees } != false
      && blocks.allSatisfy { $0.passes(tolerance: blockTolerance) }
  }

  /// Verifies `network`; `progress` is told after each block how many are done.
  ///
  /// - Throws: what planning or running the network throws.
  public init(
    _ network: Network,
    tolerance: Double = Verification.tolerance,
    seed: UInt64 = 0,
    progress: (Int) -> Void = { _ in }
  ) throws {
    self.tolerance = tolerance
    // Before a picture is made that may be as large.
    if network.head != nil {
      try network.requireMaps(batch: 1, height: network.input.height, width: network.input.width)
    }
    let folded = try network.folded()
    let pairs = Array(zip(network.blocks, folded.blocks))
    blocks = Verification.check(pairs, seed: seed, progress: progress)
    stopped = network.head == nil ? nil : network.architecture.firstObstacle
    guard network.head != nil, stopped == nil else {
      logits = nil
      return
    }
    let forms = network.form == .deploy ? [folded] : [network, folded]
    let own = try LogitCheck.engines(forms, input: try .picture(for: network, seed: seed))
    let small = try LogitCheck.oracle(
      network,
      forms: forms,
      input: try .picture(for: network, seed: seed, macs: Verification.oracleMacs)
    )
    logits = LogitCheck(worstOf: own, small)
  }

  /// Multiply-adds that the oracle is asked for at most: a second or so.
  private static let oracleMacs = 400_000_000

  private static func check(
    _ pairs: [(Block, Block)],
    seed: UInt64,
    progress: (Int) -> Void
  ) -> [BlockCheck] {
    // In pairs, so that all processors work and progress can be told between them.
    let step = processorCount()
    var checks: [BlockCheck] = []
    for start in stride(from: 0, to: pairs.count, by: step) {
      let part = Array(pairs[start..<min(start + step, pairs.count)])
      checks += concurrentMap(part) { BlockCheck($0.0, folded: $0.1, seed: seed) }
      progress(checks.count)
    }
    return checks
  }
}
