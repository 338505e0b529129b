internal import CPlatform

// Pixels of the largest tile: as many sums as the registers hold, and no more than nine, as in Winograd's
// products.
#if KERNELS_V4
  private let mostPixels = 9
#elseif KERNELS_V3 || arch(arm64)
  private let mostPixels = 6
#else
  private let mostPixels = 2
#endif

/// `cp_depthwise`: rows of planes, each channel by its own kernel.
func depthwise(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_depthwise.self)
  let (height, width, blocks) = (task.pointee.height, task.pointee.width, task.pointee.blocks)
  let first = unit &* task.pointee.unit_rows
  let end = smaller(first &+ task.pointee.unit_rows, task.pointee.batch &* blocks &* height)
  forEachRow(of: task.pointee.output, first, end, blocks: blocks, height: height, width: width) {
    picture,
    block,
    row,
    target in
    let source = address(task.pointee.input, picture, block, row &* task.pointee.stride)
    let line = DepthwiseRow(task: task, block: block, source: source, target: target)
    line.write(width)
  }
}

/// One row of outputs of one channel block.
private struct DepthwiseRow {
  let task: UnsafePointer<cp_depthwise>
  let block: Int
  /// The input pixel under the centre of the first window.
  let source: Row
  let target: Row

  /// Writes `width` pixels in register tiles of nearly equal size.
  @inline(__always)
  func write(_ width: Int) {
    var first = 0
    var part = (width &+ mostPixels &- 1) / mostPixels
    while part > 0 {
      let count = (width &- first &+ part &- 1) / part
      write(first, count)
      first &+= count
      part &-= 1
    }
  }

  @inline(__always)
  private func write(_ first: Int, _ count: Int) {
    switch count {
    #if KERNELS_V4
      case 9: DepthwiseTile<9>.write(self, first)
      case 8: DepthwiseTile<8>.write(self, first)
      case 7: DepthwiseTile<7>.write(self, first)
    #endif
    #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
      case 6: DepthwiseTile<6>.write(self, first)
      case 5: DepthwiseTile<5>.write(self, first)
      case 4: DepthwiseTile<4>.write(self, first)
      case 3: DepthwiseTile<3>.write(self, first)
    #endif
    case 2: DepthwiseTile<2>.write(self, first)
    default: DepthwiseTile<1>.write(self, first)
    }
  }
}

/// A register tile: some neighbouring pixels of one channel block.
private struct DepthwiseTile<let pixels: Int> {
  @inline(never)
  static func write(_ row: DepthwiseRow, _ first: Int) {
    let task = row.task
    let pitch = task.pointee.stride &* 16
    let source = UnsafePointer(row.source) + first &* pitch
    var weights = task.pointee.weights + row.block &* task.pointee.taps &* 16
    let bias = lanes(task.pointee.bias + row.block &* 16)
    var sums = InlineArray<pixels, Lanes>(repeating: .zero)
    for pixel in 0..<pixels { sums[pixel] = bias }
    for tap in 0..<task.pointee.taps {
      let from = source + task.pointee.tap_starts[tap]
      let factors = lanes(weights)
      for pixel in 0..<pixels {
        sums[pixel] = plus(sums[pixel], lanes(from + pixel &* pitch), factors)
      }
      weights += 16
    }
    let target = row.target + first &* 16
    let floor = task.pointee.relu != 0 ? Lanes.zero : Lanes(repeating: -.infinity)
    if task.pointee.adds != 0 {
      for pixel in 0..<pixels { sums[pixel] += lanes(target + pixel &* 16) }
    }
    for pixel in 0..<pixels { store(greater(sums[pixel], floor), target + pixel &* 16) }
  }
}
