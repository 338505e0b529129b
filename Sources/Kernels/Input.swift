internal import CPlatform

/// `cp_input`: rows of planes, with zeros around them.
func inputPlanar(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_input.self)
  let (output, height, width) = (task.pointee.output, task.pointee.height, task.pointee.width)
  let channels = task.pointee.channels
  let first = unit &* task.pointee.unit_rows
  let end = smaller(first &+ task.pointee.unit_rows, task.pointee.batch &* channels &* height)
  let planes = task.pointee.source_channels
  forEachRow(of: output, first, end, blocks: channels, height: height, width: width) {
    picture,
    channel,
    row,
    target in
    let source = ((picture &* planes &+ channel) &* height &+ row) &* width
    target.update(from: task.pointee.source + source, count: width)
  }
}

/// `cp_input`: sixteen planes interleaved pixel by pixel; missing channels are zero.
func inputBlocked(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_input.self)
  let (output, height, width) = (task.pointee.output, task.pointee.height, task.pointee.width)
  let (channels, planes) = (task.pointee.channels, task.pointee.source_channels)
  let blocks = (channels &+ 15) / 16
  let first = unit &* task.pointee.unit_rows
  let end = smaller(first &+ task.pointee.unit_rows, task.pointee.batch &* blocks &* height)
  forEachRow(of: output, first, end, blocks: blocks, height: height, width: width) {
    picture,
    block,
    row,
    target in
    for lane in 0..<16 {
      let channel = block &* 16 &+ lane
      let source = ((picture &* planes &+ channel) &* height &+ row) &* width
      for pixel in 0..<width {
        target[pixel &* 16 &+ lane] = channel < channels ? task.pointee.source[source &+ pixel] : 0
      }
    }
  }
}
