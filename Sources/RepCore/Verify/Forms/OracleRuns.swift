/// What the oracle says of a network on one picture, in double: the logits, and how much they change under
/// rounding noise.
///
/// The runs go from block to block together, each on a processor, so that the moved weights of one block at
/// a time are in memory.
struct OracleRuns {
  /// The logits without noise.
  let logits: [Double]
  /// How far noise moves them.
  let amplification: Amplification

  /// Runs `network`, a chain, on the one picture `input`; `progress` is told after each block how many are
  /// done.
  init(_ network: Network, input: Tensor, seed: UInt64, progress: (Int) -> Void) {
    guard let head = network.head else {
      preconditionFailure("blocks that stand alone have no logits")
    }
    let picture = FeatureMap<Double>(input)
    let noises = (1...OracleRuns.seeds).map { RoundingNoise(seed: seed &+ $0) }
    var runs = ([nil] + noises).map { OracleRun(picture, noise: $0) }
    for (index, block) in network.blocks.enumerated() {
      runs = concurrentMap(runs) { $0.behind(block) }
      progress(index + 1)
    }
    let logits = concurrentMap(runs) { $0.logits(head) }
    self.logits = logits[0]
    amplification = Amplification(
      changes: logits.dropFirst().map { Difference(of: $0, from: logits[0]).maximumRelative }
    )
  }

  private static let seeds: UInt64 = 3

  /// Asks for about what the runs take together: for each the largest map that a block reads or makes, three
  /// times, in double.
  ///
  /// - Throws: `MemoryError`.
  static func requireMemory(for network: Network, on input: Tensor) throws(MemoryError) {
    let extents = network.architecture.extents(height: input.shape[2], width: input.shape[3])
    let values = zip(network.blocks, extents).map { block, extent in
      extent.height * extent.width * max(block.shape.inputChannels, block.shape.outputChannels)
    }
    let maps = 3 * (Int(seeds) + 1) * input.shape[0]
    try Memory.require(
      maps * MemoryLayout<Double>.stride * (values.max() ?? 0),
      for: .oracle
    )
  }
}

/// One run of the oracle, as far as it has come.
private struct OracleRun: Sendable {
  private var map: FeatureMap<Double>
  private var noise: RoundingNoise?

  init(_ picture: FeatureMap<Double>, noise: RoundingNoise?) {
    self.noise = noise
    map = picture
    if let moved = self.noise?.moved(picture) { map = moved }
  }

  /// The run one block later.
  func behind(_ block: Block) -> OracleRun {
    var next = self
    let moved = next.noise?.moved(block) ?? block
    next.map = Reference<Double>.run(moved, input: map)
    return next
  }

  /// The logits of the map as it is.
  func logits(_ head: Head) -> [Double] {
    var noise = noise
    let moved = noise?.moved(head) ?? head
    let means = Reference<Double>.globalMeans(map)[0]
    return Reference<Double>.linear(means, kernel: moved.kernel, bias: moved.bias)
  }
}
