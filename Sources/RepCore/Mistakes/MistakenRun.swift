/// A whole network with a mistake in some of its blocks.
struct MistakenRun {
  /// The network as it should be, in its training form.
  let network: Network
  /// The mistake; nil for none.
  let mistake: Mistake?
  /// The blocks that it is made in.
  let paths: Set<BlockPath>

  /// The classes that it gives to pictures.
  ///
  /// A mistake of the fold is a network that the engine runs, and so are norms that were measured; a sum of
  /// activated branches, and tiles with a wrong matrix, are run by the oracle's operators.
  func classes(
    of pictures: TrialPictures,
    _ threads: Int,
    _ isCancelled: @escaping () -> Bool
  ) throws -> Classification {
    switch mistake {
    case .epsilon, .identity, .corner:
      return try pictures.classes(of: folded(threads: threads), threads, isCancelled)
    case .norms:
      return try pictures.classes(of: measured(on: pictures, isCancelled), threads, isCancelled)
    case .activation, .winograd:
      let broken = brokenBlocks
      return try pictures.classes(of: network, isCancelled) { logits(of: $0, broken) }
    case nil:
      return try pictures.classes(of: network.folded(threads: threads), threads, isCancelled)
    }
  }

  private var brokenBlocks: [BlockPath: MistakenBlock] {
    guard let mistake else { return [:] }
    let blocks = network.blocks.filter { paths.contains($0.path) }
    return Dictionary(uniqueKeysWithValues: blocks.map { ($0.path, MistakenBlock($0, mistake)) })
  }

  private func folded(threads: Int) -> Network {
    network.replacingBlocks(
      network.stages.map { stage in
        stage.map { block in
          let here = paths.contains(block.path) ? mistake : nil
          return BlockFold(block, making: here).folded(threads: threads)
        }
      }
    )
  }

  private func measured(
    on pictures: TrialPictures,
    _ isCancelled: () -> Bool
  ) throws -> Network {
    let input = pictures.input(for: network)
    guard let measured = network.measuringNorms(of: paths, on: input, isCancelled: isCancelled)
    else { throw CancellationError() }
    return measured
  }

  /// The logits of some pictures, `N x C x H x W`.
  private func logits(of input: Tensor, _ broken: [BlockPath: MistakenBlock]) -> [[Float]] {
    guard let head = network.head else {
      preconditionFailure("a network without a head is not run here")
    }
    let map = network.blocks.reduce(FeatureMap<Float>(input)) { map, block in
      broken[block.path]?.run(map) ?? Reference<Float>.run(block, input: map)
    }
    return Reference<Float>.globalMeans(map).map {
      Reference<Float>.linear($0, kernel: head.kernel, bias: head.bias)
    }
  }
}
