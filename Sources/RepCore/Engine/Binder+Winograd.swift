internal import CPlatform

extension Binder {
  /// Appends the tasks of a Winograd convolution: one, or two where the threads share the values.
  mutating func bind(
    _ work: ConvolutionWork,
    _ layout: WinogradLayout,
    _ values: BufferID?,
    isFresh: Bool
  ) {
    let to = plan.buffers[work.output].layout
    let family = layout.choice.family
    let blocks = layout.tileBlocks.count
    let (inputs, groups) = (share(layout.inputBlocks), share(layout.groups.count))
    let valueUnits = blocks * parts(layout.inputBlocks, inputs)
    let productUnits = blocks * parts(layout.groups.count, groups)
    let weights = unsafe floats(work.weights)
    let ahead = unsafe firstWeights(layout, weights, valueUnits, productUnits, groups)
    let arguments = unsafe arena.table([
      cp_winograd(
        input: map(work.input),
        output: map(work.output),
        weights: weights,
        bias: floats(work.bias),
        tile_blocks: UnsafePointer(arena.table(tileBlocks(layout))),
        groups: UnsafePointer(arena.table(layout.groups.map { cp_product_group($0) })),
        tile_block_count: blocks,
        group_count: layout.groups.count,
        family: family.code,
        row_points: family.rows.points,
        column_points: family.columns.points,
        input_blocks: layout.inputBlocks,
        depth: layout.depth,
        chunks: plan.accuracy.chunks(layout.depth),
        height: to.height,
        width: to.width,
        values: values.map { unsafe arena.floats(at: plan.arena.offsets[$0]) },
        unit_input_blocks: inputs,
        unit_groups: groups,
        unit_weights: UnsafePointer(arena.table(ahead)),
        unit_lines: Self.aheadLines * plan.threads / max(valueUnits, 1),
        own_values: layout.ownValues,
        own_products: layout.ownProducts,
        adds: work.addsToOutput ? 1 : 0,
        relu: work.isRectified ? 1 : 0,
        is_fresh: isFresh ? 1 : 0,
        means: means(work)
      )
    ])
    if values == nil {
      unsafe tasks.append(EngineTask(kernels.winograd_fused, arguments, units: blocks))
    } else {
      unsafe tasks.append(EngineTask(kernels.winograd_values, arguments, units: valueUnits))
      unsafe tasks.append(EngineTask(kernels.winograd_products, arguments, units: productUnits))
    }
  }

  /// Lines of weights that each thread asks for before its first product: as many as the products keep
  /// ahead of themselves.
  private static let aheadLines = Int(CP_WEIGHTS_AHEAD) / MapLayout.block

  /// For each unit of the transform a piece of the first weights that its thread will need.
  private func firstWeights(
    _ layout: WinogradLayout,
    _ weights: UnsafePointer<Float>,
    _ valueUnits: Int,
    _ productUnits: Int,
    _ unitGroups: Int
  ) -> [UnsafePointer<Float>?] {
    let shares = (0..<plan.threads).map { Share.range($0, of: plan.threads, units: valueUnits) }
    let lines = Self.aheadLines * plan.threads / max(valueUnits, 1)
    return unsafe (0..<valueUnits).map { unit in
      guard let thread = shares.firstIndex(where: { $0.contains(unit) }) else { return nil }
      let first = Share.range(thread, of: plan.threads, units: productUnits).lowerBound
      let group = first / layout.tileBlocks.count * unitGroups
      guard layout.groups.indices.contains(group) else { return nil }
      let piece = (unit - shares[thread].lowerBound) * lines * MapLayout.block
      return unsafe weights + layout.groups[group].weights + piece
    }
  }

  /// The tile blocks with tables of their planes; equal tables are made once.
  private func tileBlocks(_ layout: WinogradLayout) -> [cp_tile_block] {
    var tables: [[WinogradLayout.Plane]: cp_planes] = unsafe [:]
    return unsafe layout.tileBlocks.map { block in
      let planes = unsafe tables[block.planes] ?? table(of: block.planes)
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

  private func table(of planes: [WinogradLayout.Plane]) -> cp_planes {
    unsafe cp_planes(
      tiles: UnsafePointer(arena.table(planes.map(\.tiles))),
      row: UnsafePointer(arena.table(planes.map(\.row))),
      values: UnsafePointer(arena.table(planes.map(\.values))),
      products: UnsafePointer(arena.table(planes.map(\.products)))
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
