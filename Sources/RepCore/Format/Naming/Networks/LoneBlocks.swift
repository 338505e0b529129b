internal import Words

/// Reads the blocks of a graph that is not known, each by itself.
struct LoneBlocks {
  private let recognizer: Recognizer
  private let finder: BlockFinder

  init(_ recognizer: Recognizer, _ finder: BlockFinder) {
    self.recognizer = recognizer
    self.finder = finder
  }

  /// A block that opened.
  private struct Opened {
    let found: FoundBlock
    var block: Block
    var facts: BlockFacts
  }

  /// The blocks that open; the others are listed.
  ///
  /// - Throws: `FormatError` when none does, with the reason of the first.
  func read(named name: String, warnings: [FileWarning]) throws(FormatError) -> Recognizer.Result {
    var taken: Set<String> = []
    var opaque: [OpaqueBlock] = []
    var stages: [(module: Substring, blocks: [Opened])] = []
    for found in finder.blocks {
      let module = found.prefix.prefix(
        upTo: found.prefix.lastIndex(of: ".") ?? found.prefix.startIndex
      )
      // Blocks that stand in the same module are shown together.
      let isSame = stages.last?.module == module
      let path = BlockPath(
        stage: isSame ? stages.count - 1 : stages.count,
        block: isSame ? stages[stages.count - 1].blocks.count : 0
      )
      do throws(OpaqueReason) {
        let reader = recognizer.reader(found)
        let reading = try reader.read(at: path, .separate)
        var take = TensorTake(recognizer.set.checkpoint)
        let block = try take.block(reading.shape, reader)
        taken.formUnion(take.taken)
        let opened = Opened(found: found, block: block, facts: reading.facts)
        if isSame {
          stages[stages.count - 1].blocks.append(opened)
        } else {
          stages.append((module, [opened]))
        }
      } catch {
        opaque.append(OpaqueBlock(prefix: found.prefix, scheme: found.pattern.title, reason: error))
      }
    }
    let opened = stages.flatMap(\.blocks)
    guard !opened.isEmpty else {
      throw FormatError(
        .mismatch,
        en: "holds \(opaque.count) re-parameterizable blocks, none of which opens",
        vi: "chứa \(opaque.count) khối tham số hóa lại, không khối nào mở được",
        because: opaque.prefix(3).map(\.words).joined(separator: "; ")
      )
    }
    return try result(name, stages.map(\.blocks), taken, opaque, warnings)
  }

  private func result(
    _ name: String,
    _ stages: [[Opened]],
    _ taken: Set<String>,
    _ opaque: [OpaqueBlock],
    _ warnings: [FileWarning]
  ) throws(FormatError) -> Recognizer.Result {
    let opened = stages.flatMap(\.self)
    let found = opened.map(\.found)
    let extent = recognizer.source.options.extent
    let architecture = Architecture(
      name: name,
      input: InputShape(
        channels: opened.map(\.block.shape.inputChannels).max() ?? 0,
        height: extent,
        width: extent
      ),
      stages: stages.map { StageShape(blocks: $0.map(\.block.shape)) },
      wiring: .separate
    )
    try architecture.validate()
    let facts = opened.map(\.facts)
    let naming = Recognizer.naming(of: found)
    let network = Network(
      name: name,
      input: architecture.input,
      stages: stages.map { $0.map(\.block) },
      head: nil,
      source: Network.recognizedSource(naming: naming),
      facts: facts,
      assumptions: Assumption.gathered(facts, architecture, variant: nil)
    )
    let (ignored, others) = recognizer.ignored(in: found, taken: taken)
    return Recognizer.Result(
      network: network,
      coverage: Coverage(taken: taken.count, ignored: ignored, opaque: others),
      naming: naming,
      wrapper: NetworkPlan.wrapper(of: found),
      blocks: found,
      opaqueBlocks: opaque,
      warnings: warnings + recognizer.twins(Array(zip(opened.map(\.block), found)))
    )
  }
}
