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
  /// A counter that only PyTorch needs, and that only exports write.
  let counter: TensorSlot

  /// The vectors of the norm module `module` over `channels` channels.
  init(_ module: String, _ shape: NormShape, channels: Int) {
    gamma = shape.isAffine ? TensorSlot(name: "\(module).weight", shape: [channels]) : nil
    beta = shape.isAffine ? TensorSlot(name: "\(module).bias", shape: [channels]) : nil
    mean = TensorSlot(name: "\(module).running_mean", shape: [channels])
    variance = TensorSlot(name: "\(module).running_var", shape: [channels])
    counter = TensorSlot(name: "\(module).num_batches_tracked", shape: [])
  }

  /// Those of its vectors.
  var slots: [TensorSlot] { [gamma, beta, mean, variance].compactMap(\.self) }
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

extension LinearSlots {
  /// A 1x1 convolution inside a block; nil unless the block has it.
  fileprivate init?(_ module: String?, in prefix: String, from inputs: Int?, to outputs: Int?) {
    guard let module, let inputs, let outputs else { return nil }
    self.init(joined(prefix, module), kernel: [outputs, inputs, 1, 1], bias: [outputs])
  }
}

/// The slots of one block, from its shape and the block's prefix in the file.
struct BlockSlots: Sendable {
  let branches: [BranchSlots]
  let postNorm: NormSlots?
  let reduce: LinearSlots?
  let expand: LinearSlots?

  /// Every slot of the block.
  var all: [TensorSlot] {
    let norms = (branches.map(\.norm) + [postNorm]).compactMap(\.self)
    let maps = [reduce, expand].compactMap(\.self)
    return branches.flatMap { [$0.kernel, $0.bias].compactMap(\.self) } + norms.flatMap(\.slots)
      + maps.flatMap { [$0.kernel, $0.bias] }
  }

  /// The slots under the names that `pattern` gives every branch.
  init(_ block: BlockShape, naming pattern: BlockPattern, prefix: String) {
    self.init(
      block,
      pattern,
      prefix: prefix,
      modules: block.branches.map { pattern.modules(of: $0, kernelSize: block.kernelSize) }
    )
  }

  /// The slots where `found` has the tensors of `block`; branches without tensors come last.
  init(_ block: BlockShape, _ found: FoundBlock) {
    let modules =
      found.isTraining ? found.branches.map(\.modules) : [found.folded].compactMap(\.self)
    let silent = Array(
      repeating: BranchModules(),
      count: block.branches.count - modules.count
    )
    self.init(block, found.pattern, prefix: found.prefix, modules: modules + silent)
  }

  private init(
    _ block: BlockShape,
    _ pattern: BlockPattern,
    prefix: String,
    modules: [BranchModules]
  ) {
    let channels = block.outputChannels
    branches = zip(block.branches, modules).map { branch, modules in
      let convolution = modules.convolution.map { joined(prefix, $0) } ?? prefix
      return BranchSlots(
        kernel: block.kernelShape(of: branch.role).map {
          TensorSlot(name: joined(convolution, "weight"), shape: $0)
        },
        bias: branch.hasBias
          ? TensorSlot(name: joined(convolution, "bias"), shape: [channels]) : nil,
        norm: branch.norm.map {
          NormSlots(joined(prefix, modules.norm ?? ""), $0, channels: channels)
        }
      )
    }
    postNorm = block.postNorm.map {
      NormSlots(
        joined(prefix, pattern.postNorm ?? BlockPattern.usualPostNorm),
        $0,
        channels: channels
      )
    }
    let excite = block.squeezeExcite
    let gate = excite.flatMap { pattern.gate($0.placement) }
    // The linear maps are 1x1 convolutions in the file.
    reduce = LinearSlots(gate?.reduce, in: prefix, from: channels, to: excite?.hidden)
    expand = LinearSlots(gate?.expand, in: prefix, from: excite?.hidden, to: channels)
  }
}

/// A name behind a prefix, which is empty where a file is one block.
private func joined(_ prefix: String, _ name: String) -> String {
  prefix.isEmpty ? name : "\(prefix).\(name)"
}
