internal import CPlatform

/// Writes the kernels' arguments: addresses in the arena and the weights, and how work is split.
@safe struct Binder {
  var tasks: [EngineTask] = []
  /// The steps that read the pictures: one, or one for each block that stands alone.
  private(set) var inputs: [PictureReader] = []
  let plan: Plan
  let arena: Arena
  let kernels: cp_kernel_set

  init(plan: Plan, arena: Arena) {
    self.plan = plan
    self.arena = arena
    kernels = plan.instructionSet.kernels
  }

  /// Appends the tasks of one step; `isFresh` as in `ArenaPlan`.
  mutating func bind(_ work: Work, isFresh: Bool) {
    switch work {
    case .input(let output): bindInput(output)
    case .convolution(let work): bind(work, isFresh: isFresh)
    case .scaleShift(let input, let output, let scale, let shift):
      unsafe bindPointwise(
        kernels.scale_shift,
        input,
        output: output,
        scale: floats(scale),
        shift: floats(shift)
      )
    case .add(let input, let other):
      unsafe bindPointwise(kernels.add, input, other: other, output: input)
    case .activate(let map, let activation):
      unsafe bindPointwise(kernels[activation], map, output: map, slope: activation.slope)
    case .squeezeExcite(let work): bind(work)
    case .pool(let input, let output): bindPool(input, output)
    case .linear(let input, let output, let weights, let bias):
      bindLinear(input, output, weights, bias, end: CP_LINEAR_PLAIN)
    }
  }
}

// MARK: - Each kind of work

extension Binder {
  private mutating func bindInput(_ output: BufferID) {
    let layout = plan.buffers[output].layout
    let rows = layout.batch * layout.blocks * layout.height
    let unit = share(rows)
    let arguments = unsafe arena.table([
      cp_input(
        source: UnsafePointer(arena.floats(at: 0)),
        source_channels: plan.inputShape[1],
        output: map(output),
        batch: layout.batch,
        channels: layout.channels,
        height: layout.height,
        width: layout.width,
        unit_rows: unit
      )
    ])
    inputs.append(unsafe .copy(arguments))
    let kernel = unsafe layout.isPlanar ? kernels.input_planar : kernels.input_blocked
    unsafe tasks.append(EngineTask(kernel, arguments, units: parts(rows, unit)))
  }

  private mutating func bind(_ work: ConvolutionWork, isFresh: Bool) {
    switch work.method {
    case .direct(let split): bindDirect(work, split)
    case .stem(let layout): bindStem(work, layout)
    case .depthwise: bindDepthwise(work)
    case .winograd(let layout, let values): bind(work, layout, values, isFresh: isFresh)
    }
  }

  private mutating func bindDirect(_ work: ConvolutionWork, _ split: ConvolutionSplit) {
    let (window, from) = (work.shape.window, plan.buffers[work.input].layout)
    let to = plan.buffers[work.output].layout
    let arguments = unsafe arena.table([
      cp_convolution(
        input: map(work.input),
        output: map(work.output),
        weights: floats(work.weights),
        bias: floats(work.bias),
        run_starts: UnsafePointer(arena.table(window.runStarts(in: from))),
        input_starts: UnsafePointer(arena.table(window.inputStarts(in: from))),
        runs: window.runs,
        run: window.run,
        stride: window.stride,
        batch: to.batch,
        blocks: window.outputBlocks,
        height: to.height,
        width: to.width,
        unit_blocks: split.unitBlocks,
        unit_pixels: split.unitPixels,
        pixels_first: split.sharesWeights ? 1 : 0,
        adds: work.addsToOutput ? 1 : 0,
        relu: work.isRectified ? 1 : 0,
        means: means(work)
      )
    ])
    unsafe tasks.append(EngineTask(kernels.convolve, arguments, units: split.units))
  }

  private mutating func bindStem(_ work: ConvolutionWork, _ layout: StemLayout) {
    let (pictures, to) = (plan.buffers[work.input].layout, plan.buffers[work.output].layout)
    let arguments = unsafe arena.table([
      cp_stem(
        source: UnsafePointer(arena.floats(at: 0)),
        source_channels: plan.inputShape[1],
        output: map(work.output),
        weights: floats(work.weights),
        bias: floats(work.bias),
        channels: layout.channels,
        source_height: pictures.height,
        source_width: pictures.width,
        blocks: layout.blocks,
        height: to.height,
        width: to.width,
        pitch: layout.pitch,
        relu: work.isRectified ? 1 : 0
      )
    ])
    inputs.append(unsafe .stem(arguments))
    guard let kernel = unsafe kernels.stem else {
      preconditionFailure("\(plan.instructionSet.rawValue) has no kernel for a stem")
    }
    unsafe tasks.append(EngineTask(kernel, arguments, units: layout.units))
  }

