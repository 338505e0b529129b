/// Reads the blocks of a known layout and its classifier as a network that runs.
struct ChainReader {
  /// Why the blocks stand alone instead.
  struct Doubt: Error { let warnings: [FileWarning] }

  private let recognizer: Recognizer
  private let plan: NetworkPlan
  /// Names that stand in no block.
  private let rest: [String]
  /// What the file says of its network, where this library wrote it.
  private let told: ExportedFacts?

  init(_ recognizer: Recognizer, _ plan: NetworkPlan, rest: [String]) {
    told = ExportedFacts(recognizer.set.checkpoint.metadata)
    self.recognizer = recognizer
    self.plan = plan
    self.rest = rest
  }

  private var checkpoint: Checkpoint { recognizer.set.checkpoint }

  /// The network, or why it is none.
  func read(named name: String) -> Result<Recognizer.Result, Doubt> {
    guard let readings, let last = readings.last?.last?.shape else {
      return .failure(Doubt(warnings: []))
    }
    let search = HeadFinder(checkpoint, names: rest, features: last.outputChannels)
    let head: HeadFinder.Found
    switch search.find(plan.layout, behind: plan.wrapper) {
    case .found(let found): head = found
    case .unread(let reason): return .failure(Doubt(warnings: [.head(reason)]))
    case .none: return .failure(Doubt(warnings: []))
    }
    let (strange, leftOut) = leftovers(head)
    guard strange.isEmpty else { return .failure(Doubt(warnings: [.graph(strange)])) }
    guard let weights = weights(readings) else { return .failure(Doubt(warnings: [])) }
    return .success(result(name, readings, weights, head, leftOut: leftOut))
  }

  // MARK: - Blocks

  /// Every block's shape; nil where one of them does not open, or channels do not chain.
  private var readings: [[BlockReader.Reading]]? {
    var channels: Int?
    var stages: [[BlockReader.Reading]] = []
    for (stage, blocks) in plan.stages.enumerated() {
      var readings: [BlockReader.Reading] = []
      for (index, found) in blocks.enumerated() {
        let path = BlockPath(stage: stage, block: index)
        let place = BlockPlace.chain(
          channels: channels,
          beginsStage: index == 0,
          stride: stride(of: path, found.prefix)
        )
        guard let reading = try? recognizer.reader(found).read(at: path, place),
          channels == nil || reading.shape.inputChannels == channels
        else { return nil }
        channels = reading.shape.outputChannels
        readings.append(reading)
      }
      stages.append(readings)
    }
    return stages
  }

  /// The stride of a block that the user said, or else the file's description; nil where neither did.
  private func stride(of path: BlockPath, _ name: String) -> Fact<Int>? {
    if let said = recognizer.source.options.strides?.chained(path, name) {
      return Fact(said, .user)
    }
    let place = plan.stages[..<path.stage].reduce(path.block) { $0 + $1.count }
    guard let told, told.strides.count == plan.stages.joined().count else { return nil }
    return Fact(told.strides[place], .metadata)
  }

  /// Every block with its weights, and the names that they took; nil where one does not open.
  private func weights(
    _ readings: [[BlockReader.Reading]]
  ) -> (blocks: [[Block]], taken: Set<String>)? {
    var taken: Set<String> = []
    var stages: [[Block]] = []
    for (readings, found) in zip(readings, plan.stages) {
      var blocks: [Block] = []
      for (reading, found) in zip(readings, found) {
        var take = TensorTake(checkpoint)
        guard let block = try? take.block(reading.shape, recognizer.reader(found)) else {
          return nil
        }
        taken.formUnion(take.taken)
        blocks.append(block)
      }
      stages.append(blocks)
    }
    return (stages, taken)
  }

  // MARK: - What else is there

