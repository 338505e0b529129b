/// A tensor that a network needs: its name and its shape in the file.
struct TensorSlot: Hashable, Sendable {
  let name: String
  let shape: [Int]
}

/// The slots of one norm.
struct NormSlots: Sendable {
  let gamma: TensorSlot?
  let beta: TensorSlot?
  let mean: TensorSlot
  let variance: TensorSlot

  /// The vectors of the norm module `module` over `channels` channels.
  init(_ module: String, _ shape: NormShape, channels: Int) {
    gamma = shape.isAffine ? TensorSlot(name: "\(module).weight", shape: [channels]) : nil
    beta = shape.isAffine ? TensorSlot(name: "\(module).bias", shape: [channels]) : nil
    mean = TensorSlot(name: "\(module).running_mean", shape: [channels])
    variance = TensorSlot(name: "\(module).running_var", shape: [channels])
  }
}

/// The slots of one branch.
struct BranchSlots: Sendable {
  let kernel: TensorSlot?
  let bias: TensorSlot?
  let norm: NormSlots?
}

/// The slots of a module with a kernel and a bias: the classifier, a map of squeeze-excite.
struct LinearSlots: Sendable {
  let kernel: TensorSlot
  let bias: TensorSlot

  init(_ module: String, kernel: [Int], bias: [Int]) {
    self.kernel = TensorSlot(name: "\(module).weight", shape: kernel)
    self.bias = TensorSlot(name: "\(module).bias", shape: bias)
  }
}

/// The slots of one block, from its shape, a naming scheme and the block's prefix in the file.
struct BlockSlots: Sendable {
  let branches: [BranchSlots]
  let postNorm: NormSlots?
  let reduce: LinearSlots?
  let expand: LinearSlots?

  init(_ block: BlockShape, naming: Naming, prefix: String) {
    let channels = block.outputChannels
    branches = block.branches.map { branch in
      let convolution = "\(prefix).\(naming.convolution(branch))"
      return BranchSlots(
        kernel: block.kernelShape(of: branch.role).map {
          TensorSlot(name: "\(convolution).weight", shape: $0)
        },
        bias: branch.hasBias ? TensorSlot(name: "\(convolution).bias", shape: [channels]) : nil,
        norm: branch.norm.map {
          NormSlots("\(prefix).\(naming.norm(branch.role))", $0, channels: channels)
        }
      )
    }
    postNorm = block.postNorm.map {
      NormSlots("\(prefix).\(naming.postNorm)", $0, channels: channels)
    }
    // The linear maps are 1x1 convolutions in the file.
    reduce = block.squeezeExcite.map {
      LinearSlots(
        "\(prefix).\(naming.reduce)",
        kernel: [$0.hidden, channels, 1, 1],
        bias: [$0.hidden]
      )
    }
    expand = block.squeezeExcite.map {
      LinearSlots(
        "\(prefix).\(naming.expand)",
        kernel: [channels, $0.hidden, 1, 1],
        bias: [channels]
      )
    }
  }
}
