/// Which buffers an inference keeps alive while each of its steps runs; made of shapes, without a weight.
///
///     let timeline = try MemoryTimeline(network.architecture, PlanOptions(threads: 1))
///     timeline.held(at: timeline.peakStep).map(\.bytes).reduce(0, +) == timeline.maps[timeline.peakStep]
///
/// A buffer lives from the step that makes it to the last one that reads or writes it, both included; norms, sums
/// and activations work in place.
public struct MemoryTimeline: Sendable {
  /// In order of execution.
  public let steps: [PlanStep]
  /// The one block of memory that all buffers share, in bytes.
  public let arena: Int
  /// Bytes that each thread keeps for itself: Winograd values that are not shared, rows of pictures.
  public let ownBytes: Int
  /// Threads that work on one inference.
  public let threads: Int
  /// The bytes that live in each step, by what they are for.
  public let bands: [MemoryBands]
  /// For each step the map that its block reads, or, outside of blocks, the step itself; nil where that are
  /// the pictures.
  let inputs: [Int?]
  let buffers: [Buffer]

  /// One buffer with its life.
  struct Buffer: Hashable, Sendable {
    let shape: [Int]
    let bands: MemoryBands
    let life: ClosedRange<Int>
    /// The steps that write it, in order; the first one makes it.
    let writers: [Int]
    /// The steps that read or write it, in order.
    let users: [Int]
  }

  /// The timeline of the plan that `Plan.cached` makes of a network of this architecture.
  ///
  /// - Throws: `PlanError` when a block does not run, an option cannot be met or maps take more memory than
  ///   there is.
  public init(
    _ architecture: Architecture,
    _ options: PlanOptions = PlanOptions(),
    cache: PlanCache? = .user
  ) throws(PlanError) {
    // Fused execution folds norms into kernels, which zeros need not be.
    let shapes = options.branches == .fused ? architecture.withoutBranchNorms : architecture
    let network = Network(blank: shapes)
    let choices = cache?.choices(for: options, PlanAccuracy(network)) ?? [:]
    let draft = try PlanDraft(network, options, choices: choices)
    let nodes = draft.lowered.nodes
    var (writers, users) = ([BufferID: [Int]](), [BufferID: [Int]]())
    for (step, node) in nodes.enumerated() {
      for buffer in Set(node.work.outputs) { writers[buffer, default: []].append(step) }
      for buffer in Set(node.work.buffers) { users[buffer, default: []].append(step) }
    }
    let living = draft.arena.lives.enumerated().compactMap { id, life in life.map { (id, $0) } }
    let places = Dictionary(uniqueKeysWithValues: living.enumerated().map { ($1.0, $0) })
    buffers = living.map { id, life in
      let buffer = draft.lowered.buffers[id]
      return Buffer(
        shape: buffer.layout.shape,
        bands: buffer.bands,
        life: life,
        writers: writers[id] ?? [],
        users: users[id] ?? []
      )
    }
    var bands = [MemoryBands](repeating: MemoryBands(), count: nodes.count)
    for buffer in buffers {
      for step in buffer.life { bands[step] += buffer.bands }
    }
    self.bands = bands
    steps = nodes.map(\.step)
    inputs = MemoryTimeline.inputs(of: nodes).map { $0.flatMap { places[$0] } }
    (arena, threads) = (draft.arena.size, options.threads)
    ownBytes = draft.scratchCount * MemoryLayout<Float>.stride
  }

  /// For each step the map that the first step of its block reads.
  private static func inputs(of nodes: [Node]) -> [BufferID?] {
    var first: [BlockPath: BufferID?] = [:]
    return nodes.map { node in
      guard let path = node.step.blockPath else { return node.work.firstInput }
      if let known = first[path] { return known }
      first[path] = node.work.firstInput
      return node.work.firstInput
    }
  }
}

// MARK: - What is told of it

extension MemoryTimeline {
  /// For each step the bytes of maps alone: what any engine keeps that works step by step.
  public var maps: [Int] { bands.map(\.maps) }

  /// For each step the bytes of maps without the one that its block reads: what the paper's figure of extra
  /// memory counts (RepVGG, Figure 3).
  public var extra: [Int] {
    zip(bands, inputs).enumerated().map { step, pair in
      let (bands, input) = pair
      guard let input, buffers[input].life.contains(step) else { return bands.maps }
      return bands.maps - buffers[input].bands.maps
    }
  }

  /// The first step at which the most bytes of maps live.
  public var peakStep: Int { maps.indexOfLargest }

  /// The first step at which the most bytes live, whatever they are for.
  public var fullestStep: Int { bands.map(\.total).indexOfLargest }

  /// Bytes of the arena in which nothing lies at its fullest step: buffers that are placed once do not always
  /// stand side by side.
  public var gaps: Int { arena - (bands.isEmpty ? 0 : bands[fullestStep].total) }

  /// The steps of a block; nil where it has none.
  public func steps(of path: BlockPath) -> Range<Int>? {
    guard let first = steps.firstIndex(where: { $0.blockPath == path }),
      let last = steps.lastIndex(where: { $0.blockPath == path })
    else { return nil }
    return first..<last + 1
  }

  /// The first step of a block at which the most bytes of maps live; nil where it has no step.
  public func peakStep(of path: BlockPath) -> Int? {
    steps(of: path).map { $0.lowerBound + maps[$0].indexOfLargest }
  }
}

extension Sequence<Int> {
  /// The place of the first of the largest, counted from 0; 0 where there is none.
  fileprivate var indexOfLargest: Int {
    var (best, largest) = (0, Int.min)
    for (index, value) in enumerated() where value > largest { (best, largest) = (index, value) }
    return best
  }
}

extension Architecture {
  /// The shapes that are left where each branch's norm is in its own kernel and bias; the identity keeps its norm.
  fileprivate var withoutBranchNorms: Architecture {
    var folded = self
    for stage in folded.stages.indices {
      for block in folded.stages[stage].blocks.indices {
        folded.stages[stage].blocks[block].branches = stages[stage].blocks[block].branches.map {
          guard $0.role.hasKernel, $0.norm != nil else { return $0 }
          return BranchShape(role: $0.role, index: $0.index, hasBias: true, norm: nil)
        }
      }
    }
    return folded
  }
}
