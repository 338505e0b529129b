extension Network {
  /// A network of `architecture` with seeded random weights and norms as after some training.
  ///
  /// Kernels are normal with deviation `sqrt(2 / fan in)` shared over the branches; gamma, variance and
  /// the means vary per channel, so that folding has something to do and activations keep their size
  /// from block to block.
  public init(random architecture: Architecture, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let stages = architecture.stages.map { stage in
      stage.blocks.map { Block(random: $0, using: &random) }
    }
    let features = architecture.features
    var head: Head?
    if case .chain(let classes) = architecture.wiring {
      let deviation = (1 / Float(features)).squareRoot()
      let kernel = random.normals(count: classes * features, deviation: deviation)
      head = Head(
        kernel: Tensor(kernel, shape: [classes, features]),
        bias: random.vector(classes, in: -0.1...0.1)
      )
    }
    self.init(
      name: architecture.name,
      input: architecture.input,
      stages: stages,
      head: head,
      family: architecture.family,
      source: Self.randomSource(seed: seed)
    )
  }
}

extension Block {
  fileprivate init(random shape: BlockShape, using random: inout SeededRandom) {
    let branches = shape.branches.map { branch in
      Branch(random: branch, in: shape, using: &random)
    }
    let channels = shape.outputChannels
    self.init(
      shape: shape,
      branches: branches,
      postNorm: shape.postNorm.map { BatchNorm(random: $0, channels: channels, using: &random) },
      squeezeExcite: shape.squeezeExcite.map {
        SqueezeExcite(random: $0, channels: channels, using: &random)
      }
    )
  }
}

extension Branch {
  fileprivate init(
    random shape: BranchShape,
    in block: BlockShape,
    using random: inout SeededRandom
  ) {
    let kernel = block.kernelShape(of: shape.role).map { extents in
      // The branches' variances add up, so each takes its share.
      let fanIn = Float(extents[1...].reduce(block.branches.count, *))
      let deviation = (2 / fanIn).squareRoot()
      return Tensor(
        random.normals(count: extents.reduce(1, *), deviation: deviation),
        shape: extents
      )
    }
    self.init(
      role: shape.role,
      index: shape.index,
      kernel: kernel,
      bias: shape.hasBias ? random.vector(block.outputChannels, in: -0.1...0.1) : nil,
      norm: shape.norm.map {
        BatchNorm(random: $0, channels: block.outputChannels, using: &random)
      }
    )
  }
}

extension BatchNorm {
  fileprivate init(random shape: NormShape, channels: Int, using random: inout SeededRandom) {
    self.init(
      shape: shape,
      gamma: shape.isAffine ? random.vector(channels, in: 0.4...1) : nil,
      beta: shape.isAffine ? random.vector(channels, in: -0.2...0.2) : nil,
      mean: random.vector(channels, in: -0.3...0.3),
      variance: random.vector(channels, in: 0.5...2)
    )
  }
}

extension SqueezeExcite {
  fileprivate init(
    random shape: SqueezeExciteShape,
    channels: Int,
    using random: inout SeededRandom
  ) {
    let hidden = shape.hidden
    let (reduce, expand) = ((1 / Float(channels)).squareRoot(), (1 / Float(hidden)).squareRoot())
    self.init(
      reduceKernel: Tensor(
        random.normals(count: hidden * channels, deviation: reduce),
        shape: [hidden, channels]
      ),
      reduceBias: random.vector(hidden, in: -0.1...0.1),
      expandKernel: Tensor(
        random.normals(count: hidden * channels, deviation: expand),
        shape: [channels, hidden]
      ),
      expandBias: random.vector(channels, in: -0.1...0.1)
    )
  }
}

extension SeededRandom {
  fileprivate mutating func normals(count: Int, deviation: Float) -> [Float] {
    (0..<count).map { _ in normal() * deviation }
  }

  fileprivate mutating func vector(_ count: Int, in range: ClosedRange<Float>) -> Tensor {
    Tensor((0..<count).map { _ in uniform(in: range) }, shape: [count])
  }
}
