internal import CPlatform

/// `cp_pool`: the mean of each channel, summed in a fixed order.
func pool(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_pool.self)
  let (height, width, blocks) = (task.pointee.height, task.pointee.width, task.pointee.blocks)
  let first = unit &* task.pointee.unit_planes
  let end = smaller(first &+ task.pointee.unit_planes, task.pointee.batch &* blocks)
  let share = 1 / Float(height &* width)
  for plane in first..<end {
    var sum = Lanes.zero
    for row in 0..<height {
      let line = address(task.pointee.input, plane / blocks, plane % blocks, row)
      // A sum for each row first: shorter chains of additions lose less.
      var part = Lanes.zero
      for pixel in 0..<width { part += lanes(line + pixel &* 16) }
      sum += part
    }
    store(sum * share, task.pointee.output + plane &* 16)
  }
}
