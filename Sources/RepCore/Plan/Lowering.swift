/// Turns a network into steps over numbered buffers, and collects the weights to pack.
///
/// Blocks are executed as written: a training-form block becomes a convolution and a norm for each
/// branch, sums, and a ReLU; a deploy-form block becomes one convolution with bias and ReLU. Norms,
/// sums and activations work in place, as a careful framework does.
struct Lowering {
  private(set) var nodes: [Node] = []
  private(set) var buffers: [PlanBuffer] = []
  var packer = WeightPacker()
  private(set) var output: BufferID = 0
  private let batch: Int
  private let kernels: KernelTable
  private let choose: (ConvolutionShape) -> ConvolutionChoice

  /// `choose` tells how to compute each convolution.
  init(
    _ network: Network,
    batch: Int,
    height: Int,
    width: Int,
    kernels: KernelTable,
    choose: @escaping (ConvolutionShape) -> ConvolutionChoice
  ) {
    self.batch = batch
    self.kernels = kernels
    self.choose = choose
    var map = lowerInput(network, height: height, width: width)
    for block in network.blocks { map = lower(block, map) }
    lowerHead(network.head, map)
  }
}

// MARK: - Ends

extension Lowering {
  /// The first block reads the planes as they are, unless its identity branch needs blocks.
  private mutating func lowerInput(_ network: Network, height: Int, width: Int) -> BufferID {
    let first = network.blocks.first
    let isPlanar = first.map { $0.branches.allSatisfy { $0.role != .identity } } ?? false
    let layout = MapLayout(
      batch: batch,
      channels: network.input.channels,
      height: height,
      width: width,
      isPlanar: isPlanar
    )
    let map = buffer(layout)
    append(.input(output: map), .input, .stream, reads: layout.compulsoryBytes, writes: map)
    return map
  }

  private mutating func lowerHead(_ head: Head, _ map: BufferID) {
    let channels = buffers[map].layout.channels
    let features = buffer(.vector(batch: batch, channels: channels))
    append(.pool(input: map, output: features), .pool, .stream, reads: bytes(map), writes: features)
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
}

// MARK: - Blocks

extension Lowering {
  private mutating func lower(_ block: Block, _ input: BufferID) -> BufferID {
    let shape = block.shape
    let excite = shape.squeezeExcite?.placement
    let isRectified = shape.activation == .relu
    // One branch without a norm may take the ReLU into its convolution.
    let fuses =
      isRectified && block.branches.count == 1 && block.branches[0].role != .identity
      && block.branches[0].norm == nil && block.postNorm == nil && excite != .beforeActivation
    let outputs = block.branches.map { lower($0, in: shape, input, isRectified: fuses) }
    precondition(!outputs.isEmpty, "the block \(block.path) has no branches")
    let sum = outputs[0]
    for other in outputs.dropFirst() {
      append(
        .add(input: sum, other: other),
        .add,
        .stream,
        in: block.path,
        reads: bytes(sum) + bytes(other),
        writes: sum
      )
    }
    if let norm = block.postNorm { lower(norm, from: sum, to: sum, in: block.path) }
    if let weights = block.squeezeExcite, excite == .beforeActivation {
      lower(weights, sum, in: block.path, isRectified: isRectified)
    } else if isRectified && !fuses {
      append(
        .rectify(sum),
        .relu,
        .stream,
        in: block.path,
        isRectified: true,
        reads: bytes(sum),
        writes: sum
      )
    }
    if let weights = block.squeezeExcite, excite == .afterActivation {
      lower(weights, sum, in: block.path, isRectified: false)
    }
    return sum
  }

  /// A branch's convolution and norm; the result is a buffer of its own.
  private mutating func lower(
    _ branch: Branch,
    in block: BlockShape,
    _ input: BufferID,
    isRectified: Bool
  ) -> BufferID {
    let source = buffers[input].layout
    let output = buffer(
      MapLayout(
        batch: batch,
        channels: block.outputChannels,
        height: block.outputExtent(source.height),
        width: block.outputExtent(source.width)
      )
    )
    guard let kernel = branch.kernel else {
      lower(
        branch.norm ?? .neutral(block.outputChannels),
        from: input,
        to: output,
        in: block.path,
        branch: branch.role
      )
      return output
    }
    let window = ConvolutionWindow(
      inputChannels: block.inputChannels,
      outputChannels: block.outputChannels,
      size: branch.role.kernelSize,
      stride: block.stride,
      groups: block.groups,
      dilation: block.dilation,
      isPlanar: source.isPlanar
    )
    buffers[input].layout.halo = max(source.halo, window.reach)
    let zeros = [Float](repeating: 0, count: block.outputChannels)
    let (height, width) = (buffers[output].layout.height, buffers[output].layout.width)
    let shape = ConvolutionShape(window: window, batch: batch, height: height, width: width)
    let choice = choose(shape)
    let method = method(shape, choice)
    let work = ConvolutionWork(
      input: input,
      output: output,
      shape: shape,
      choice: choice,
      method: method,
      weights: reserve(kernel, window, method),
      bias: packer.reserve(branch.bias?.floats() ?? zeros),
      isRectified: isRectified
    )
    append(
      .convolution(work),
      window.size == 1 ? .conv1x1 : .conv3x3,
      choice.family?.algorithm ?? window.algorithm,
      in: block.path,
      branch: branch.role,
      isRectified: isRectified,
      macs: block.macs(of: branch.shape, height: source.height, width: source.width) * batch,
      weights: (kernel.count + (branch.bias?.count ?? 0)) * 4,
      reads: bytes(input),
      writes: output
    )
    if let norm = branch.norm {
      lower(norm, from: output, to: output, in: block.path, branch: branch.role)
    }
    return output
  }

