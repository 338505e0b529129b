internal import CPlatform

/// `cp_input`: rows of planes, with zeros around them.
func inputPlanar(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_input.self)
  let (output, height, width) = (task.pointee.output, task.pointee.height, task.pointee.width)
  let channels = task.pointee.channels
  let first = unit &* task.pointee.unit_rows
  let end = smaller(first &+ task.pointee.unit_rows, task.pointee.batch &* channels &* height)
  for line in first..<end {
    let (plane, row) = (line / height, line % height)
    let (picture, channel) = (plane / channels, plane % channels)
    let origin = address(output, picture, channel, 0)
    (origin + row &* output.row).update(from: task.pointee.source + line &* width, count: width)
    clearHalo(output, origin, row: row, width: width, height: height)
  }
}

/// `cp_input`: sixteen planes interleaved pixel by pixel; missing channels are zero.
func inputBlocked(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_input.self)
  let (output, height, width) = (task.pointee.output, task.pointee.height, task.pointee.width)
  let channels = task.pointee.channels
  let blocks = (channels &+ 15) / 16
  let first = unit &* task.pointee.unit_rows
  let end = smaller(first &+ task.pointee.unit_rows, task.pointee.batch &* blocks &* height)
  for line in first..<end {
    let (plane, row) = (line / height, line % height)
    let (picture, block) = (plane / blocks, plane % blocks)
    let origin = address(output, picture, block, 0)
    let target = origin + row &* output.row
    for lane in 0..<16 {
      let channel = block &* 16 &+ lane
      let source = ((picture &* channels &+ channel) &* height &+ row) &* width
      for pixel in 0..<width {
        target[pixel &* 16 &+ lane] = channel < channels ? task.pointee.source[source &+ pixel] : 0
      }
    }
    clearHalo(output, origin, row: row, width: width, height: height)
  }
}
