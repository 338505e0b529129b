/// Makes a network out of a set of tensors that carries no description, from names and shapes.
///
/// Each block's form is decided from its own tensors. What tensors cannot tell is taken from the
/// published network of the same widths, depths and groups, or assumed; either way it is listed.
struct Recognizer {
  /// What was recognised.
  struct Result {
    let network: Network
    let coverage: Coverage
    /// The blocks as found, stage by stage.
    let blocks: [[Survey.Found]]
  }

  private let set: CheckpointSet
  private let options: ReadingOptions
  private let survey: Survey

  /// Looks at the names of `set`.
  init(_ set: CheckpointSet, _ options: ReadingOptions = ReadingOptions()) throws(FormatError) {
    self.set = set
    self.options = options
    survey = try Survey(names: set.names)
  }

  /// The words in front of every block's name, which packaging put there.
  var wrapper: String { survey.wrapper }

  /// The scheme of the names: `official`, `plus`, `timm` and so on; several where blocks differ.
  var naming: String {
    let found: [Survey.Found]
    switch survey.arrangement {
    case .chain(let stages, let layout, _):
      if let title = layout.title { return title }
      found = stages.flatMap(\.self)
    case .separate(let blocks): found = blocks
    }
    return Swift.Set(found.map(\.naming.title)).sorted().joined(separator: " and ")
  }

  /// The network with its weights, and the account of all tensors.
  ///
  /// `name` is its name where no published network has its shape.
  ///
  /// - Throws: `FormatError.Kind.mismatch` unless every tensor of the network is there; in a known
  ///   network, also for tensors without a place.
  func recognize(named name: String) throws(FormatError) -> Result {
    switch survey.arrangement {
    case .chain(let stages, _, let head): try chain(stages, head: head, named: name)
    case .separate(let blocks): try separate(blocks, named: name)
    }
  }

  private func reader(_ found: Survey.Found) -> BlockReader {
    BlockReader(found: found, set: set, epsilon: options.epsilon)
  }

  private func assumptions(_ architecture: Architecture, _ published: String?) -> [String] {
    let knowsModules = !set.modules.isEmpty
    return Assumptions(
      architecture: architecture,
      published: published,
      isEpsilonKnown: options.epsilon != nil || knowsModules,
      areModulesKnown: knowsModules
    )
    .sentences
  }
}

// MARK: - Known networks

extension Recognizer {
  private func chain(
    _ stages: [[Survey.Found]],
    head module: String,
    named name: String
  ) throws(FormatError) -> Result {
    var architecture = try architecture(stages, head: module, named: name)
    let published = Published.all.first { architecture.isShaped(as: $0.architecture) }
    if let published {
      architecture.name = published.name
      architecture.input = published.architecture.input
    }
    try architecture.validate()

    var take = TensorTake(set.checkpoint)
    let head = take.linear(
      LinearSlots(
        module,
        kernel: [architecture.classes, architecture.features],
        bias: [architecture.classes]
      )
    )
    let blocks = zip(architecture.stages, stages).map { take.blocks($0.blocks, $1.map(reader)) }
    let placeholders = self.placeholders(stages)
    let ignored = try take.finish { name in
      isWithoutMeaning(name) || placeholders.contains { name.hasPrefix($0) }
    }
    guard let head else { preconditionFailure("a complete take has a head") }
    let network = Network(
      name: architecture.name,
      input: architecture.input,
      stages: blocks,
      head: Head(kernel: head.kernel, bias: head.bias),
      family: architecture.family,
      source: "\(naming) names",
      assumptions: assumptions(architecture, published?.name)
    )
    let coverage = Coverage(taken: take.count, ignored: ignored, opaque: [])
    return Result(network: network, coverage: coverage, blocks: stages)
  }

