internal import CPlatform

/// How a network is executed: steps, packed weights and the place of every buffer; made once.
///
///     let plan = try Plan(network, PlanOptions(threads: 2))
///     let logits = try Session(plan).run(picture)
public struct Plan: Sendable {
  /// The network's name.
  public let name: String
  /// The form that all blocks share; nil when they differ.
  public let form: Form?
  /// Threads that work on one inference, the caller included.
  public let threads: Int
  /// The kernels in use.
  public let instructionSet: InstructionSet
  /// `N x C x H x W`.
  public let inputShape: [Int]
  /// Outputs of the classifier.
  public let classes: Int
  /// In order of execution.
  public let steps: [PlanStep]
  /// Where the memory goes.
  public let memory: MemoryPlan

  let nodes: [Node]
  let buffers: [PlanBuffer]
  let output: BufferID
  let arena: ArenaPlan
  let weights: Storage

  /// Lowers `network` and packs its weights.
  ///
  /// - Throws: `PlanError` when an option cannot be met or memory runs out.
  public init(_ network: Network, _ options: PlanOptions = PlanOptions()) throws(PlanError) {
    try options.validate()
    let height = options.height ?? network.input.height
    let width = options.width ?? network.input.width
    let lowered = Lowering(network, batch: options.batch, height: height, width: width)
    arena = ArenaPlan(buffers: lowered.buffers, nodes: lowered.nodes)
    weights = try lowered.packer.pack(threads: options.threads)
    (nodes, buffers, output) = (lowered.nodes, lowered.buffers, lowered.output)
    (name, form, classes) = (network.name, network.form, network.head.bias.count)
    inputShape = [options.batch, network.input.channels, height, width]
    threads = options.threads
    instructionSet = options.instructionSet ?? .best
    steps = nodes.map(\.step)
    memory = MemoryPlan(
      parameters: network.storedBytes,
      packed: weights.count,
      activationsPeak: arena.size,
      scratch: nodes.map { $0.work.tableBytes }.reduce(0, +),
      live: arena.live,
      compulsory: arena.compulsory
    )
  }

  /// Multiply-adds of one inference, the whole batch.
  public var macs: Int { steps.map(\.macs).reduce(0, +) }
}

extension Work {
  /// Bytes of arguments and address tables that a session makes for this work.
  fileprivate var tableBytes: Int {
    switch self {
    case .convolution(let work):
      unsafe MemoryLayout<cp_convolution>.stride
        + (work.window.runs + work.window.outputBlocks) * MemoryLayout<Int>.stride
    case .squeezeExcite:
      unsafe MemoryLayout<cp_pool>.stride + 2 * MemoryLayout<cp_linear>.stride
        + MemoryLayout<cp_pointwise>.stride
    case .input: unsafe MemoryLayout<cp_input>.stride
    case .pool: unsafe MemoryLayout<cp_pool>.stride
    case .linear: unsafe MemoryLayout<cp_linear>.stride
    case .scaleShift, .add, .rectify: unsafe MemoryLayout<cp_pointwise>.stride
    }
  }
}

extension Network {
  /// Bytes of all weights and norm vectors as float32.
  fileprivate var storedBytes: Int {
    let tensors: [Tensor?] = blocks.flatMap(\.tensors) + [head.kernel, head.bias]
    return tensors.reduce(0) { $0 + ($1?.count ?? 0) } * MemoryLayout<Float>.stride
  }
}

extension Block {
  fileprivate var tensors: [Tensor?] {
    var tensors: [Tensor?] = []
    for branch in branches {
      tensors += [branch.kernel, branch.bias] + (branch.norm?.tensors ?? [])
    }
    return tensors + (postNorm?.tensors ?? []) + (squeezeExcite?.tensors ?? [])
  }
}

extension BatchNorm {
  fileprivate var tensors: [Tensor?] { [gamma, beta, mean, variance] }
}

extension SqueezeExcite {
  fileprivate var tensors: [Tensor?] { [reduceKernel, reduceBias, expandKernel, expandBias] }
}
