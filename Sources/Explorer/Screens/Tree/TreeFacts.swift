import RepCore

/// The numbers of a tree row in the form that is shown.
struct TreeFacts {
  var name: String
  /// `in -> out` channels.
  var inputChannels: Int?
  var outputChannels: Int?
  /// Rows and columns of the output map.
  var outputExtent: (height: Int, width: Int)?
  var stride: Int?
  var groups: Int?
  var branches: Int?
  var parameters = 0
  var macs = 0
  /// Median of the time spent; nil before anything ran.
  var microseconds: Double?
  /// Bytes of the output map, float32.
  var outputBytes: Int?
}

extension Shared {
  /// The numbers of `node`.
  func facts(of node: TreeNode) -> TreeFacts {
    switch node {
    case .network: networkFacts
    case .stage(let stage): stageFacts(stage)
    case .block(let path): blockFacts(path)
    case .branch(let path, let index): branchFacts(path, index)
    case .pool: poolFacts
    case .linear: linearFacts
    case .opaque: TreeFacts(name: "opaque, \(counted(document.opaque.count, "tensor"))")
    case .tensor(let index): TreeFacts(name: document.opaque[index].name)
    }
  }

  private var networkFacts: TreeFacts {
    let architecture = document.architecture(in: form)
    return TreeFacts(
      name: architecture.name,
      inputChannels: document.isSeparate ? nil : architecture.input.channels,
      outputChannels: document.isSeparate ? nil : architecture.classes,
      parameters: architecture.parameters,
      macs: architecture.macs(),
      microseconds: live.timing(of: form).map {
        document.isSeparate ? $0.blocksMicroseconds : $0.whole.median
      }
    )
  }

  private func stageFacts(_ stage: Int) -> TreeFacts {
    let blocks = document.architecture(in: form).stages[stage].blocks
    let facts = blocks.map { blockFacts($0.path) }
    let times = facts.compactMap(\.microseconds)
    // Blocks that stand alone are no chain, so what enters the first does not become what leaves the last.
    let isChain = !document.isSeparate
    return TreeFacts(
      name: document.title(of: stage),
      inputChannels: isChain ? blocks.first?.inputChannels : nil,
      outputChannels: isChain ? blocks.last?.outputChannels : nil,
      outputExtent: isChain ? facts.last?.outputExtent : nil,
      stride: isChain ? blocks.first?.stride : nil,
      parameters: facts.map(\.parameters).reduce(0, +),
      macs: facts.map(\.macs).reduce(0, +),
      microseconds: times.isEmpty ? nil : times.reduce(0, +),
      outputBytes: isChain ? facts.last?.outputBytes : nil
    )
  }

  private func blockFacts(_ path: BlockPath) -> TreeFacts {
    guard let shape = document.shape(of: path, in: form) else { return TreeFacts(name: "") }
    let (input, output) = (document.inputExtent(of: path), document.outputExtent(of: path))
    return TreeFacts(
      name: shape.title,
      inputChannels: shape.inputChannels,
      outputChannels: shape.outputChannels,
      outputExtent: output,
      stride: shape.stride,
      groups: shape.groups,
      branches: shape.branches.count,
      parameters: shape.parameters,
      macs: shape.macs(height: input.height, width: input.width),
      microseconds: live.timing(of: form)?.microseconds(of: path),
      outputBytes: 4 * shape.outputChannels * output.height * output.width
    )
  }

  private func branchFacts(_ path: BlockPath, _ index: Int) -> TreeFacts {
    guard let shape = document.shape(of: path, in: form), shape.branches.indices.contains(index)
    else { return TreeFacts(name: "") }
    let branch = shape.branches[index]
    let (input, output) = (document.inputExtent(of: path), document.outputExtent(of: path))
    return TreeFacts(
      name: shape.label(of: branch),
      inputChannels: shape.inputChannels,
      outputChannels: shape.outputChannels,
      outputExtent: output,
      stride: shape.stride,
      groups: shape.groups,
      parameters: shape.parameters(of: branch),
      macs: shape.macs(of: branch, height: input.height, width: input.width),
      microseconds: live.timing(of: form)?.microseconds(of: path, branch: branch.id),
      outputBytes: 4 * shape.outputChannels * output.height * output.width
    )
  }

  private var poolFacts: TreeFacts {
    let architecture = document.architecture(in: form)
    return TreeFacts(
      name: "mean pool",
      outputChannels: architecture.features,
      outputExtent: (1, 1),
      microseconds: live.timing(of: form)?.microseconds(of: .pool),
      outputBytes: 4 * architecture.features
    )
  }

  private var linearFacts: TreeFacts {
    let architecture = document.architecture(in: form)
    return TreeFacts(
      name: "linear",
      inputChannels: architecture.features,
      outputChannels: architecture.classes,
      outputExtent: (1, 1),
      parameters: architecture.headParameters,
      macs: architecture.headMacs,
      microseconds: live.timing(of: form)?.microseconds(of: .linear),
      outputBytes: 4 * architecture.classes
    )
  }
}

/// `1 tensor`, `12 tensors`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

extension BlockShape {
  /// A branch's map alone: `3x3`, `1x1`, `identity`.
  func map(of branch: BranchShape) -> String {
    branch.role == .folded ? "\(kernelSize)x\(kernelSize)" : branch.id.description
  }

  /// What a branch computes, in a few letters: `3x3 + norm`.
  func label(of branch: BranchShape) -> String {
    ([map(of: branch)] + (branch.hasBias ? ["bias"] : []) + (branch.norm == nil ? [] : ["norm"]))
      .joined(separator: " + ")
  }
}