  /// Tensors that stand in no block and are not the classifier: those that may change what the network
  /// computes, and vectors that at most normalise something.
  private func leftovers(_ head: HeadFinder.Found) -> (strange: [String], leftOut: [String]) {
    let auxiliaries = Set(plan.stages.joined().flatMap(\.pattern.auxiliaries))
    var (strange, leftOut): ([String], [String]) = ([], [])
    for name in rest where !head.names.contains(name) {
      let bare = name.hasPrefix(plan.wrapper) ? name.dropFirst(plan.wrapper.count) : name[...]
      if auxiliaries.contains(where: { bare.hasPrefix($0) })
        || IgnoredTensor.isWithoutMeaning(name, in: recognizer.set)
      {
        continue
      }
      let shape = checkpoint.tensors[name]?.shape
      if shape.map({ $0.count { $0 != 1 } <= 1 }) ?? false {
        leftOut.append(name)
      } else {
        strange.append(name)
      }
    }
    return (strange, leftOut)
  }

  // MARK: - The network

  private func result(
    _ name: String,
    _ readings: [[BlockReader.Reading]],
    _ weights: (blocks: [[Block]], taken: Set<String>),
    _ head: HeadFinder.Found,
    leftOut: [String]
  ) -> Recognizer.Result {
    let found = plan.stages.flatMap(\.self)
    var architecture = Architecture(
      name: name,
      input: InputShape(channels: readings[0][0].shape.inputChannels),
      stages: weights.blocks.map { StageShape(blocks: $0.map(\.shape)) },
      family: family(readings),
      classes: head.classes
    )
    let published = Published.all.first { architecture.isShaped(as: $0.architecture) }
    var facts = readings.flatMap { $0.map(\.facts) }
    if let published {
      architecture.name = published.name
      architecture.input = published.architecture.input
      for index in facts.indices { facts[index].settle(as: published.name) }
    }
    let named = told?.applied(to: architecture)
    architecture = named ?? architecture
    var assumptions = Assumption.gathered(
      facts,
      architecture,
      variant: published?.name,
      isInputTold: named != nil
    )
    if !head.hasBias { assumptions.append(Assumption(.noHeadBias, .tensors)) }
    if !leftOut.isEmpty { assumptions.append(Assumption(.leftOut(leftOut), .nowhere)) }
    let taken = weights.taken.union(head.names)
    let (ignored, others) = recognizer.ignored(in: found, taken: taken)
    let naming = plan.layout.title ?? Recognizer.naming(of: found)
    let network = Network(
      name: architecture.name,
      input: architecture.input,
      stages: weights.blocks,
      head: self.head(head),
      labels: named.flatMap { _ in told?.labels }.flatMap { $0.count == head.classes ? $0 : nil },
      family: architecture.family,
      source: Network.recognizedSource(naming: naming),
      facts: facts,
      assumptions: assumptions
    )
    return Recognizer.Result(
      network: network,
      coverage: Coverage(taken: taken.count, ignored: ignored + others, opaque: []),
      naming: naming,
      wrapper: plan.wrapper,
      blocks: found,
      opaqueBlocks: [],
      warnings: recognizer.twins(Array(zip(network.blocks, found)))
    )
  }

  private func head(_ found: HeadFinder.Found) -> Head {
    var take = TensorTake(checkpoint)
    let kernel = take.take(found.slots.kernel)
    let bias =
      found.hasBias
      ? take.take(found.slots.bias)
      : Tensor([Float](repeating: 0, count: found.classes), shape: [found.classes])
    guard let kernel, let bias else { preconditionFailure("a classifier that was found is there") }
    return Head(kernel: kernel, bias: bias)
  }

  private func family(_ readings: [[BlockReader.Reading]]) -> Family {
    let isMobileOne =
      plan.stages.joined().contains { $0.pattern.isCounted }
      || readings.joined().contains { $0.shape.kernelSize == 1 }
    return isMobileOne ? .mobileOne : .repVGG
  }
}

extension BlockFacts {
  /// What the published network `variant` has, where nothing else told.
  fileprivate mutating func settle(as variant: String) {
    if stride.source == .nowhere { stride.source = .variant(variant) }
    if let source = activation?.source, source == .nowhere {
      activation?.source = .variant(variant)
    }
    for index in epsilons.indices where epsilons[index].source == .nowhere {
      epsilons[index].source = .variant(variant)
    }
  }
}
