/// Reads the shape of one block off its tensors' names and shapes, and off what a pickled module says.
///
/// Whatever tensors do not tell is a fact with where it came from.
struct BlockReader {
  let found: FoundBlock
  let source: BlockSource

  /// A block as it was read.
  struct Reading {
    var shape: BlockShape
    var facts: BlockFacts
  }

  var pattern: BlockPattern { found.pattern }
  private var options: ReadingOptions { source.options }

  /// The block at `path`.
  ///
  /// - Throws: `OpaqueReason` where it is not a block that folds.
  func read(at path: BlockPath, _ place: BlockPlace) throws(OpaqueReason) -> Reading {
    let kernels = try BlockKernels(self)
    let strangers = try StrangeTensors(self)
    let size = kernels.size
    let groups = try groups(kernels, place)
    let inputs = kernels.groupInputs * groups.value
    guard kernels.outputs.isMultiple(of: groups.value) else { throw .channels(kernels.modules) }
    let stride = try stride(kernels, place)
    let keepsChannels = inputs == kernels.outputs
    let identity = silentIdentity(keepsChannels: keepsChannels, stride: stride)
    if !found.branches(of: .identity).isEmpty && !(keepsChannels && stride.value == 1) {
      throw .channels(kernels.modules + [found.branches(of: .identity)[0].modules.norm ?? ""])
    }
    var norms = NormReader(self)
    let branches =
      found.isTraining
      ? try trainingBranches(size, identity: identity?.value == true, &norms)
      : [try foldedBranch(&norms)]
    guard branches.count <= ArchitectureLimits.branches else {
      throw .tooMany(ArchitectureLimits.branches)
    }
    let postNorm = pattern.postNorm.flatMap { found.has($0) ? norms.shape($0) : nil }
    let gate = squeezeExcite
    let activation = try ActivationReader(self).read(place)
    var shape = BlockShape(
      path: path,
      inputChannels: inputs,
      outputChannels: kernels.outputs,
      kernelSize: size,
      stride: stride.value,
      groups: groups.value,
      dilation: try dilation(kernels),
      branches: branches,
      postNorm: postNorm,
      squeezeExcite: gate?.shape,
      activation: activation.fact?.value ?? .identity
    )
    shape.padding = try padding(kernels)
    shape.unknownLayers = activation.unknownLayers + strangers.modules
    if case .separate = place { shape.name = found.prefix.isEmpty ? "block" : found.prefix }
    let facts = BlockFacts(
      title: shape.title,
      stride: stride,
      groups: groups,
      activation: activation.fact,
      epsilons: norms.epsilons,
      identity: identity,
      isParallel: try isParallel(),
      gate: gate.map { Fact($0.shape.placement, .tensors) }
    )
    return Reading(shape: shape, facts: facts)
  }

  // MARK: - Branches

  private func trainingBranches(
    _ size: Int,
    identity: Bool,
    _ norms: inout NormReader
  ) throws(OpaqueReason) -> [BranchShape] {
    var branches: [BranchShape] = []
    for branch in found.branches {
      branches.append(try self.branch(branch, size: size, &norms))
    }
    if identity { branches.append(BranchShape(role: .identity, norm: nil)) }
    if let average = pattern.average, facts(average) != nil {
      branches.append(BranchShape(role: .average, norm: nil))
    }
    return branches
  }

  private func branch(
    _ branch: FoundBranch,
    size: Int,
    _ norms: inout NormReader
  ) throws(OpaqueReason) -> BranchShape {
    let norm = try norms.required(branch.modules.norm)
    switch branch.pattern.role {
    case nil, .average, .folded: throw .chain(branch.modules.convolution ?? pattern.title)
    case .identity: return BranchShape(role: .identity, norm: norm)
    case .dense, .pointwise:
      guard let convolution = branch.modules.convolution else {
        let module = branch.pattern.modules(index: branch.index).convolution ?? ""
        throw .missing([found.name("\(module).weight")])
      }
      let hasBias = found.names.contains("\(convolution).bias")
      // Only a convolution that is its branch's module itself has no norm and no bias.
      let isBare = branch.pattern.modules(index: branch.index).convolution != convolution
      guard norm != nil || hasBias || isBare else {
        let module = branch.pattern.modules(index: branch.index).norm ?? ""
        throw .missing([found.name("\(module).running_mean")])
      }
      let isPoint = branch.pattern.role == .pointwise || size == 1
      return BranchShape(
        role: isPoint ? .pointwise : .dense,
        index: branch.index,
        hasBias: hasBias,
        norm: norm
      )
    }
  }

