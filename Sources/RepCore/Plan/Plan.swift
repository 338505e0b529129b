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
  /// `N x C x H x W`; where blocks stand alone, each reads as many of the `C` planes as it needs.
  public let inputShape: [Int]
  /// Outputs of the classifier; 0 where blocks stand alone.
  public let classes: Int
  /// In order of execution.
  public let steps: [PlanStep]
  /// Where the memory goes.
  public let memory: MemoryPlan
  /// Blocks that stand alone and do not run, so that no step is theirs; empty for a chain.
  public let stopped: [BlockShape]
  /// Why a block is not computed as `PlanOptions.algorithms` says; blocks that are have no entry.
  public let obstacles: [BlockPath: ChoiceObstacle]

  let nodes: [Node]
  /// Where the maps are that a run can hand out.
  let places: [ObservedValue: ObservedPlace]
  let buffers: [PlanBuffer]
  let output: BufferID
  let arena: ArenaPlan
  let weights: Storage
  let accuracy: PlanAccuracy
  /// Floats that each thread needs for itself.
  let scratchCount: Int

  /// Lowers `network` and packs its weights.
  ///
  /// - Throws: `PlanError` when a block does not run, an option cannot be met or memory runs out.
  public init(_ network: Network, _ options: PlanOptions = PlanOptions()) throws(PlanError) {
    try self.init(network, options, choices: [:])
  }

  /// As above, with `choices` instead of the table's for the shapes whose keys it has, and perhaps an
  /// accuracy that is not the network's own.
  init(
    _ network: Network,
    _ options: PlanOptions,
    choices: [String: ConvolutionChoice],
    accuracy: PlanAccuracy? = nil,
    weights source: WeightSource = .network
  ) throws(PlanError) {
    let draft = try PlanDraft(network, options, choices: choices, accuracy: accuracy)
    let lowered = draft.lowered
    (arena, self.accuracy) = (draft.arena, draft.accuracy)
    switch source {
    case .network: weights = try lowered.packer.pack(threads: options.threads)
    case .blank(let spare): weights = try lowered.packer.blank(reusing: spare)
    }
    (nodes, buffers, output) = (lowered.nodes, lowered.buffers, lowered.output)
    places = lowered.places
    (name, form, classes) = (network.name, network.form, network.architecture.classes)
    (inputShape, instructionSet) = (draft.inputShape, draft.instructionSet)
    (stopped, obstacles) = (network.stoppedBlocks, draft.obstacles)
    threads = options.threads
    steps = nodes.map(\.step)
    scratchCount = draft.scratchCount
    memory = MemoryPlan(
      parameters: network.storedBytes,
      packed: weights.count,
      activationsPeak: arena.size,
      scratch: nodes.map { $0.work.tableBytes }.reduce(0, +) + threads * scratchCount * 4,
      live: arena.live,
      compulsory: arena.compulsory
    )
  }

  /// The convolutions, each with the number of its step.
  var convolutions: [(step: Int, shape: ConvolutionShape, choice: ConvolutionChoice)] {
    nodes.enumerated().compactMap { step, node in
      guard case .convolution(let work) = node.work else { return nil }
      return (step, work.shape, work.choice)
    }
  }

  /// Units of work in which a step is best cut: for several threads so many that one that loses its
  /// processor does not stall the others.
  static func units(threads: Int) -> Int { threads == 1 ? 1 : 4 * threads }

  /// Where a plan's weights come from.
  enum WeightSource {
    case network
    /// Zeros, in memory that may be there already; for measurements of speed.
    case blank(Storage?)
  }

  /// Multiply-adds of one inference, the whole batch.
  public var macs: Int { steps.map(\.macs).reduce(0, +) }
}

extension Work {
  /// Bytes of arguments and address tables that a session makes for this work.
  fileprivate var tableBytes: Int {
    switch self {
    case .convolution(let work): work.tableBytes
    case .squeezeExcite:
      unsafe MemoryLayout<cp_pool>.stride + 2 * MemoryLayout<cp_linear>.stride
        + MemoryLayout<cp_pointwise>.stride
    case .input: unsafe MemoryLayout<cp_input>.stride
    case .pool: unsafe MemoryLayout<cp_pool>.stride
    case .linear: unsafe MemoryLayout<cp_linear>.stride
    case .scaleShift, .add, .activate: unsafe MemoryLayout<cp_pointwise>.stride
    }
  }
}

extension ConvolutionWork {
  fileprivate var tableBytes: Int {
    switch method {
    case .stem: unsafe MemoryLayout<cp_stem>.stride
    case .direct:
      unsafe MemoryLayout<cp_convolution>.stride
        + (shape.window.runs + shape.window.outputBlocks) * MemoryLayout<Int>.stride
    case .depthwise:
      unsafe MemoryLayout<cp_depthwise>.stride + shape.window.taps * MemoryLayout<Int>.stride
    case .winograd(let layout, _):
      unsafe MemoryLayout<cp_winograd>.stride
        + layout.groups.count * MemoryLayout<cp_product_group>.stride
        + layout.tileBlocks.count * MemoryLayout<cp_tile_block>.stride
        + layout.tileBlocks.map(\.planes.count).reduce(0, +)
        * MemoryLayout<WinogradLayout.Plane>.stride
    }
  }
}

extension Network {
  /// Asks for the memory that any run of the network on pictures of this size takes at least.
  func requireMaps(batch: Int, height: Int, width: Int) throws(MemoryError) {
    let size = largestMaps(batch: batch, height: height, width: width)
    try Memory.require(size, for: .activations)
  }

  /// Bytes of what the largest block reads and writes, the least that any plan keeps at once.
  private func largestMaps(batch: Int, height: Int, width: Int) -> Int {
    let extents = architecture.extents(height: height, width: width)
    return zip(blocks.lazy.map(\.shape), extents).map { block, extent in
      let read = block.inputChannels * extent.height * extent.width
      let written =
        block.outputChannels * block.outputExtent(extent.height) * block.outputExtent(extent.width)
      // Channels and extents are limited, so that neither product overflows.
      return (read + written).multipliedReportingOverflow(by: batch * MemoryLayout<Float>.stride)
    }
    .map { $0.overflow ? .max : $0.partialValue }.max() ?? 0
  }

  /// Bytes of all weights and norm vectors as float32.
  fileprivate var storedBytes: Int {
    let tensors: [Tensor?] = blocks.flatMap(\.tensors) + [head?.kernel, head?.bias]
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
