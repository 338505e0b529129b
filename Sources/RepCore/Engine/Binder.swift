internal import CPlatform

/// Writes the kernels' arguments: addresses in the arena and the weights, and how work is split.
@safe struct Binder {
  private(set) var tasks: [EngineTask] = []
  private(set) var input: UnsafeMutablePointer<cp_input>?
  private let plan: Plan
  private let arena: Arena
  private let kernels: cp_kernel_set

  /// Units for each thread: enough that a thread that loses its processor does not stall the others.
  private static let unitsPerThread = 4

  init(plan: Plan, arena: Arena) {
    self.plan = plan
    self.arena = arena
    kernels = plan.instructionSet.kernels
  }

  /// Appends the tasks of one step.
  mutating func bind(_ work: Work) {
    switch work {
    case .input(let output): bindInput(output)
    case .convolution(let work): bind(work)
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
    case .rectify(let map):
      unsafe bindPointwise(kernels.rectify, map, output: map)
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
        output: map(output),
        batch: layout.batch,
        channels: layout.channels,
        height: layout.height,
        width: layout.width,
        unit_rows: unit
      )
    ])
    unsafe input = arguments
    let kernel = unsafe layout.isPlanar ? kernels.input_planar : kernels.input_blocked
    unsafe tasks.append(EngineTask(kernel, arguments, units: parts(rows, unit)))
  }

  private mutating func bind(_ work: ConvolutionWork) {
    switch work.method {
    case .direct: bindDirect(work)
    case .winograd(let layout, let values): bind(work, layout, values)
    }
  }

  private mutating func bindDirect(_ work: ConvolutionWork) {
    let (window, from) = (work.shape.window, plan.buffers[work.input].layout)
    let to = plan.buffers[work.output].layout
    let split = ConvolutionSplit(
      pixels: to.batch * to.height * to.width,
      blocks: window.outputBlocks,
      weightBytesPerBlock: window.packedCount / window.outputBlocks * 4,
      tilePixels: kernels.tile_pixels,
      tileBlocks: kernels.tile_blocks,
      units: plan.threads == 1 ? 1 : plan.threads * Self.unitsPerThread
    )
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
        relu: work.isRectified ? 1 : 0
      )
    ])
    unsafe tasks.append(EngineTask(kernels.convolve, arguments, units: split.units))
  }

  private mutating func bind(
    _ work: ConvolutionWork,
    _ layout: WinogradLayout,
    _ values: BufferID?
  ) {
    let to = plan.buffers[work.output].layout
    let family = layout.choice.family
    let (inputs, groups) = (share(layout.inputBlocks), share(layout.groups.count))
    let arguments = unsafe arena.table([
      cp_winograd(
        input: map(work.input),
        output: map(work.output),
        weights: floats(work.weights),
        bias: floats(work.bias),
        tile_blocks: UnsafePointer(arena.table(tileBlocks(layout))),
        groups: UnsafePointer(arena.table(layout.groups.map { cp_product_group($0) })),
        tile_block_count: layout.tileBlocks.count,
        group_count: layout.groups.count,
        family: Int(family.code.rawValue),
        points: family.points,
        input_blocks: layout.inputBlocks,
        depth: layout.depth,
        height: to.height,
        width: to.width,
        values: values.map { unsafe arena.floats(at: plan.arena.offsets[$0]) },
        unit_input_blocks: inputs,
        unit_groups: groups,
        own_values: layout.ownValues,
        own_products: layout.ownProducts,
        relu: work.isRectified ? 1 : 0
      )
    ])
    let blocks = layout.tileBlocks.count
    if values == nil {
      unsafe tasks.append(EngineTask(kernels.winograd_fused, arguments, units: blocks))
    } else {
      unsafe tasks.append(
        EngineTask(
          kernels.winograd_values,
          arguments,
          units: blocks * parts(layout.inputBlocks, inputs)
        )
      )
      unsafe tasks.append(
        EngineTask(
          kernels.winograd_products,
          arguments,
          units: blocks * parts(layout.groups.count, groups)
        )
      )
    }
  }

  /// The tile blocks with tables of their planes; equal tables are made once.
  private func tileBlocks(_ layout: WinogradLayout) -> [cp_tile_block] {
    var tables: [[WinogradLayout.Plane]: UnsafePointer<cp_plane>] = unsafe [:]
    return unsafe layout.tileBlocks.map { block in
      let planes =
        unsafe tables[block.planes]
        ?? UnsafePointer(arena.table(block.planes.map { cp_plane($0) }))
      unsafe tables[block.planes] = planes
      return unsafe cp_tile_block(
        picture: block.picture,
        pictures: block.pictures,
        rows: cp_tile_range(block.rows, start: block.rowStart),
        columns: cp_tile_range(block.columns, start: block.columnStart),
        planes: planes,
        values: block.values
      )
    }
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
    isRectified: Bool = false
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
        relu: isRectified ? 1 : 0
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
  private func map(_ buffer: BufferID) -> cp_map {
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

  private func floats(_ range: PackedRange) -> UnsafePointer<Float> {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: plan.weights.bytes[(range.offset * 4)...])
    guard let start = bytes.baseAddress else {
      preconditionFailure("packed weights are never empty")
    }
    return unsafe start.assumingMemoryBound(to: Float.self)
  }

  /// Items of one unit when `count` items are shared out.
  private func share(_ count: Int) -> Int {
    plan.threads == 1 ? count : parts(count, plan.threads * Self.unitsPerThread)
  }

  /// `count / size`, rounded up.
  private func parts(_ count: Int, _ size: Int) -> Int { (count + size - 1) / size }
}

extension cp_plane {
  fileprivate init(_ plane: WinogradLayout.Plane) {
    self.init(
      tiles: plane.tiles,
      row: plane.row,
      picture: plane.picture,
      values: plane.values,
      products: plane.products
    )
  }
}

extension cp_tile_range {
  fileprivate init(_ tiling: Tiling, start: Int) {
    self.init(
      start: start,
      large_extent: tiling.largeExtent,
      large_count: tiling.largeCount,
      small_extent: tiling.smallExtent,
      small_count: tiling.smallCount
    )
  }
}