  private mutating func method(
    _ shape: ConvolutionShape,
    _ choice: ConvolutionChoice
  ) -> ConvolutionMethod {
    guard case .winograd(let choice) = choice else { return .direct }
    let layout = WinogradLayout(shape, choice)
    let values =
      choice.isShared
      ? buffer(.vector(batch: 1, channels: layout.valueCount), isScratch: true) : nil
    return .winograd(layout, values: values)
  }

  private mutating func reserve(
    _ kernel: Tensor,
    _ window: ConvolutionWindow,
    _ method: ConvolutionMethod
  ) -> PackedRange {
    switch method {
    case .direct: packer.reserve(kernel, window: window)
    case .winograd(let layout, _): packer.reserve(kernel, layout: layout, kernels: kernels)
    }
  }

  private mutating func lower(
    _ norm: BatchNorm,
    from input: BufferID,
    to output: BufferID,
    in path: BlockPath,
    branch: BranchRole? = nil
  ) {
    let (scale, shift) = packer.reserve(norm)
    append(
      .scaleShift(input: input, output: output, scale: scale, shift: shift),
      .norm,
      .stream,
      in: path,
      branch: branch,
      weights: 2 * norm.mean.count * 4,
      reads: bytes(input),
      writes: output
    )
  }

  private mutating func lower(
    _ weights: SqueezeExcite,
    _ map: BufferID,
    in path: BlockPath,
    isRectified: Bool
  ) {
    let (hidden, channels) = (weights.reduceBias.count, weights.expandBias.count)
    let work = SqueezeExciteWork(
      map: map,
      means: buffer(.vector(batch: batch, channels: channels), isScratch: true),
      hidden: buffer(.vector(batch: batch, channels: hidden), isScratch: true),
      gates: buffer(.vector(batch: batch, channels: channels), isScratch: true),
      reduceKernel: packer.reserveMatrix(weights.reduceKernel),
      reduceBias: packer.reserve(weights.reduceBias.floats()),
      expandKernel: packer.reserveMatrix(weights.expandKernel),
      expandBias: packer.reserve(weights.expandBias.floats()),
      isRectified: isRectified
    )
    append(
      .squeezeExcite(work),
      .squeezeExcite,
      .stream,
      in: path,
      isRectified: isRectified,
      macs: 2 * hidden * channels * batch,
      weights: (2 * hidden * channels + hidden + channels) * 4,
      // Once for the means, once for the gates.
      reads: 2 * bytes(map),
      writes: map
    )
  }
}

// MARK: - Parts

extension Lowering {
  private mutating func buffer(_ layout: MapLayout, isScratch: Bool = false) -> BufferID {
    buffers.append(PlanBuffer(layout: layout, isScratch: isScratch))
    return buffers.count - 1
  }

  private func bytes(_ buffer: BufferID) -> Int { buffers[buffer].layout.compulsoryBytes }

  private mutating func append(
    _ work: Work,
    _ operation: Operation,
    _ algorithm: Algorithm,
    in path: BlockPath? = nil,
    branch: BranchRole? = nil,
    isRectified: Bool = false,
    macs: Int = 0,
    weights: Int = 0,
    reads: Int,
    writes: BufferID
  ) {
    let step = PlanStep(
      blockPath: path,
      branch: branch,
      operation: operation,
      algorithm: algorithm,
      isRectified: isRectified,
      outputShape: buffers[writes].layout.shape,
      macs: macs,
      weightBytes: weights,
      inputBytes: reads,
      outputBytes: bytes(writes)
    )
    nodes.append(Node(step: step, work: work))
  }
}

extension BatchNorm {
  /// The norm that changes nothing, for an identity branch without one.
  fileprivate static func neutral(_ channels: Int) -> BatchNorm {
    BatchNorm(
      shape: NormShape(epsilon: 0, isAffine: false),
      gamma: nil,
      beta: nil,
      mean: Tensor([Float](repeating: 0, count: channels), shape: [channels]),
      variance: Tensor([Float](repeating: 1, count: channels), shape: [channels])
    )
  }
}
