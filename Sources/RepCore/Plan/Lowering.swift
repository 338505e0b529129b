/// Turns a network into steps over numbered buffers, and collects the weights to pack.
///
/// Blocks are executed as written: a training-form block becomes a convolution and a norm for each
/// branch, sums, and a ReLU; a deploy-form block becomes one convolution with bias and ReLU. Norms,
/// sums and activations work in place, as a careful framework does. Fused branches (`BranchExecution`) add
/// themselves to one output instead.
struct Lowering {
  private(set) var nodes: [Node] = []
  var buffers: [PlanBuffer] = []
  var packer = WeightPacker()
  /// The logits; where blocks stand alone, the last one's map.
  private(set) var output: BufferID = 0
  /// Where each map of a block or branch lies when it is complete.
  private(set) var places: [ObservedValue: ObservedPlace] = [:]
  private let titles: [BlockPath: String]
  let batch: Int
  let threads: Int
  let branches: BranchExecution
  let kernels: KernelTable
  let choose: (ConvolutionShape, BlockPath) -> ConvolutionChoice

  /// `choose` tells how to compute each convolution of a block.
  init(
    _ network: Network,
    batch: Int,
    threads: Int,
    height: Int,
    width: Int,
    branches: BranchExecution = .written,
    kernels: KernelTable,
    choose: @escaping (ConvolutionShape, BlockPath) -> ConvolutionChoice
  ) {
    titles = Dictionary(network.blocks.map { ($0.path, $0.shape.title) }) { first, _ in first }
    self.batch = batch
    self.threads = threads
    self.branches = branches
    self.kernels = kernels
    self.choose = choose
    guard let head = network.head else {
      for block in network.blocks where block.shape.runs {
        output = lower(block, lowerInput(of: block, height: height, width: width))
      }
      return
    }
    guard let first = network.blocks.first else { preconditionFailure("a chain has a block") }
    var map = lowerInput(of: first, height: height, width: width)
    for block in network.blocks { map = lower(block, map) }
    lowerHead(head, map)
  }
}

// MARK: - Ends

extension Lowering {
  /// A picture's few planes are read as they are by convolutions that see all of them; whatever else the
  /// block has needs blocks of channels.
  private mutating func lowerInput(of block: Block, height: Int, width: Int) -> BufferID {
    let shape = block.shape
    let layout = MapLayout(
      batch: batch,
      channels: shape.inputChannels,
      height: height,
      width: width,
      isPlanar: shape.inputChannels < MapLayout.block && shape.groups == 1
        && block.branches.allSatisfy(\.role.hasKernel)
    )
    let map = buffer(layout)
    append(.input(output: map), .input, .stream, reads: layout.compulsoryBytes, writes: map)
    return map
  }

  /// Takes back the step that copies the pictures into `map`, for a convolution that reads them itself.
  mutating func dropInput(_ map: BufferID) {
    guard case .input(map) = nodes.last?.work else {
      preconditionFailure("a convolution that is all that reads the pictures follows their copy")
    }
    nodes.removeLast()
  }

  private mutating func lowerHead(_ head: Head, _ map: BufferID) {
    let channels = buffers[map].layout.channels
    let features = buffer(.vector(batch: batch, channels: channels))
    if !poolsInLastConvolution(map, into: features) {
      append(
        .pool(input: map, output: features),
        .pool,
        .stream,
        reads: bytes(map),
        writes: features
      )
    }
    output = buffer(.vector(batch: batch, channels: head.bias.count))
    append(
      .linear(
        input: features,
        output: output,
        weights: packer.reserveMatrix(head.kernel),
        bias: packer.reserve(head.bias.floats())
      ),
      .linear,
      .gemv,
      macs: head.kernel.count * batch,
      weights: (head.kernel.count + head.bias.count) * 4,
      reads: bytes(features),
      writes: output
    )
  }

  /// Lets the step that makes `map` take the means too; false where that cannot be.
  private mutating func poolsInLastConvolution(
    _ map: BufferID,
    into features: BufferID
  ) -> Bool {
    guard let last = nodes.last, case .convolution(var work) = last.work, work.output == map,
      work.method.makesWholePlanes
    else { return false }
    work.means = features
    var step = last.step
    step.isPooled = true
    nodes[nodes.count - 1] = Node(step: step, work: .convolution(work))
    return true
  }
}

// MARK: - Parts

extension Lowering {
  mutating func buffer(_ layout: MapLayout, for purpose: PlanBuffer.Purpose = .map) -> BufferID {
    buffers.append(PlanBuffer(layout: layout, purpose: purpose))
    return buffers.count - 1
  }

  func bytes(_ buffer: BufferID) -> Int { buffers[buffer].layout.compulsoryBytes }

  mutating func append(
    _ work: Work,
    _ operation: Operation,
    _ algorithm: Algorithm,
    in path: BlockPath? = nil,
    branch: BranchID? = nil,
    isRectified: Bool = false,
    macs: Int = 0,
    weights: Int = 0,
    reads: Int,
    writes: BufferID
  ) {
    let step = PlanStep(
      blockPath: path,
      blockTitle: path.flatMap { titles[$0] },
      branch: branch,
      operation: operation,
      algorithm: algorithm,
      isRectified: isRectified,
      outputShape: buffers[writes].layout.shape,
      macs: macs,
      products: products(of: work),
      weightBytes: weights,
      packedBytes: work.packedBytes,
      inputBytes: reads,
      outputBytes: bytes(writes)
    )
    nodes.append(Node(step: step, work: work))
  }

  /// Multiply-adds that the kernels do for `work`.
  private func products(of work: Work) -> Int {
    switch work {
    case .convolution(let work): work.products
    case .linear(let input, let output, _, _): products(from: input, to: output)
    case .squeezeExcite(let work):
      products(from: work.means, to: work.hidden) + products(from: work.hidden, to: work.gates)
    case .input, .scaleShift, .add, .activate, .pool: 0
    }
  }

  /// Multiply-adds of a matrix between two vectors `N x C`, over whole blocks.
  private func products(from input: BufferID, to output: BufferID) -> Int {
    let (from, to) = (buffers[input].layout, buffers[output].layout)
    return to.batch * from.blocks * to.blocks * MapLayout.block * MapLayout.block
  }

  /// Notes that the step before completes `value` in `buffer`.
  mutating func complete(_ value: ObservedValue, in buffer: BufferID) {
    places[value] = ObservedPlace(step: nodes.count - 1, buffer: buffer)
  }
}
