internal import RepCore
internal import Words

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
    case .module(let index): moduleFacts(index)
    case .block(let path): blockFacts(path)
    case .branch(let path, let index): branchFacts(path, index)
    case .pool: poolFacts
    case .linear: linearFacts
    case .opaque: TreeFacts(name: TreeWords.opaque(document.opaque.count)[language])
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
      microseconds: microseconds(of: .network, in: form)
    )
  }

  private func stageFacts(_ stage: Int) -> TreeFacts {
    let blocks = document.architecture(in: form).stages[stage].blocks
    let facts = blocks.map { blockFacts($0.path) }
    return TreeFacts(
      name: document.title(of: stage),
      inputChannels: blocks.first?.inputChannels,
      outputChannels: blocks.last?.outputChannels,
      outputExtent: facts.last?.outputExtent,
      stride: blocks.first?.stride,
      parameters: facts.map(\.parameters).reduce(0, +),
      macs: facts.map(\.macs).reduce(0, +),
      microseconds: microseconds(of: .stage(stage), in: form),
      outputBytes: facts.last?.outputBytes
    )
  }

  /// Blocks that stand alone are no chain: nothing goes in at the first and comes out of the last.
  private func moduleFacts(_ index: Int) -> TreeFacts {
    let module = document.modules.modules[index]
    let facts = module.blocks.map { blockFacts($0) }
    return TreeFacts(
      name: module.name,
      parameters: facts.map(\.parameters).reduce(0, +),
      macs: facts.map(\.macs).reduce(0, +),
      microseconds: microseconds(of: .module(index), in: form)
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
      microseconds: microseconds(of: .block(path), in: form),
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
      microseconds: microseconds(of: .branch(path, index), in: form),
      outputBytes: 4 * shape.outputChannels * output.height * output.width
    )
  }

  private var poolFacts: TreeFacts {
    let architecture = document.architecture(in: form)
    return TreeFacts(
      name: TreeWords.pool[language],
      outputChannels: architecture.features,
      outputExtent: (1, 1),
      microseconds: microseconds(of: .pool, in: form),
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
      microseconds: microseconds(of: .linear, in: form),
      outputBytes: 4 * architecture.classes
    )
  }
}

extension Shared {
  /// Median of the time that a form spends in a row, in microseconds; nil before it ran, and for what is
  /// never run.
  func microseconds(of node: TreeNode, in form: Form) -> Double? {
    guard let timing = live.timing(of: form) else { return nil }
    switch node {
    case .network: return document.isSeparate ? timing.blocksMicroseconds : timing.whole.median
    case .stage, .module:
      let times = document.blocks(under: node).compactMap { timing.microseconds(of: $0) }
      return times.isEmpty ? nil : times.reduce(0, +)
    case .block(let path): return timing.microseconds(of: path)
    case .branch(let path, let index):
      guard let shape = document.shape(of: path, in: form), form == self.form,
        shape.branches.indices.contains(index)
      else { return nil }
      return timing.microseconds(of: path, branch: shape.branches[index].id)
    case .pool: return timing.microseconds(of: .pool)
    case .linear: return timing.microseconds(of: .linear)
    case .opaque, .tensor: return nil
    }
  }
}

extension Shared {
  /// What is known to be wrong with the classifier, where it belongs to the row.
  func headFaults(under node: TreeNode) -> [WeightFault] {
    [.network, .linear].contains(node) ? answers.headFaults : []
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