  private func foldedBranch(_ norms: inout NormReader) throws(OpaqueReason) -> BranchShape {
    guard let folded = found.folded, let convolution = folded.convolution else { throw .noKernel }
    guard let norm = try norms.required(folded.norm) else {
      guard found.names.contains("\(convolution).bias") else {
        throw .missing([found.name("\(convolution).bias")])
      }
      return .folded
    }
    return BranchShape(
      role: .folded,
      hasBias: found.names.contains("\(convolution).bias"),
      norm: norm
    )
  }

  /// An identity that leaves no tensor: told by a bare 1x1 convolution in code that may have one.
  private func silentIdentity(keepsChannels: Bool, stride: Fact<Int>) -> Fact<Bool>? {
    guard let child = pattern.silentIdentity, found.branches(of: .identity).isEmpty,
      let point = found.branches(of: .pointwise).first, point.modules.norm == nil,
      point.modules.convolution?.contains(".") == false
    else { return nil }
    guard keepsChannels else { return Fact(false, .tensors) }
    guard stride.value == 1 else { return Fact(false, stride.source) }
    if let told = options.addsIdentity { return Fact(told, .user) }
    if let flag = facts("")?.flags["use_residual_connection"] { return Fact(flag, .module) }
    if facts("") != nil { return Fact(facts(child) != nil, .module) }
    return Fact(true, .nowhere)
  }

  private func isParallel() throws(OpaqueReason) -> Fact<Bool>? {
    guard found.isTraining, let doubt = pattern.sequence else { return nil }
    if let scheme = options.scheme {
      guard scheme == .named(pattern.id) else { throw .sequence(scheme: pattern.id) }
      return Fact(true, .user)
    }
    if let name = facts("")?.className {
      guard doubt.classes.contains(name) else { throw .sequence(scheme: pattern.id) }
      return Fact(true, .module)
    }
    guard let code = doubt.code(at: found.prefix) else { throw .sequence(scheme: pattern.id) }
    return Fact(true, .code(code))
  }

  // MARK: - Numbers

  private func groups(
    _ kernels: BlockKernels,
    _ place: BlockPlace
  ) throws(OpaqueReason) -> Fact<Int> {
    let width = kernels.groupInputs
    if let told = try kernels.fact("groups") { return Fact(max(told, 1), .module) }
    if case .chain(let channels, _, _) = place {
      let inputs = channels ?? width
      guard inputs.isMultiple(of: width) else { throw .channels(kernels.modules) }
      return Fact(inputs / width, .tensors)
    }
    // What an identity adds has as many channels as what goes out.
    if !found.branches(of: .identity).isEmpty {
      guard kernels.outputs.isMultiple(of: width) else { throw .channels(kernels.modules) }
      return Fact(kernels.outputs / width, .tensors)
    }
    // One channel a kernel is a depthwise convolution.
    return Fact(width == 1 ? kernels.outputs : 1, .nowhere)
  }

  private func stride(
    _ kernels: BlockKernels,
    _ place: BlockPlace
  ) throws(OpaqueReason) -> Fact<Int> {
    if let told = try kernels.fact("stride") { return Fact(told, .module) }
    if !found.branches(of: .identity).isEmpty { return Fact(1, .tensors) }
    guard case .chain(_, let beginsStage, let told) = place else {
      return options.strides?.alone(found.prefix).map { Fact($0, .user) } ?? Fact(1, .nowhere)
    }
    return told ?? Fact(beginsStage && kernels.size > 1 ? 2 : 1, .nowhere)
  }

  private func dilation(_ kernels: BlockKernels) throws(OpaqueReason) -> Int {
    try kernels.mainFact("dilation") ?? 1
  }

  private func padding(_ kernels: BlockKernels) throws(OpaqueReason) -> PaddingMode {
    try kernels.checkCentred(dilation: dilation(kernels))
    guard let name = try kernels.paddingMode() else { return .zeros }
    guard let mode = PaddingMode(rawValue: name) else { throw .paddingMode(name) }
    return mode
  }

  // MARK: - Squeeze-excite and the rest

  private var squeezeExcite: (gate: BlockPattern.Gate, shape: SqueezeExciteShape)? {
    guard let gate = pattern.gates.first(where: { found.has($0.reduce) || found.has($0.expand) })
    else { return nil }
    let hidden =
      extents("\(gate.reduce).weight").first ?? extents("\(gate.expand).weight").dropFirst().first
    return (gate, SqueezeExciteShape(hidden: hidden ?? 1, placement: gate.placement))
  }

  /// What a pickled module behind the block's prefix says of itself.
  func facts(_ module: String) -> ModuleFacts? {
    source.set.modules[module.isEmpty ? found.prefix : found.name(module)]
  }

  func extents(_ name: String) -> [Int] {
    source.set.checkpoint.tensors[found.name(name)]?.shape ?? []
  }
}
