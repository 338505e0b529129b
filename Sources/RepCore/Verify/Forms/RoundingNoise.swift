/// Moves numbers by half a unit in the last place of a float32, up or down as a seed says: by what storing
/// them as float32 may have changed them at most.
struct RoundingNoise: Sendable {
  private var random: SeededRandom

  /// The noise of `seed`.
  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The elements of `tensor`, each moved, as doubles; a zero stays, as its unit is nothing.
  mutating func moved(_ tensor: Tensor) -> Tensor {
    let storage = tensor.withFloats { values in
      unsafe Storage(count: values.count * MemoryLayout<Double>.stride) { memory in
        let doubles = unsafe memory.bindMemory(to: Double.self)
        var span = unsafe doubles.mutableSpan
        move(values, to: &span)
      }
    }
    return Tensor(storage: storage, byteOffset: 0, elementType: .float64, shape: tensor.shape)
  }

  private mutating func move(_ values: Span<Float>, to moved: inout MutableSpan<Double>) {
    for start in stride(from: 0, to: values.count, by: 64) {
      let signs = random.next()
      for index in start..<min(start + 64, values.count) {
        // The power of two at or below the value, whose 2^-24th part is half a unit; its sign is random.
        let power = values[index].bitPattern & 0x7F80_0000
        let sign = UInt32(truncatingIfNeeded: signs >> UInt64(index - start)) << 31
        let step = Double(Float(bitPattern: power | sign)) * 0x1p-24
        moved[index] = Double(values[index]) + step
      }
    }
  }

  /// The map with every pixel moved.
  mutating func moved(_ map: FeatureMap<Double>) -> FeatureMap<Double> {
    let shape = [map.batch, map.channels, map.height, map.width]
    return FeatureMap(moved(Tensor(map.values.map { Float($0) }, shape: shape)))
  }

  /// The block with every weight moved.
  mutating func moved(_ block: Block) -> Block {
    var branches: [Branch] = []
    for branch in block.branches {
      branches.append(
        Branch(
          role: branch.role,
          index: branch.index,
          kernel: moved(branch.kernel),
          bias: moved(branch.bias),
          norm: moved(branch.norm)
        )
      )
    }
    return Block(
      shape: block.shape,
      branches: branches,
      postNorm: moved(block.postNorm),
      squeezeExcite: moved(block.squeezeExcite)
    )
  }

  /// The classifier with every weight moved.
  mutating func moved(_ head: Head) -> Head {
    Head(kernel: moved(head.kernel), bias: moved(head.bias))
  }

  private mutating func moved(_ tensor: Tensor?) -> Tensor? {
    guard let tensor else { return nil }
    return moved(tensor)
  }

  private mutating func moved(_ norm: BatchNorm?) -> BatchNorm? {
    guard let norm else { return nil }
    return BatchNorm(
      shape: norm.shape,
      gamma: moved(norm.gamma),
      beta: moved(norm.beta),
      mean: moved(norm.mean),
      variance: moved(norm.variance)
    )
  }

  private mutating func moved(_ excite: SqueezeExcite?) -> SqueezeExcite? {
    guard let excite else { return nil }
    return SqueezeExcite(
      reduceKernel: moved(excite.reduceKernel),
      reduceBias: moved(excite.reduceBias),
      expandKernel: moved(excite.expandKernel),
      expandBias: moved(excite.expandBias)
    )
  }
}
