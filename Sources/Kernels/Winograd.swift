internal import CPlatform

/// `cp_winograd`: unit = tile block; values, products and outputs, all in the thread's own memory.
func winogradFused(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_winograd.self)
  let block = task.pointee.tile_blocks + unit
  let values = scratch + task.pointee.own_values
  makeValues(task, block, 0, task.pointee.input_blocks, values: values, scratch: scratch)
  makeOutputs(task, block, 0, task.pointee.group_count, values: values, scratch: scratch)
}

/// `cp_winograd`: unit = some input blocks of a tile block, into the shared values.
func winogradValues(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_winograd.self)
  guard let shared = task.pointee.values else { return }
  let parts = share(task.pointee.input_blocks, task.pointee.unit_input_blocks)
  let block = task.pointee.tile_blocks + unit / parts
  let first = unit % parts &* task.pointee.unit_input_blocks
  let end = smaller(first &+ task.pointee.unit_input_blocks, task.pointee.input_blocks)
  makeValues(
    task,
    block,
    first,
    end,
    values: shared + block.pointee.values,
    scratch: scratch,
    next: task.pointee.unit_weights[unit]
  )
}

/// `cp_winograd`: some groups of a tile block, from the shared values; neighbouring units share weights.
func winogradProducts(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_winograd.self)
  guard let shared = task.pointee.values else { return }
  let block = task.pointee.tile_blocks + unit % task.pointee.tile_block_count
  let first = unit / task.pointee.tile_block_count &* task.pointee.unit_groups
  let end = smaller(first &+ task.pointee.unit_groups, task.pointee.group_count)
  let values = shared + block.pointee.values
  makeOutputs(task, block, first, end, values: values, scratch: scratch)
}

/// Floats at the start of a thread's own memory for tables of addresses.
private let ownTables = Int(CP_WINOGRAD_TABLES)

@inline(__always)
private func share(_ count: Int, _ size: Int) -> Int { (count &+ size &- 1) / size }

/// Transforms input blocks `first..<end` of a tile block.
private func makeValues(
  _ task: UnsafePointer<cp_winograd>,
  _ block: UnsafePointer<cp_tile_block>,
  _ first: Int,
  _ end: Int,
  values: Row,
  scratch: Row,
  next: UnsafePointer<Float>? = nil
) {
  var transform = WinogradValues(
    task: task,
    block: block,
    strip: scratch + ownTables,
    values: values,
    tables: scratch
  )
  if let next {
    let rows = block.pointee.rows
    let calls =
      (end &- first) &* block.pointee.pictures &* (rows.large_count &+ rows.small_count)
    transform.weights = next
    transform.lines = share(task.pointee.unit_lines, calls)
  }
  switch FamilyPair(task.pointee.family) {
  case .f2: transform.make(FamilyF2.self, FamilyF2.self, first, end)
  case .f4: transform.make(FamilyF4.self, FamilyF4.self, first, end)
  case .f6: transform.make(FamilyF6.self, FamilyF6.self, first, end)
  case .p2: transform.make(FamilyP2.self, FamilyP2.self, first, end)
  case .p4: transform.make(FamilyP4.self, FamilyP4.self, first, end)
  case .f4f6: transform.make(FamilyF4.self, FamilyF6.self, first, end)
  case .p4p2: transform.make(FamilyP4.self, FamilyP2.self, first, end)
  }
}

/// Multiplies and writes the groups `first..<end` of a tile block.
private func makeOutputs(
  _ task: UnsafePointer<cp_winograd>,
  _ block: UnsafePointer<cp_tile_block>,
  _ first: Int,
  _ end: Int,
  values: Row,
  scratch: Row
) {
  let products = scratch + task.pointee.own_products
  let families = FamilyPair(task.pointee.family)
  for index in first..<end {
    let group = task.pointee.groups[index]
    multiply(task, block, group, values: values, products: products)
    let outputs = WinogradOutputs(
      task: task,
      block: block,
      group: group,
      products: products,
      tables: scratch
    )
    switch families {
    case .f2: outputs.write(FamilyF2.self, FamilyF2.self)
    case .f4: outputs.write(FamilyF4.self, FamilyF4.self)
    case .f6: outputs.write(FamilyF6.self, FamilyF6.self)
    case .p2: outputs.write(FamilyP2.self, FamilyP2.self)
    case .p4: outputs.write(FamilyP4.self, FamilyP4.self)
    case .f4f6: outputs.write(FamilyF4.self, FamilyF6.self)
    case .p4p2: outputs.write(FamilyP4.self, FamilyP2.self)
    }
    clearHalo(task, block, group)
    writeMeans(
      task.pointee.means,
      of: task.pointee.output,
      group.first_block,
      group.first_block &+ group.blocks,
      pictures: block.pointee.pictures,
      height: task.pointee.height,
      width: task.pointee.width
    )
  }
}

/// Floats that the weights asked for are ahead of those in use.
private let lead = Int(CP_WEIGHTS_AHEAD)

/// The products of one group, plane after plane, in the order in which the weights lie.
@inline(__always)
private func multiply(
  _ task: UnsafePointer<cp_winograd>,
  _ block: UnsafePointer<cp_tile_block>,
  _ group: cp_product_group,
  values: Row,
  products: Row
) {
  let planes = task.pointee.row_points &* task.pointee.column_points
  let planeWeights = task.pointee.depth &* group.blocks &* 256
  var tiles = 0
  var used = 0
  for index in 0..<planes {
    tiles &+= block.pointee.planes.tiles[index]
    used &+= block.pointee.planes.tiles[index] > 0 ? 1 : 0
  }
  let start = task.pointee.weights + group.weights
  var ahead = WeightsAhead(
    start: start,
    pace: used &* group.blocks &* 16 &* 256 / tiles,
    next: lead &* 256
  )
  var outputs = OutputsAhead(task, block, group)
  // Asked for earlier, the lines would leave the cache again.
  let quiet = planes &* 2 / 3
  let rows = share(outputs.left, planes &- quiet)
  for index in 0..<planes {
    if index >= quiet { outputs.ask(rows: rows) }
    let plane = block.pointee.planes
    let count = plane.tiles[index]
    var product = PlaneProduct(
      values: UnsafePointer(values + (plane.values[index] &+ group.input_block &* count &* 16)),
      valuePitch: count &* 16,
      weights: task.pointee.weights + (group.weights &+ index &* planeWeights),
      depth: task.pointee.depth,
      chunks: task.pointee.chunks,
      products: products + plane.products[index],
      productPitch: count &* 16,
      ahead: ahead
    )
    product.multiply(tiles: count, blocks: group.blocks)
    ahead = product.ahead
  }
}

/// Clears the halo around the rows of a tile block that begins at the left edge.
@inline(__always)
private func clearHalo(
  _ task: UnsafePointer<cp_winograd>,
  _ block: UnsafePointer<cp_tile_block>,
  _ group: cp_product_group
) {
  let (output, rows) = (task.pointee.output, block.pointee.rows)
  guard output.halo > 0, block.pointee.columns.start == 0 else { return }
  for picture in block.pointee.picture..<block.pointee.picture &+ block.pointee.pictures {
    for lane in group.first_block..<group.first_block &+ group.blocks {
      let plane = address(output, picture, lane, 0)
      for row in rows.start..<rows.start &+ rows.outputs {
        clearHalo(
          output,
          plane,
          row: row,
          width: task.pointee.width,
          height: task.pointee.height
        )
      }
    }
  }
}