  private mutating func bindDepthwise(_ work: ConvolutionWork) {
    let (window, from) = (work.shape.window, plan.buffers[work.input].layout)
    let to = plan.buffers[work.output].layout
    let rows = to.batch * to.blocks * to.height
    let unit = share(rows)
    let arguments = unsafe arena.table([
      cp_depthwise(
        input: map(work.input),
        output: map(work.output),
        weights: floats(work.weights),
        bias: floats(work.bias),
        tap_starts: UnsafePointer(arena.table(window.runStarts(in: from))),
        taps: window.taps,
        stride: window.stride,
        batch: to.batch,
        blocks: to.blocks,
        height: to.height,
        width: to.width,
        unit_rows: unit,
        adds: work.addsToOutput ? 1 : 0,
        relu: work.isRectified ? 1 : 0
      )
    ])
    unsafe tasks.append(EngineTask(kernels.depthwise, arguments, units: parts(rows, unit)))
  }

  private mutating func bind(_ work: SqueezeExciteWork) {
    bindPool(work.map, work.means)
    bindLinear(work.means, work.hidden, work.reduceKernel, work.reduceBias, end: CP_LINEAR_RELU)
    bindLinear(work.hidden, work.gates, work.expandKernel, work.expandBias, end: CP_LINEAR_SIGMOID)
    unsafe bindPointwise(
      kernels.gate,
      work.map,
      output: work.map,
      scale: UnsafePointer(arena.floats(at: plan.arena.offsets[work.gates])),
      isRectified: work.isRectified
    )
  }

  private mutating func bindPointwise(
    _ kernel: @escaping cp_kernel,
    _ input: BufferID,
    other: BufferID? = nil,
    output: BufferID,
    scale: UnsafePointer<Float>? = nil,
    shift: UnsafePointer<Float>? = nil,
    isRectified: Bool = false,
    slope: Float = 0
  ) {
    let layout = plan.buffers[output].layout
    let rows = layout.batch * layout.blocks * layout.height
    let unit = share(rows)
    // Kernels that take no vectors never look at them.
    let unused = unsafe UnsafePointer(arena.floats(at: 0))
    let arguments = unsafe arena.table([
      cp_pointwise(
        input: map(input),
        other: map(other ?? input),
        output: map(output),
        scale: scale ?? unused,
        shift: shift ?? unused,
        batch: layout.batch,
        blocks: layout.blocks,
        height: layout.height,
        width: layout.width,
        unit_rows: unit,
        relu: isRectified ? 1 : 0,
        slope: slope
      )
    ])
    unsafe tasks.append(EngineTask(kernel, arguments, units: parts(rows, unit)))
  }

  private mutating func bindPool(_ input: BufferID, _ output: BufferID) {
    let layout = plan.buffers[input].layout
    let planes = layout.batch * layout.blocks
    let unit = share(planes)
    let arguments = unsafe arena.table([
      cp_pool(
        input: map(input),
        output: map(output).origin,
        batch: layout.batch,
        blocks: layout.blocks,
        height: layout.height,
        width: layout.width,
        unit_planes: unit
      )
    ])
    unsafe tasks.append(EngineTask(kernels.pool, arguments, units: parts(planes, unit)))
  }

  private mutating func bindLinear(
    _ input: BufferID,
    _ output: BufferID,
    _ weights: PackedRange,
    _ bias: PackedRange,
    end: cp_linear_end
  ) {
    let (from, to) = (plan.buffers[input].layout, plan.buffers[output].layout)
    let unit = share(to.blocks)
    let arguments = unsafe arena.table([
      cp_linear(
        input: map(input).origin,
        output: map(output).origin,
        weights: floats(weights),
        bias: floats(bias),
        batch: to.batch,
        blocks: to.blocks,
        depth: from.blocks * MapLayout.block,
        unit_blocks: unit,
        end: Int(end.rawValue)
      )
    ])
    unsafe tasks.append(EngineTask(kernels.linear, arguments, units: parts(to.blocks, unit)))
  }
}

// MARK: - Parts

extension Binder {
  func map(_ buffer: BufferID) -> cp_map {
    let layout = plan.buffers[buffer].layout
    return unsafe cp_map(
      origin: arena.floats(at: plan.arena.offsets[buffer]) + layout.originOffset,
      picture: layout.picturePitch,
      block: layout.blockPitch,
      row: layout.rowPitch,
      pixel: layout.pixelPitch,
      halo: layout.halo
    )
  }

  /// Where the means of a convolution's output go, if anybody wants them.
  func means(_ work: ConvolutionWork) -> cp_means {
    guard let means = work.means else { return unsafe cp_means(target: nil, picture: 0) }
    let map = unsafe map(means)
    return unsafe cp_means(target: map.origin, picture: map.picture)
  }

  func floats(_ range: PackedRange) -> UnsafePointer<Float> {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: plan.weights.bytes[(range.offset * 4)...])
    guard let start = bytes.baseAddress else {
      preconditionFailure("packed weights are never empty")
    }
    return unsafe start.assumingMemoryBound(to: Float.self)
  }

  /// Items of one unit when `count` items are shared out.
  func share(_ count: Int) -> Int {
    parts(count, Plan.units(threads: plan.threads))
  }

  /// `count / size`, rounded up.
  func parts(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
}

extension cp_kernel_set {
  /// The kernel of an activation.
  fileprivate subscript(activation: ActivationWork) -> cp_kernel {
    switch activation {
    case .relu: unsafe rectify
    case .leakyReLU: unsafe leaky_rectify
    case .relu6: unsafe rectify6
    case .hardswish: unsafe hardswish
    case .silu: unsafe silu
    }
  }
}
