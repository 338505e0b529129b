internal import CPlatform

/// `cp_pointwise`: `output = input * scale + shift`, a batch norm.
func scaleShift(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_pointwise.self)
  let floor = task.pointee.relu != 0 ? Lanes.zero : Lanes(repeating: -.infinity)
  forEachRow(task, unit) { from, _, to, _, block, width in
    let scale = lanes(task.pointee.scale + block &* 16)
    let shift = lanes(task.pointee.shift + block &* 16)
    for pixel in 0..<width {
      let value = lanes(from + pixel &* 16) * scale + shift
      store(greater(value, floor), to + pixel &* 16)
    }
  }
}

/// `cp_pointwise`: `output = input + other`, the sum of two branches.
func add(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_pointwise.self)
  forEachRow(task, unit) { from, other, to, _, _, width in
    for pixel in 0..<width {
      store(lanes(from + pixel &* 16) + lanes(other + pixel &* 16), to + pixel &* 16)
    }
  }
}

/// `cp_pointwise`: `output = input * scale`, with a scale for each channel of each picture.
func gate(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_pointwise.self)
  let floor = task.pointee.relu != 0 ? Lanes.zero : Lanes(repeating: -.infinity)
  forEachRow(task, unit) { from, _, to, picture, block, width in
    let scale = lanes(task.pointee.scale + (picture &* task.pointee.blocks &+ block) &* 16)
    for pixel in 0..<width {
      store(greater(lanes(from + pixel &* 16) * scale, floor), to + pixel &* 16)
    }
  }
}

/// Calls `body(input, other, output, picture, block, width)` for each row of the unit, the pointers
/// at the row's first pixel.
@inline(__always)
func forEachRow(
  _ task: UnsafePointer<cp_pointwise>,
  _ unit: Int,
  _ body: (Row, Row, Row, Int, Int, Int) -> Void
) {
  let (input, other, output) = (task.pointee.input, task.pointee.other, task.pointee.output)
  let (height, width, blocks) = (task.pointee.height, task.pointee.width, task.pointee.blocks)
  let first = unit &* task.pointee.unit_rows
  let end = smaller(first &+ task.pointee.unit_rows, task.pointee.batch &* blocks &* height)
  forEachRow(of: output, first, end, blocks: blocks, height: height, width: width) {
    picture,
    block,
    row,
    target in
    body(
      address(input, picture, block, row),
      address(other, picture, block, row),
      target,
      picture,
      block,
      width
    )
  }
}