  /// The architecture as far as shapes and names tell, with strides by rule.
  private func architecture(
    _ found: [[Survey.Found]],
    head module: String,
    named name: String
  ) throws(FormatError) -> Architecture {
    guard let classes = set.checkpoint.tensors["\(module).weight"]?.shape.first else {
      throw FormatError(.mismatch, "the classifier \(module).weight is missing")
    }
    var channels: Int?
    var stages: [StageShape] = []
    for (stage, blocks) in found.enumerated() {
      var shapes: [BlockShape] = []
      for (index, found) in blocks.enumerated() {
        let shape = try reader(found).shape(
          at: BlockPath(stage: stage, block: index),
          .chain(channels: channels, beginsStage: index == 0)
        )
        channels = shape.outputChannels
        shapes.append(shape)
      }
      stages.append(StageShape(blocks: shapes))
    }
    let isMobileOne =
      found.joined().contains { $0.naming.isNumbered }
      || stages.contains { $0.blocks.contains { $0.kernelSize == 1 } }
    return Architecture(
      name: name,
      input: InputShape(channels: stages.first?.blocks.first?.inputChannels ?? 0),
      stages: stages,
      family: isMobileOne ? .mobileOne : .repVGG,
      classes: classes
    )
  }

  /// A folded convolution beside live branches is a placeholder without meaning.
  private func placeholders(_ stages: [[Survey.Found]]) -> [String] {
    stages.flatMap(\.self)
      .filter { reader($0).isTraining && $0.has($0.naming.folded) }
      .map { "\($0.prefix).\($0.naming.folded)." }
  }

  /// Whether a tensor that no network needs may stand there all the same: the counters of batch norms,
  /// and the classifiers that RepVGGplus uses in training only.
  private func isWithoutMeaning(_ name: String) -> Bool {
    let bare = name.hasPrefix(wrapper) ? name.dropFirst(wrapper.count) : name[...]
    return name.hasSuffix(Self.counter)
      || ["stage1_aux.", "stage2_aux.", "stage3_first_aux."].contains { bare.hasPrefix($0) }
  }

  private static let counter = ".num_batches_tracked"
}

// MARK: - Blocks of an unknown graph

extension Recognizer {
  private func separate(
    _ found: [Survey.Found],
    named name: String
  ) throws(FormatError) -> Result {
    var stages: [StageShape] = []
    let groups = Self.byModule(found)
    for (stage, blocks) in groups.enumerated() {
      var shapes: [BlockShape] = []
      for (index, found) in blocks.enumerated() {
        shapes.append(
          try reader(found).shape(at: BlockPath(stage: stage, block: index), .separate)
        )
      }
      stages.append(StageShape(blocks: shapes))
    }
    let channels = stages.flatMap(\.blocks).map(\.inputChannels).max() ?? 0
    let architecture = Architecture(
      name: name,
      input: InputShape(channels: channels, height: options.extent, width: options.extent),
      stages: stages,
      wiring: .separate
    )
    try architecture.validate()

    var take = TensorTake(set.checkpoint)
    let blocks = zip(stages, groups).map { take.blocks($0.blocks, $1.map(reader)) }
    let rest = try take.finish { _ in true }
    let placeholders = placeholders(groups)
    let isIgnored = { (name: String) in
      name.hasSuffix(Self.counter) || placeholders.contains { name.hasPrefix($0) }
    }
    let network = Network(
      name: name,
      input: architecture.input,
      stages: blocks,
      head: nil,
      source: "\(naming) names",
      assumptions: assumptions(architecture, nil)
    )
    let coverage = Coverage(
      taken: take.count,
      ignored: rest.filter(isIgnored),
      opaque: rest.filter { !isIgnored($0) }
    )
    return Result(network: network, coverage: coverage, blocks: groups)
  }

  /// Blocks that stand in the same module are shown together.
  private static func byModule(_ found: [Survey.Found]) -> [[Survey.Found]] {
    var groups: [(module: Substring, blocks: [Survey.Found])] = []
    for block in found {
      let module = block.prefix.prefix(
        upTo: block.prefix.lastIndex(of: ".") ?? block.prefix.startIndex
      )
      if groups.last?.module == module {
        groups[groups.count - 1].blocks.append(block)
      } else {
        groups.append((module, [block]))
      }
    }
    return groups.map(\.blocks)
  }
}

extension TensorTake {
  /// The blocks of `shapes` from where `readers` find them; those with a fault are left out.
  fileprivate mutating func blocks(_ shapes: [BlockShape], _ readers: [BlockReader]) -> [Block] {
    zip(shapes, readers).compactMap { block($0, $1) }
  }
}
