extension Lowering {
  /// The steps of one block, from the map `input` to the one that is returned.
  mutating func lower(_ block: Block, _ input: BufferID) -> BufferID {
    let shape = block.shape
    let excite = shape.squeezeExcite?.placement
    let activation = ActivationWork(shape.activation)
    let isRectified = activation == .relu
    // The last convolution may take the ReLU, if nothing comes between them.
    let isFree = isRectified && block.postNorm == nil && excite != .beforeActivation
    let isFused = branches == .fused
    let fuses =
      isFree
      && (isFused
        ? block.branches.contains { $0.role != .identity }
        : block.branches.count == 1 && block.branches[0].role != .identity
          && block.branches[0].norm == nil)
    let sum =
      isFused
      ? lowerFused(block.foldingBranchNorms(), input, isRectified: fuses)
      : lowerWritten(block, input, isRectified: fuses)
    if let norm = block.postNorm { lower(norm, from: sum, to: sum, in: block.path) }
    let gatesFirst = excite == .beforeActivation
    if let weights = block.squeezeExcite, gatesFirst {
      lower(weights, sum, in: block.path, isRectified: isRectified)
    }
    // A ReLU is part of the last convolution or of the gate, where there is one; others are steps.
    if let activation, !(isRectified && (fuses || gatesFirst)) {
      append(
        .activate(sum, activation),
        activation.operation,
        .stream,
        in: block.path,
        isRectified: isRectified,
        reads: bytes(sum),
        writes: sum
      )
    }
    if let weights = block.squeezeExcite, excite == .afterActivation {
      lower(weights, sum, in: block.path, isRectified: false)
    }
    complete(.block(block.path), in: sum)
    return sum
  }

  /// Every branch into a buffer of its own, then their sum in the first one's.
  private mutating func lowerWritten(
    _ block: Block,
    _ input: BufferID,
    isRectified: Bool
  ) -> BufferID {
    let outputs = block.branches.map { branch in
      let output = outputBuffer(block.shape, input)
      lower(branch, in: block.shape, input, to: output, adds: false, isRectified: isRectified)
      // With the activation in it, it is no map of a branch any more; that of the deploy form is none.
      if !isRectified, branch.role != .folded {
        complete(.branch(block.path, branch.id), in: output)
      }
      return output
    }
    precondition(!outputs.isEmpty, "the block \(block.path) has no branches")
    for other in outputs.dropFirst() {
      append(
        .add(input: outputs[0], other: other),
        .add,
        .stream,
        in: block.path,
        reads: bytes(outputs[0]) + bytes(other),
        writes: outputs[0]
      )
    }
    return outputs[0]
  }

  /// Every branch added to one buffer; the identity, which cannot add, comes first, and the largest
  /// convolution, which takes the ReLU, last.
  private mutating func lowerFused(
    _ block: Block,
    _ input: BufferID,
    isRectified: Bool
  ) -> BufferID {
    let order: [BranchRole] = [.identity, .average, .pointwise, .dense, .folded]
    let branches = order.flatMap { role in block.branches.filter { $0.role == role } }
    let output = outputBuffer(block.shape, input)
    for (index, branch) in branches.enumerated() {
      let isLast = index == branches.count - 1
      lower(
        branch,
        in: block.shape,
        input,
        to: output,
        adds: index > 0,
        isRectified: isRectified && isLast
      )
    }
    return output
  }

  private mutating func outputBuffer(_ block: BlockShape, _ input: BufferID) -> BufferID {
    let source = buffers[input].layout
    return buffer(
      MapLayout(
        batch: batch,
        channels: block.outputChannels,
        height: block.outputExtent(source.height),
        width: block.outputExtent(source.width)
      )
    )
  }

