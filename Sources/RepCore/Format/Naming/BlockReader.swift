/// Reads the shape of one block off its tensors' names and shapes, and off what a pickled module says.
struct BlockReader {
  /// What is known of the block's surroundings.
  enum Place {
    /// In a chain: the channels that come in, nil for the picture, and whether it begins a stage.
    case chain(channels: Int?, beginsStage: Bool)
    /// Alone.
    case separate
  }

  let found: Survey.Found
  let set: CheckpointSet
  /// Epsilon of every norm, where the user said one.
  let epsilon: Double?

  private var naming: BlockNaming { found.naming }

  /// Epsilon of norms that nothing tells: YOLOv7 sets its own.
  private var usualEpsilon: Double { naming == .sequential ? 1e-3 : 1e-5 }

  /// The block as its tensors say.
  ///
  /// - Throws: `FormatError.Kind.mismatch` when there is no kernel to tell the channels.
  func shape(at path: BlockPath, _ place: Place) throws(FormatError) -> BlockShape {
    let kernel = try mainKernel()
    let size = readsWindow ? kernel[2] : 3
    guard kernel[2] == kernel[3] || !readsWindow, size == 1 || size == 3 else {
      throw FormatError(
        .unsupported,
        "\(found.prefix): windows of \(kernel[2])x\(kernel[3]); 3x3 and 1x1 are read"
      )
    }
    let inputs = try inputChannels(kernel, place)
    let (outputs, groups) = (kernel[0], inputs / kernel[1])
    let admits = inputs == outputs
    let stride = stride(place, size: size, keepsChannels: admits)
    var block = BlockShape(
      path: path,
      inputChannels: inputs,
      outputChannels: outputs,
      kernelSize: size,
      stride: stride,
      groups: groups,
      dilation: facts(mainConvolution).flatMap { $0.integers["dilation"]?.first } ?? 1,
      branches: isTraining
        ? trainingBranches(size: size, identity: identity(place, stride, keepsChannels: admits))
        : [branch(BranchID(.folded), size: size)],
      postNorm: found.has(naming.postNorm) ? norm(naming.postNorm) : nil,
      squeezeExcite: squeezeExcite,
      activation: activation(place)
    )
    if case .separate = place { block.name = found.prefix }
    return block
  }

  /// The slots of the block's tensors in the file.
  func slots(_ shape: BlockShape) -> BlockSlots {
    BlockSlots(shape, naming: naming, prefix: found.prefix) { branch in
      modules(of: branch.id, norm: branch.norm != nil, size: shape.kernelSize)
    }
  }

  /// The slot of a learned factor of the 1x1 branch, where there is one.
  var factorSlot: TensorSlot? {
    guard isTraining, found.names.contains(BlockNaming.alpha) else { return nil }
    let shape = extents(BlockNaming.alpha)
    return TensorSlot(
      name: "\(found.prefix).\(BlockNaming.alpha)",
      shape: shape.allSatisfy { $0 == 1 } ? shape : [1]
    )
  }

  // MARK: - Branches

  /// Whether branches are here; a folded convolution beside them is a placeholder.
  var isTraining: Bool {
    found.has(naming.dense) || found.has(naming.pointwise)
      || naming.identity.map { found.has($0) } == true
  }

  /// A 1x1 branch without a norm in front of a norm after the sum: QARepVGG, whose identity branch is
  /// the input itself and leaves no tensor.
  private var isQuantizationAware: Bool {
    isTraining && found.names.contains("\(naming.pointwise).weight") && found.has(naming.postNorm)
  }

  /// How many main branches there are, counted where the scheme counts them; no further than one more than
  /// a block may have, so that a long list of names takes no long time.
  private var mainCount: Int {
    guard naming.isNumbered else { return 1 }
    let most = ArchitectureLimits.branches + 1
    return (0..<most).first { !found.has("\(naming.dense).\($0)") } ?? most
  }

  private func trainingBranches(size: Int, identity: Bool) -> [BranchShape] {
    let role: BranchRole = size == 1 ? .pointwise : .dense
    var branches = (0..<max(mainCount, 1)).map { branch(BranchID(role, index: $0), size: size) }
    if !naming.isNumbered || size > 1 { branches.append(branch(BranchID(.pointwise), size: size)) }
    if identity {
      branches.append(
        isQuantizationAware
          ? BranchShape(role: .identity, norm: nil) : branch(BranchID(.identity), size: size)
      )
    }
    if facts("rbr_avg") != nil { branches.append(BranchShape(role: .average, norm: nil)) }
    return branches
  }

  private func branch(_ id: BranchID, size: Int) -> BranchShape {
    let withNorm = modules(of: id, norm: true, size: size)
    let hasNorm = withNorm.norm.map { found.has($0) } ?? false
    guard id.role.hasKernel else {
      return BranchShape(role: id.role, index: id.index, norm: withNorm.norm.map { norm($0) })
    }
    if id.role == .folded && !hasNorm { return .folded }
    let hasBias = withNorm.convolution.map { found.names.contains("\($0).bias") } ?? false
    // With neither norm nor bias the norm is missing, and is reported so, except where there is none.
    let lacksNorm = hasBias || id.role == .pointwise && isQuantizationAware
    return BranchShape(
      role: id.role,
      index: id.index,
      hasBias: hasBias,
      norm: hasNorm || !lacksNorm ? withNorm.norm.map { norm($0) } : nil
    )
  }

