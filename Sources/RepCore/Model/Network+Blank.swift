extension Network {
  /// A network of `architecture` whose weights are all zero, for what depends on shapes alone.
  ///
  /// All kernels share one block of zeros, so that the largest of them is all the memory it takes.
  public init(blank architecture: Architecture) {
    let zeros = Zeros(for: architecture)
    var head: Head?
    if case .chain(let classes) = architecture.wiring {
      head = Head(kernel: zeros[classes, architecture.features], bias: zeros[classes])
    }
    self.init(
      name: architecture.name,
      input: architecture.input,
      stages: architecture.stages.map { $0.blocks.map { Block(blank: $0, of: zeros) } },
      head: head,
      family: architecture.family
    )
  }
}

/// Tensors of zeros that share their bytes.
private struct Zeros {
  private let storage: Storage

  init(for architecture: Architecture) {
    let kernels = architecture.blocks.flatMap { block in
      block.branches.compactMap { block.kernelShape(of: $0.role)?.reduce(1, *) }
        + [block.outputChannels, block.outputChannels * (block.squeezeExcite?.hidden ?? 0)]
    }
    let head = architecture.features * architecture.classes
    let most = max(kernels.max() ?? 0, head, architecture.classes)
    storage = Storage(copying: [Float](repeating: 0, count: most))
  }

  subscript(shape: Int...) -> Tensor { self[shape] }

  subscript(shape: [Int]) -> Tensor {
    Tensor(storage: storage, byteOffset: 0, elementType: .float32, shape: shape)
  }

  func norm(_ shape: NormShape, channels: Int) -> BatchNorm {
    let vector = self[channels]
    return BatchNorm(
      shape: shape,
      gamma: shape.isAffine ? vector : nil,
      beta: shape.isAffine ? vector : nil,
      mean: vector,
      variance: vector
    )
  }
}

extension Block {
  fileprivate init(blank shape: BlockShape, of zeros: Zeros) {
    let channels = shape.outputChannels
    self.init(
      shape: shape,
      branches: shape.branches.map { branch in
        Branch(
          role: branch.role,
          index: branch.index,
          kernel: shape.kernelShape(of: branch.role).map { zeros[$0] },
          bias: branch.hasBias ? zeros[channels] : nil,
          norm: branch.norm.map { zeros.norm($0, channels: channels) }
        )
      },
      postNorm: shape.postNorm.map { zeros.norm($0, channels: channels) },
      squeezeExcite: shape.squeezeExcite.map { excite in
        SqueezeExcite(
          reduceKernel: zeros[excite.hidden, channels],
          reduceBias: zeros[excite.hidden],
          expandKernel: zeros[channels, excite.hidden],
          expandBias: zeros[channels]
        )
      }
    )
  }
}
