/// What a mistake does: to each block alone, and to the classes that the whole network gives.
public struct MistakeTrial: Hashable, Sendable {
  /// Each block alone, in order of execution.
  public let checks: [MistakeCheck]
  /// The classes with the mistake against those that are right; nil where there are no pictures with classes.
  public let score: Score?

  /// The first block that the check finds to be wrong.
  public var first: MistakeCheck? { checks.first { !$0.passes } }
}

extension MistakeTrial {
  /// Makes `mistake` in blocks of `network`, as far as it concerns them.
  ///
  /// Norms in training mode are checked on what the block sees of the pictures, since they depend on them, all else
  /// on a small seeded map, as `BlockCheck` does it.
  ///
  /// - Parameters:
  ///   - mistake: Nil for the network as it should be.
  ///   - paths: The blocks that it is made in.
  ///   - network: A network in its training form.
  ///   - pictures: What the whole is tried on; nil where the blocks stand alone or no pictures fit.
  ///   - threads: Threads that work on it.
  ///   - progress: Told how much is done, of how much.
  ///   - isCancelled: Asked between blocks and pictures.
  /// - Throws: `CancellationError`; `PlanError`, `SessionError`, `MemoryError`, `FormatError`.
  public init(
    _ mistake: Mistake?,
    in paths: Set<BlockPath>,
    of network: Network,
    on pictures: TrialPictures?,
    threads: Int,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    let made = network.blocks.filter {
      mistake?.concerns($0.shape) == true && paths.contains($0.path)
    }
    let broken = Set(made.map(\.path))
    let steps = network.blocks.count + (pictures == nil ? 0 : 1)
    var map = mistake == .norms ? pictures.map { FeatureMap<Float>($0.input(for: network)) } : nil
    var checks: [MistakeCheck] = []
    for block in network.blocks {
      if isCancelled() { throw CancellationError() }
      let here = broken.contains(block.path) ? mistake : nil
      let input = here == .norms ? map.map { Tensor($0) } : nil
      checks.append(MistakeCheck(block, making: here, on: input ?? .seededMap(for: block.shape)))
      if checks.count < network.blocks.count {
        map = map.map { Reference<Float>.run(block, input: $0) }
      }
      progress(checks.count, steps)
    }
    self.checks = checks
    score = try pictures.map { pictures in
      let whole = try pictures.classes(of: network, threads, isCancelled)
      let run = MistakenRun(network: network, mistake: mistake, paths: broken)
      let wrong = try run.classes(of: pictures, threads, isCancelled)
      return Score(of: wrong, against: whole, in: pictures.data)
    }
    progress(steps, steps)
  }
}

extension Tensor {
  /// The map of a feature map, `N x C x H x W`.
  fileprivate init(_ map: FeatureMap<Float>) {
    self.init(map.values, shape: [map.batch, map.channels, map.height, map.width])
  }

  /// The seeded map that a block is checked on.
  fileprivate static func seededMap(for shape: BlockShape) -> Tensor {
    let extent = shape.smallestMap
    return .normal(shape: [1, shape.inputChannels, extent, extent], seed: 0)
  }
}