  /// A branch's convolution and norm.
  private mutating func lower(
    _ branch: Branch,
    in block: BlockShape,
    _ input: BufferID,
    to output: BufferID,
    adds: Bool,
    isRectified: Bool
  ) {
    let source = buffers[input].layout
    guard let (kernel, groups) = branch.convolution(in: block) else {
      lower(
        branch.norm ?? .neutral(block.outputChannels),
        from: input,
        to: output,
        in: block.path,
        branch: branch.id
      )
      return
    }
    let window = ConvolutionWindow(
      inputChannels: block.inputChannels,
      outputChannels: block.outputChannels,
      size: block.kernelSize(of: branch.role),
      stride: block.stride,
      groups: groups,
      dilation: block.dilation,
      isPlanar: source.isPlanar
    )
    buffers[input].layout.halo = max(source.halo, window.reach)
    let zeros = [Float](repeating: 0, count: block.outputChannels)
    let (height, width) = (buffers[output].layout.height, buffers[output].layout.width)
    let shape = ConvolutionShape(
      window: window,
      batch: batch,
      height: height,
      width: width,
      readsPictures: source.isPlanar && block.branches.count == 1
    )
    let choice = choose(shape, block.path)
    let method = method(shape, choice, width: source.width)
    if case .stem = method { dropInput(input) }
    let work = ConvolutionWork(
      input: input,
      output: output,
      shape: shape,
      choice: choice,
      method: method,
      weights: reserve(kernel, window, method),
      bias: packer.reserve(branch.bias?.floats() ?? zeros),
      addsToOutput: adds,
      isRectified: isRectified
    )
    append(
      .convolution(work),
      window.size == 1 ? .conv1x1 : .conv3x3,
      algorithm(window, choice),
      in: block.path,
      branch: branch.id,
      isRectified: isRectified,
      macs: block.macs(of: branch.shape, height: source.height, width: source.width) * batch,
      weights: (kernel.count + (branch.bias?.count ?? 0)) * 4,
      reads: bytes(input) + (adds ? bytes(output) : 0),
      writes: output
    )
    if let norm = branch.norm {
      lower(norm, from: output, to: output, in: block.path, branch: branch.id)
    }
  }

  private mutating func method(
    _ shape: ConvolutionShape,
    _ choice: ConvolutionChoice,
    width: Int
  ) -> ConvolutionMethod {
    switch choice {
    case .direct:
      return shape.window.isDepthwise
        ? .depthwise : .direct(ConvolutionSplit(shape, kernels, threads: threads))
    case .stem:
      return .stem(StemLayout(shape, width: width))
    case .winograd(let choice):
      let layout = WinogradLayout(shape, choice)
      let values =
        choice.isShared
        ? buffer(.vector(batch: 1, channels: layout.valueCount), for: .winogradValues) : nil
      return .winograd(layout, values: values)
    }
  }

  private func algorithm(_ window: ConvolutionWindow, _ choice: ConvolutionChoice) -> Algorithm {
    switch choice {
    case .direct: window.algorithm
    case .stem: .polyphaseRows
    case .winograd(let choice): choice.family.algorithm
    }
  }

  private mutating func reserve(
    _ kernel: Tensor,
    _ window: ConvolutionWindow,
    _ method: ConvolutionMethod
  ) -> PackedRange {
    switch method {
    case .direct, .depthwise: packer.reserve(kernel, window: window)
    case .stem(let layout): packer.reserve(kernel, layout: layout)
    case .winograd(let layout, _): packer.reserve(kernel, layout: layout, kernels: kernels)
    }
  }

  private mutating func lower(
    _ norm: BatchNorm,
    from input: BufferID,
    to output: BufferID,
    in path: BlockPath,
    branch: BranchID? = nil
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
      means: buffer(.vector(batch: batch, channels: channels), for: .gates),
      hidden: buffer(.vector(batch: batch, channels: hidden), for: .gates),
      gates: buffer(.vector(batch: batch, channels: channels), for: .gates),
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

extension Branch {
  /// The convolution that the branch is, `O x I/g x k x k`, and its groups; nil for the identity.
  ///
  /// An average is a convolution of each channel alone, all taps alike.
  fileprivate func convolution(in block: BlockShape) -> (kernel: Tensor, groups: Int)? {
    if let kernel { return (kernel, block.groups) }
    guard role == .average else { return nil }
    let (channels, size) = (block.outputChannels, block.kernelSize)
    let taps = size * size
    let mean = [Float](repeating: 1 / Float(taps), count: channels * taps)
    return (Tensor(mean, shape: [channels, 1, size, size]), channels)
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
