/// Makes a network out of a checkpoint that carries no description, from names and shapes.
///
/// Each block's form is decided from its own tensors. What tensors cannot tell is taken from the
/// published variant of the same widths, depths and groups, or assumed; either way it is listed.
struct Recognizer {
  private let checkpoint: Checkpoint
  private let survey: Survey

  /// Looks at the names of `checkpoint`.
  init(_ checkpoint: Checkpoint) throws(FormatError) {
    self.checkpoint = checkpoint
    survey = try Survey(names: checkpoint.names)
  }

  /// The scheme of the names.
  var naming: Naming { survey.naming }

  /// The whole network with its weights, and the names that it does not need.
  ///
  /// `name` is its name where no published variant has its shape.
  ///
  /// - Throws: `FormatError.Kind.mismatch` unless every tensor is there and no other.
  func network(named name: String) throws(FormatError) -> (network: Network, ignored: [String]) {
    var architecture = try shape(named: name)
    let variant = Variant.allCases.first { architecture.isShaped(as: Architecture(variant: $0)) }
    if let variant {
      architecture.name = variant.rawValue
      architecture.input = variant.recipe.input
    }
    try architecture.validate()

    var take = TensorTake(checkpoint, prefix: survey.prefix)
    let head = take.linear(headSlots(architecture))
    let stages = zip(architecture.stages, survey.stages).map { shapes, found in
      zip(shapes.blocks, found).map { shape, found in
        take.block(shape, BlockSlots(shape, naming: naming, prefix: found.prefix))
      }
    }
    let placeholders = self.placeholders
    let ignored = try take.finish { name in
      Naming.isWithoutMeaning(name) || placeholders.contains { name.hasPrefix($0) }
    }
    guard let head else { preconditionFailure("a complete take has a head") }
    let network = Network(
      name: architecture.name,
      input: architecture.input,
      stages: stages.map { $0.compactMap(\.self) },
      head: Head(kernel: head.kernel, bias: head.bias),
      source: "\(naming.title) names",
      assumptions: Self.assumptions(architecture, variant: variant)
    )
    return (network, ignored)
  }

  /// A folded convolution beside live branches is a placeholder without meaning.
  private var placeholders: [String] {
    survey.stages.flatMap(\.self).filter { isTraining($0) && $0.has(naming.folded) }
      .map { "\($0.prefix).\(naming.folded)." }
  }

  private func isTraining(_ found: Survey.Found) -> Bool {
    found.has(naming.dense) || found.has(naming.pointwise) || found.has(naming.identity)
  }

  private func headSlots(_ architecture: Architecture) -> LinearSlots {
    LinearSlots(
      naming.head,
      kernel: [architecture.classes, architecture.features],
      bias: [architecture.classes]
    )
  }

  /// The architecture as far as shapes and names tell, with strides by rule.
  private func shape(named name: String) throws(FormatError) -> Architecture {
    guard let classes = extents("\(naming.head).weight").first else {
      throw FormatError(
        .mismatch,
        "the classifier \(survey.prefix)\(naming.head).weight is missing"
      )
    }
    var channels: Int?
    var stages: [StageShape] = []
    for (stage, blocks) in survey.stages.enumerated() {
      var shapes: [BlockShape] = []
      for (index, found) in blocks.enumerated() {
        let path = BlockPath(stage: stage, block: index)
        let shape = try block(found, at: path, after: channels)
        channels = shape.outputChannels
        shapes.append(shape)
      }
      stages.append(StageShape(blocks: shapes))
    }
    let inputs = stages.first?.blocks.first?.inputChannels ?? 0
    return Architecture(
      name: name,
      input: InputShape(channels: inputs),
      stages: stages,
      classes: classes
    )
  }

  private func extents(_ name: String) -> [Int] {
    checkpoint.tensors[survey.prefix + name]?.shape ?? []
  }
}

// MARK: - One block

extension Recognizer {
  private func block(
    _ found: Survey.Found,
    at path: BlockPath,
    after channels: Int?
  ) throws(FormatError) -> BlockShape {
    let training = isTraining(found)
    let roles: [BranchRole] = training ? [.dense, .pointwise] : [.folded]
    var branches = roles.map { branch($0, found) }
    let kernels = branches.map { extents("\(found.prefix).\(naming.convolution($0)).weight") }
    guard let kernel = kernels.first(where: { $0.count == 4 && $0[0] > 0 && $0[1] > 0 }) else {
      throw FormatError(
        .mismatch,
        "\(found.prefix): the kernel \(naming.convolution(branches[0])).weight is missing or not 4-D"
      )
    }
    let inputs = channels ?? kernel[1]
    guard inputs.isMultiple(of: kernel[1]) else {
      throw FormatError(
        .mismatch,
        "\(found.prefix): its kernels see \(kernel[1]) channels, which does not divide the "
          + "\(inputs) that come in"
      )
    }
    // Inside a stage every scheme's code has stride 1 and so, with equal channels, an identity.
    let inside = path.block > 0
    if training && (found.has(naming.identity) || inside && inputs == kernel[0]) {
      branches.append(branch(.identity, found))
    }
    return BlockShape(
      path: path,
      inputChannels: inputs,
      outputChannels: kernel[0],
      stride: inside || branches.count == 3 ? 1 : 2,
      groups: inputs / kernel[1],
      branches: branches,
      postNorm: found.has(naming.postNorm) ? norm(naming.postNorm, found) : nil,
      squeezeExcite: squeezeExcite(found)
    )
  }

  private func branch(_ role: BranchRole, _ found: Survey.Found) -> BranchShape {
    let module = naming.norm(role)
    let hasNorm = found.has(module)
    guard role != .folded else {
      return BranchShape(
        role: role,
        hasBias: !hasNorm || found.names.contains("\(naming.folded).conv.bias"),
        norm: hasNorm ? norm(module, found) : nil
      )
    }
    let hasBias = found.names.contains("\(naming.word(role)).conv.bias")
    // With neither norm nor bias the norm is missing, and is reported so.
    return BranchShape(
      role: role,
      hasBias: hasBias,
      norm: hasNorm || !hasBias ? norm(module, found) : nil
    )
  }

  private func norm(_ module: String, _ found: Survey.Found) -> NormShape {
    let isBare =
      found.names.contains("\(module).running_mean")
      && !found.names.contains("\(module).weight") && !found.names.contains("\(module).bias")
    return NormShape(isAffine: !isBare)
  }

  private func squeezeExcite(_ found: Survey.Found) -> SqueezeExciteShape? {
    guard found.has(naming.reduce) || found.has(naming.expand) else { return nil }
    let hidden =
      extents("\(found.prefix).\(naming.reduce).weight").first
      ?? extents("\(found.prefix).\(naming.expand).weight").dropFirst().first
    return SqueezeExciteShape(hidden: hidden ?? 1, placement: naming.placement)
  }
}
