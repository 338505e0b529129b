/// How the values lie that enter a block, and those that leave it, on the pictures of calibration.
///
/// Both forms make the same maps; it is their ends that decide how coarse integers for them are.
public struct MapDistribution: Hashable, Sendable {
  /// What enters the block: pictures, or what the block before makes.
  public let entering: ValueDistribution
  /// What leaves it, behind its activation.
  public let leaving: ValueDistribution

  /// Runs a network up to a block, in whatever form its blocks are.
  ///
  /// - Parameters:
  ///   - path: One of its blocks.
  ///   - network: A chain.
  ///   - pictures: Made for this network.
  ///   - options: Threads and kernels; all else follows from the pictures.
  ///   - isCancelled: Asked before each step of the engine.
  /// - Throws: `PlanError` where a block does not run; `MemoryError`; `SessionError`, which is `cancelled` where
  ///   `isCancelled` says so.
  public init(
    at path: BlockPath,
    in network: Network,
    on pictures: QuantizationPictures,
    options: PlanOptions = PlanOptions(),
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    try network.requireRunning()
    var (before, maps) = (pictures.calibration, pictures.calibration)
    for block in network.blocks {
      before = maps
      maps = try LoneBlock.run(block, on: maps, options, isCancelled: isCancelled)
      if block.path == path { break }
    }
    (entering, leaving) = (ValueDistribution(before), ValueDistribution(maps))
  }
}

extension ValueDistribution {
  /// The values of maps `N x C x H x W`, by their channels.
  fileprivate init(_ maps: [Tensor]) {
    let (shape, values) = (maps[0].shape, maps.flatMap { $0.doubles() })
    let (channels, plane) = (shape[1], shape[2] * shape[3])
    self.init(rows: channels, .betweenEnds) { channel in
      stride(from: channel * plane, to: values.count, by: channels * plane)
        .flatMap { values[$0..<$0 + plane] }
    }
  }
}
