internal import CPlatform

/// `cp_pool`: the mean of each channel.
func pool(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_pool.self)
  let (height, width, blocks) = (task.pointee.height, task.pointee.width, task.pointee.blocks)
  let first = unit &* task.pointee.unit_planes
  let end = smaller(first &+ task.pointee.unit_planes, task.pointee.batch &* blocks)
  for plane in first..<end {
    let start = address(task.pointee.input, plane / blocks, plane % blocks, 0)
    let mean = meanOfPlane(start, pitch: task.pointee.input.row, height: height, width: width)
    store(mean, task.pointee.output + plane &* 16)
  }
}

/// The means of the blocks `first..<end` of a map that was just made, if they are wanted.
func writeMeans(
  _ means: cp_means,
  of map: cp_map,
  _ first: Int,
  _ end: Int,
  pictures: Int,
  height: Int,
  width: Int
) {
  guard let target = means.target else { return }
  for picture in 0..<pictures {
    for block in first..<end {
      let start = address(map, picture, block, 0)
      let mean = meanOfPlane(start, pitch: map.row, height: height, width: width)
      store(mean, target + (picture &* means.picture &+ block &* 16))
    }
  }
}

/// The mean of each channel of a plane, summed in a fixed order; `pitch` floats from row to row.
private func meanOfPlane(_ start: Row, pitch: Int, height: Int, width: Int) -> Lanes {
  var sum = Lanes.zero
  for row in 0..<height {
    let line = start + row &* pitch
    // A sum for each row first: shorter chains of additions lose less.
    var part = Lanes.zero
    for pixel in 0..<width { part += lanes(line + pixel &* 16) }
    sum += part
  }
  return sum * (1 / Float(height &* width))
}
