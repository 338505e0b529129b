internal import CPlatform

/// `cp_linear`: a range of output blocks for every picture.
func linear(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_linear.self)
  let first = unit &* task.pointee.unit_blocks
  let end = smaller(first &+ task.pointee.unit_blocks, task.pointee.blocks)
  for lane in first..<end {
    let weights = UnsafePointer(task.pointee.weights + lane &* task.pointee.depth &* 16)
    let bias = lanes(task.pointee.bias + lane &* 16)
    for picture in 0..<task.pointee.batch {
      let input = task.pointee.input + picture &* task.pointee.depth
      let sum = bias + product(input, weights, depth: task.pointee.depth)
      let target = task.pointee.output + (picture &* task.pointee.blocks &+ lane) &* 16
      finish(sum, task.pointee.end, target)
    }
  }
}

/// Most blocks of 16 inputs whose products are summed in one go.
private let chunkBlocks = 16

/// One block of a matrix times a vector; `depth` is a multiple of 16.
@inline(__always)
private func product(
  _ input: UnsafePointer<Float>,
  _ weights: UnsafePointer<Float>,
  depth: Int
) -> Lanes {
  var chunks = SumChunks(terms: depth / 16, length: chunkBlocks)
  var total = Lanes.zero
  var first = 0
  repeat {
    let end = first &+ chunks.next() &* 16
    total += product(input, weights, first, end)
    first = end
  } while chunks.left > 0
  return total
}

/// The inputs `first..<end` alone.
///
/// Two sums side by side, because one would wait for its own additions.
@inline(__always)
private func product(
  _ input: UnsafePointer<Float>,
  _ weights: UnsafePointer<Float>,
  _ first: Int,
  _ end: Int
) -> Lanes {
  var sums = InlineArray<2, Lanes>(repeating: .zero)
  var index = first
  while index < end {
    // The matrix comes from memory once and in order; ask for it 8 KB ahead.
    for line in 0..<2 { cp_prefetch(weights + (index &* 16 &+ 2048 &+ line &* 16)) }
    for part in 0..<2 {
      let value = Lanes(repeating: input[index &+ part])
      let factors = lanes(weights + (index &+ part) &* 16)
      #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
        sums[part].addProduct(value, factors)
      #else
        sums[part] += value * factors
      #endif
    }
    index &+= 2
  }
  return sums[0] + sums[1]
}

@inline(__always)
private func finish(_ sum: Lanes, _ end: Int, _ target: Row) {
  store(end == Int(CP_LINEAR_RELU.rawValue) ? greater(sum, .zero) : sum, target)
  guard end == Int(CP_LINEAR_SIGMOID.rawValue) else { return }
  for lane in 0..<16 { target[lane] = cp_sigmoid(target[lane]) }
}
