/// The classifier behind global average pooling.
public struct Head: Sendable {
  /// Shape `classes x features`.
  public let kernel: Tensor
  /// Shape `classes`.
  public let bias: Tensor

  /// A classifier with one bias for each row of its kernel.
  public init(kernel: Tensor, bias: Tensor) {
    precondition(
      kernel.shape.count == 2 && bias.shape == [kernel.shape[0]],
      "a classifier is a matrix with one bias a row, not \(kernel.shape) with \(bias.shape)"
    )
    self.kernel = kernel
    self.bias = bias
  }
}

/// A network with its weights: one value type for the training and the deploy form.
public struct Network: Sendable {
  /// `RepVGG-A0`, or any name of the user's.
  public let name: String
  /// The pictures it takes.
  public let input: InputShape
  /// Whose design the network is.
  public let family: Family
  /// Blocks of each stage, in order of execution.
  public let stages: [[Block]]
  /// The classifier behind the last block; nil where the blocks stand alone.
  public let head: Head?
  /// A name for each class, if known.
  public let labels: [String]?
  /// Where the weights came from, in words; nil if unknown.
  public let source: String?
  /// What is known of each block and who says so, in the order of the blocks; empty where the network was
  /// made in memory or its file says everything.
  public let facts: [BlockFacts]
  /// What the file does not say and was assumed.
  public let assumptions: [Assumption]

  /// A chain of `stages` and a classifier, each of which reads what the one before it makes, or blocks
  /// that stand alone.
  public init(
    name: String,
    input: InputShape,
    stages: [[Block]],
    head: Head?,
    labels: [String]? = nil,
    family: Family = .repVGG,
    source: String? = nil,
    facts: [BlockFacts] = [],
    assumptions: [Assumption] = []
  ) {
    if let head { Self.requireChain(from: input.channels, stages, to: head) }
    self.name = name
    self.input = input
    self.stages = stages
    self.head = head
    self.labels = labels
    self.family = family
    self.source = source
    self.facts = facts
    self.assumptions = assumptions
  }

  private static func requireChain(from channels: Int, _ stages: [[Block]], to head: Head) {
    precondition(stages.contains { !$0.isEmpty }, "a chain has a block")
    var channels = channels
    for block in stages.joined() {
      precondition(
        block.shape.inputChannels == channels,
        "\(block.path) reads \(block.shape.inputChannels) channels where \(channels) come in"
      )
      channels = block.shape.outputChannels
    }
    precondition(
      head.kernel.shape[1] == channels,
      "the classifier reads \(head.kernel.shape[1]) features where \(channels) come in"
    )
  }

  /// The facts of the block at `path`; nil where its file says everything.
  public func facts(of path: BlockPath) -> BlockFacts? {
    guard stages.indices.contains(path.stage) else { return nil }
    let index = stages[..<path.stage].reduce(path.block) { $0 + $1.count }
    return facts.indices.contains(index) ? facts[index] : nil
  }

  /// What its kernels depend on and its file does not say.
  public var conditions: [Assumption] { assumptions.filter { $0.effect == .kernels } }

  /// All blocks in order of execution.
  public var blocks: [Block] { stages.flatMap { $0 } }

  /// The network without its weights.
  public var architecture: Architecture {
    Architecture(
      name: name,
      input: input,
      stages: stages.map { StageShape(blocks: $0.map(\.shape)) },
      family: family,
      wiring: head.map { .chain(classes: $0.bias.count) } ?? .separate
    )
  }

  /// The form that all blocks share; nil when they differ.
  public var form: Form? { architecture.form }

  /// Planes of its input; where blocks stand alone, as many as the widest of them reads.
  public var inputChannels: Int {
    head == nil ? blocks.map(\.shape.inputChannels).max() ?? 0 : input.channels
  }

  /// The block at `path`.
  public func block(at path: BlockPath) -> Block? {
    guard stages.indices.contains(path.stage), stages[path.stage].indices.contains(path.block)
    else { return nil }
    return stages[path.stage][path.block]
  }

  /// The same network with other blocks, stage by stage.
  func replacingBlocks(_ stages: [[Block]]) -> Network {
    Network(
      name: name,
      input: input,
      stages: stages,
      head: head,
      labels: labels,
      family: family,
      source: source,
      facts: facts,
      assumptions: assumptions
    )
  }
}