  /// Where the tensors of a branch are: a convolution may stand in its branch's module directly.
  private func modules(of id: BranchID, norm: Bool, size: Int) -> BranchModules {
    let shape = BranchShape(role: id.role, index: id.index, norm: norm ? NormShape() : nil)
    var modules = naming.modules(of: shape, kernelSize: size)
    if id.role.hasKernel, let module = naming.module(of: id, kernelSize: size),
      found.names.contains("\(module).weight")
    {
      modules.convolution = module
    }
    return modules
  }

  private func identity(_ place: Place, _ stride: Int, keepsChannels: Bool) -> Bool {
    if let word = naming.identity, found.has(word) { return true }
    guard keepsChannels, stride == 1 else { return false }
    if isQuantizationAware { return true }
    // Inside a stage every scheme's code has an identity where channels allow it.
    if case .chain(_, let beginsStage) = place { return !beginsStage }
    return false
  }

  // MARK: - Numbers

  /// Whether the block's windows may be 1x1 ones, as tensors alone can tell.
  private var readsWindow: Bool {
    naming.isNumbered || !isTraining
  }

  private var mainConvolution: String {
    guard isTraining else {
      return modules(
        of: BranchID(.folded),
        norm: found.has("\(naming.folded).\(naming.norm)"),
        size: 3
      )
      .convolution ?? naming.folded
    }
    return modules(of: BranchID(.dense), norm: true, size: 3).convolution ?? naming.dense
  }

  /// The shape of the kernel that tells channels and window.
  private func mainKernel() throws(FormatError) -> [Int] {
    let pointwise = modules(of: BranchID(.pointwise), norm: true, size: 3).convolution
    let candidates = [mainConvolution] + (isTraining ? [pointwise].compactMap(\.self) : [])
    let shapes = candidates.map { extents("\($0).weight") }
    guard let kernel = shapes.first(where: { $0.count == 4 && $0[0] > 0 && $0[1] > 0 }) else {
      throw FormatError(
        .mismatch,
        "\(found.prefix): the kernel \(mainConvolution).weight is missing or not 4-D"
      )
    }
    return kernel
  }

  private func inputChannels(_ kernel: [Int], _ place: Place) throws(FormatError) -> Int {
    guard case .chain(let channels, _) = place else {
      // What an identity adds has as many channels as what goes out.
      if let word = naming.identity, found.has(word), kernel[0].isMultiple(of: kernel[1]) {
        return kernel[0]
      }
      let groups = facts(mainConvolution)?.integers["groups"]?.first
      // One channel a kernel is a depthwise convolution.
      let usual = kernel[1] == 1 ? kernel[0] : 1
      return kernel[1] * max(1, min(groups ?? usual, ArchitectureLimits.channels))
    }
    let inputs = channels ?? kernel[1]
    guard inputs.isMultiple(of: kernel[1]) else {
      throw FormatError(
        .mismatch,
        "\(found.prefix): its kernels see \(kernel[1]) channels, which does not divide the "
          + "\(inputs) that come in"
      )
    }
    return inputs
  }

  private func stride(_ place: Place, size: Int, keepsChannels: Bool) -> Int {
    if let stride = facts(mainConvolution)?.integers["stride"]?.first { return stride }
    if let word = naming.identity, found.has(word) { return 1 }
    guard case .chain(_, let beginsStage) = place else { return 1 }
    return beginsStage && size > 1 ? 2 : 1
  }

  private func norm(_ module: String) -> NormShape {
    let isBare =
      found.names.contains("\(module).running_mean")
      && !found.names.contains("\(module).weight") && !found.names.contains("\(module).bias")
    let own = facts(module)?.numbers["eps"]
    return NormShape(epsilon: epsilon ?? own ?? usualEpsilon, isAffine: !isBare)
  }

  private var squeezeExcite: SqueezeExciteShape? {
    guard let gate = naming.gates.first(where: { found.has($0.reduce) || found.has($0.expand) })
    else { return nil }
    let hidden =
      extents("\(gate.reduce).weight").first ?? extents("\(gate.expand).weight").dropFirst().first
    return SqueezeExciteShape(hidden: hidden ?? 1, placement: gate.placement)
  }

  private func activation(_ place: Place) -> Activation {
    for module in ["nonlinearity", "act", "activation"] {
      switch facts(module)?.className {
      case "ReLU": return .relu
      case "SiLU", "Swish": return .silu
      case "Identity": return .identity
      default: continue
      }
    }
    // What follows a block that stands alone is not known, and is left out.
    if case .separate = place { return .identity }
    return .relu
  }

  private func facts(_ module: String) -> ModuleFacts? { set.modules["\(found.prefix).\(module)"] }

  private func extents(_ name: String) -> [Int] {
    set.checkpoint.tensors["\(found.prefix).\(name)"]?.shape ?? []
  }
}
