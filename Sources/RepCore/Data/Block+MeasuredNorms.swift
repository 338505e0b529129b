extension Block {
  /// The block with the mean and variance of each norm measured on what the norm sees of `input`, and what the
  /// block then makes of it.
  ///
  /// A norm behind the sum is measured behind the branches' new norms. Variances are those of a batch norm in
  /// training: the mean square about the mean, not corrected for the number of values.
  ///
  /// - Parameter input: `N x C x H x W`, all pictures that are measured.
  /// - Returns: the block with its new norms, and its output `N x O x H' x W'`.
  func measuringNorms<Scalar>(
    on input: FeatureMap<Scalar>
  ) -> (block: Block, output: FeatureMap<Scalar>) {
    var measured: [Branch] = []
    var sum: FeatureMap<Scalar>?
    for branch in branches {
      let raw = Reference<Scalar>.run(branch.withNorm(nil), in: shape, input: input)
      let norm = branch.norm?.measured(on: raw)
      let output = norm.map { Reference<Scalar>.normalize(raw, $0) } ?? raw
      sum = sum.map { Reference<Scalar>.add($0, output) } ?? output
      measured.append(branch.withNorm(norm))
    }
    guard let sum else { preconditionFailure("the block \(path) has no branches") }
    let block = changed(measured, postNorm?.measured(on: sum))
    return (block, Reference<Scalar>.finish(block, sum: sum))
  }
}

extension BatchNorm {
  /// The norm with the mean and variance that each channel of `map` has.
  fileprivate func measured<Scalar>(on map: FeatureMap<Scalar>) -> BatchNorm {
    let moments = map.channelMoments
    return BatchNorm(
      shape: shape,
      gamma: gamma,
      beta: beta,
      mean: Tensor(moments.map { Float($0.mean) }, shape: [moments.count]),
      variance: Tensor(moments.map { Float($0.variance) }, shape: [moments.count])
    )
  }
}

extension FeatureMap {
  /// Mean and variance of each channel over all places of all pictures, in double.
  var channelMoments: [(mean: Double, variance: Double)] { moments() }

  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  private func moments() -> [(mean: Double, variance: Double)] {
    (0..<channels).map { channel in
      let planes = (0..<batch).lazy.map { ($0 * channels + channel) * plane }
      var (sum, squares) = (0.0, 0.0)
      for start in planes {
        for value in values[start..<start + plane] { sum += Double(value) }
      }
      let mean = sum / Double(batch * plane)
      for start in planes {
        for value in values[start..<start + plane] {
          squares += (Double(value) - mean) * (Double(value) - mean)
        }
      }
      return (mean, squares / Double(batch * plane))
    }
  }
}

extension Network {
  /// The network with the norms of the blocks `paths` measured on `pictures`, block after block: each sees what the
  /// blocks before it make with their new norms.
  ///
  /// - Parameters:
  ///   - paths: Which blocks; the norms of the others stay.
  ///   - pictures: `N x C x H x W`, run together.
  ///   - progress: Told after each block how many are done.
  ///   - isCancelled: Asked before each block.
  /// - Returns: nil where `isCancelled` says so.
  public func measuringNorms(
    of paths: Set<BlockPath>,
    on pictures: Tensor,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isCancelled: () -> Bool = { false }
  ) -> Network? {
    var (map, done) = (FeatureMap<Float>(pictures), 0)
    var measured: [[Block]] = []
    for stage in stages {
      var blocks: [Block] = []
      for block in stage {
        guard !isCancelled() else { return nil }
        if paths.contains(block.path), !block.norms.isEmpty {
          let (block, output) = block.measuringNorms(on: map)
          blocks.append(block)
          map = output
        } else {
          blocks.append(block)
          map = Reference<Float>.run(block, input: map)
        }
        done += 1
        progress(done, self.blocks.count)
      }
      measured.append(blocks)
    }
    return replacingBlocks(measured)
  }
}
