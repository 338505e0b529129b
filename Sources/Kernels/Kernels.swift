// Every kernel of the engine, compiled once for each instruction set (see Package.swift).
//
// One file, so that debug builds optimise across it. Only pointers, integers, SIMD vectors and
// InlineArray: generic code of the standard library would be emitted into the AVX-512 module as weak
// symbols, and the linker might then keep that copy for everybody. No allocation, no state.
//
// A blocked map is `N x C/16 x H x W x 16`; one `Lanes` is one pixel of one block. Nothing depends on
// how work is split into units, so results are the same bits for every number of threads.

public import CPlatform

/// One pixel of one channel block, or one input channel's weights for 16 output channels.
private typealias Lanes = SIMD16<Float>

private typealias Row = UnsafeMutablePointer<Float>

/// Floats of one pixel of one block.
private let block = Int(CP_BLOCK)

// MARK: - The table

/// The kernels of the instruction set that this module was compiled for.
///
/// The pointers may be called only on a CPU that has the set.
@inline(never)
public func kernelSet() -> cp_kernel_set {
  cp_kernel_set(
    tile_pixels: tilePixels,
    tile_blocks: tileBlocks,
    convolve: convolve,
    scale_shift: scaleShift,
    add: add,
    rectify: rectify,
    gate: gate,
    pool: pool,
    linear: linear,
    input_planar: inputPlanar,
    input_blocked: inputBlocked
  )
}

// MARK: - The register tile

// Pixels and channel blocks of the largest tile: as many accumulators as the registers hold.
#if KERNELS_V4
  private let tilePixels = 8
  private let tileBlocks = 3
#elseif KERNELS_V3 || arch(arm64)
  private let tilePixels = 6
  private let tileBlocks = 1
#else
  private let tilePixels = 2
  private let tileBlocks = 1
#endif

/// Sums for `pixels` pixels of `blocks` channel blocks, held in registers from the first product to
/// the last.
///
/// - Parameters:
///   - sums: Begun with the bias.
///   - inputs: For each pixel, where its window's channels are counted from.
///   - weights: `runs x run x 16` for the first block.
///   - pitch: Floats from one block's weights to the next block's.
///   - starts: Where each run starts, counted from a pixel's pointer.
///   - runs: Stretches of input values that lie side by side.
///   - run: Values of one stretch.
@inline(__always)
private func accumulate<let pixels: Int, let blocks: Int>(
  _ sums: inout InlineArray<pixels, InlineArray<blocks, Lanes>>,
  inputs: InlineArray<pixels, UnsafePointer<Float>>,
  weights: UnsafePointer<Float>,
  pitch: Int,
  starts: UnsafePointer<Int>,
  runs: Int,
  run: Int
) {
  var weight = weights
  for index in 0..<runs {
    var offset = starts[index]
    let end = offset &+ run
    while offset < end {
      for lane in 0..<blocks {
        let factors = UnsafeRawPointer(weight + lane &* pitch).load(as: Lanes.self)
        for pixel in 0..<pixels {
          let value = Lanes(repeating: inputs[pixel][offset])
          // The product is written out here, not in a helper: with sixteen registers a helper makes
          // the compiler spill. Without an FMA instruction addProduct would call fmaf for each lane.
          #if KERNELS_V3 || KERNELS_V4 || arch(arm64)
            sums[pixel][lane].addProduct(value, factors)
          #else
            sums[pixel][lane] += value * factors
          #endif
        }
      }
      weight += 16
      offset &+= 1
    }
  }
}

// MARK: - Convolution

/// `cp_convolution`: a range of pixels of a range of output blocks.
private func convolve(_ arguments: UnsafeRawPointer, _ unit: Int) {
  let task = arguments.assumingMemoryBound(to: cp_convolution.self)
  let pixels = task.pointee.batch &* task.pointee.height &* task.pointee.width
  let chunks = (pixels &+ task.pointee.unit_pixels &- 1) / task.pointee.unit_pixels
  let groups = (task.pointee.blocks &+ task.pointee.unit_blocks &- 1) / task.pointee.unit_blocks
  let isPixelsFirst = task.pointee.pixels_first != 0
  let chunk = isPixelsFirst ? unit % chunks : unit / groups
  let group = isPixelsFirst ? unit / chunks : unit % groups
  let first = chunk &* task.pointee.unit_pixels
  let last = smaller(first &+ task.pointee.unit_pixels, pixels)
  var lane = group &* task.pointee.unit_blocks
  let end = smaller(lane &+ task.pointee.unit_blocks, task.pointee.blocks)
  clearHalo(task, lane, end, first, last)
  while lane < end {
    // A tile's blocks must see the same input channels, which in a grouped convolution they may not.
    let start = task.pointee.input_starts[lane]
    var alike = 1
    while lane &+ alike < end, task.pointee.input_starts[lane &+ alike] == start { alike &+= 1 }
    lane &+= tiles(task, lane, alike, first, last)
  }
}

/// Runs tiles of as many of `alike` equal blocks as fit, and tells how many these were.
@inline(__always)
private func tiles(
  _ task: UnsafePointer<cp_convolution>,
  _ lane: Int,
  _ alike: Int,
  _ first: Int,
  _ last: Int
) -> Int {
  #if KERNELS_V4
    // Four blocks are better done as two and two than as three and one.
    if alike == 3 || alike > 4 {
      tiles8x3(task, lane, first, last)
      return 3
    }
    if alike >= 2 {
      tiles8x2(task, lane, first, last)
      return 2
    }
    tiles8x1(task, lane, first, last)
  #elseif KERNELS_V3 || arch(arm64)
    tiles6x1(task, lane, first, last)
  #else
    tiles2x1(task, lane, first, last)
  #endif
  return 1
}

// The tiles by name, so that a disassembly can be checked against what each should hold.
#if KERNELS_V4
  @inline(never)
  private func tiles8x3(_ task: UnsafePointer<cp_convolution>, _ lane: Int, _ a: Int, _ b: Int) {
    var sums = InlineArray<8, InlineArray<3, Lanes>>(repeating: .init(repeating: .zero))
    walk(&sums, task, lane, a, b)
  }

  @inline(never)
  private func tiles8x2(_ task: UnsafePointer<cp_convolution>, _ lane: Int, _ a: Int, _ b: Int) {
    var sums = InlineArray<8, InlineArray<2, Lanes>>(repeating: .init(repeating: .zero))
    walk(&sums, task, lane, a, b)
  }

  @inline(never)
  private func tiles8x1(_ task: UnsafePointer<cp_convolution>, _ lane: Int, _ a: Int, _ b: Int) {
    var sums = InlineArray<8, InlineArray<1, Lanes>>(repeating: .init(repeating: .zero))
    walk(&sums, task, lane, a, b)
  }
#elseif KERNELS_V3 || arch(arm64)
  @inline(never)
  private func tiles6x1(_ task: UnsafePointer<cp_convolution>, _ lane: Int, _ a: Int, _ b: Int) {
    var sums = InlineArray<6, InlineArray<1, Lanes>>(repeating: .init(repeating: .zero))
    walk(&sums, task, lane, a, b)
  }
#else
  @inline(never)
  private func tiles2x1(_ task: UnsafePointer<cp_convolution>, _ lane: Int, _ a: Int, _ b: Int) {
    var sums = InlineArray<2, InlineArray<1, Lanes>>(repeating: .init(repeating: .zero))
    walk(&sums, task, lane, a, b)
  }
#endif

/// Computes pixels `first..<last` of `blocks` output blocks from `lane` on, tile by tile.
///
/// A tile may hold any pixels, so it runs on across rows and pictures. The last tile repeats its last
/// pixel, which is computed twice and stored twice: cheaper than a second kind of tile.
@inline(__always)
private func walk<let pixels: Int, let blocks: Int>(
  _ sums: inout InlineArray<pixels, InlineArray<blocks, Lanes>>,
  _ task: UnsafePointer<cp_convolution>,
  _ lane: Int,
  _ first: Int,
  _ last: Int
) {
  let (input, output) = (task.pointee.input, task.pointee.output)
  let (width, height) = (task.pointee.width, task.pointee.height)
  let (runs, run) = (task.pointee.runs, task.pointee.run)
  let pitch = runs &* run &* 16
  let source = UnsafePointer(input.origin + task.pointee.input_starts[lane])
  let target: Row = output.origin + lane &* output.block
  let right = task.pointee.stride &* input.pixel
  let down = task.pointee.stride &* input.row
  let floor = task.pointee.relu != 0 ? Lanes.zero : Lanes(repeating: -.infinity)

  var column = first % width
  var row = first / width % height
  var picture = first / width / height
  var inputs = InlineArray<pixels, UnsafePointer<Float>>(repeating: source)
  var outputs = InlineArray<pixels, Row>(repeating: target)
  var position = first
  while position < last {
    for pixel in 0..<pixels {
      inputs[pixel] = source + (picture &* input.picture &+ row &* down &+ column &* right)
      outputs[pixel] = target + (picture &* output.picture &+ row &* output.row &+ column &* 16)
      if position &+ 1 < last {
        position &+= 1
        column &+= 1
        if column == width {
          column = 0
          row &+= 1
          if row == height {
            row = 0
            picture &+= 1
          }
        }
      } else {
        position = last
      }
    }
    for block in 0..<blocks {
      let bias = lanes(task.pointee.bias + (lane &+ block) &* 16)
      for pixel in 0..<pixels { sums[pixel][block] = bias }
    }
    accumulate(
      &sums,
      inputs: inputs,
      weights: task.pointee.weights + lane &* pitch,
      pitch: pitch,
      starts: task.pointee.run_starts,
      runs: runs,
      run: run
    )
    for pixel in 0..<pixels {
      for block in 0..<blocks {
        store(greater(sums[pixel][block], floor), outputs[pixel] + block &* output.block)
      }
    }
  }
}

/// Clears the halo around the rows that start in the pixels `first..<last`, in blocks `lane..<end`.
@inline(__always)
private func clearHalo(
  _ task: UnsafePointer<cp_convolution>,
  _ lane: Int,
  _ end: Int,
  _ first: Int,
  _ last: Int
) {
  let (output, width, height) = (task.pointee.output, task.pointee.width, task.pointee.height)
  guard output.halo > 0 else { return }
  for block in lane..<end {
    for line in (first &+ width &- 1) / width..<(last &+ width &- 1) / width {
      let plane = address(output, line / height, block, 0)
      clearHalo(output, plane, row: line % height, width: width, height: height)
    }
  }
}

// MARK: - Operations that treat every pixel alike

/// `cp_pointwise`: `output = input * scale + shift`, a batch norm.
private func scaleShift(_ arguments: UnsafeRawPointer, _ unit: Int) {
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
private func add(_ arguments: UnsafeRawPointer, _ unit: Int) {
  let task = arguments.assumingMemoryBound(to: cp_pointwise.self)
  forEachRow(task, unit) { from, other, to, _, _, width in
    for pixel in 0..<width {
      store(lanes(from + pixel &* 16) + lanes(other + pixel &* 16), to + pixel &* 16)
    }
  }
}

/// `cp_pointwise`: `output = max(input, 0)`.
private func rectify(_ arguments: UnsafeRawPointer, _ unit: Int) {
  let task = arguments.assumingMemoryBound(to: cp_pointwise.self)
  forEachRow(task, unit) { from, _, to, _, _, width in
    for pixel in 0..<width {
      store(greater(lanes(from + pixel &* 16), .zero), to + pixel &* 16)
    }
  }
}

/// `cp_pointwise`: `output = input * scale`, with a scale for each channel of each picture.
private func gate(_ arguments: UnsafeRawPointer, _ unit: Int) {
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
/// at the row's first pixel, and clears the halo around the row that was written.
@inline(__always)
private func forEachRow(
  _ task: UnsafePointer<cp_pointwise>,
  _ unit: Int,
  _ body: (Row, Row, Row, Int, Int, Int) -> Void
) {
  let (input, other, output) = (task.pointee.input, task.pointee.other, task.pointee.output)
  let (height, width, blocks) = (task.pointee.height, task.pointee.width, task.pointee.blocks)
  let rows = task.pointee.batch &* blocks &* height
  let first = unit &* task.pointee.unit_rows
  for line in first..<smaller(first &+ task.pointee.unit_rows, rows) {
    let row = line % height
    let block = line / height % blocks
    let picture = line / height / blocks
    let plane = address(output, picture, block, 0)
    body(
      address(input, picture, block, row),
      address(other, picture, block, row),
      plane + row &* output.row,
      picture,
      block,
      width
    )
    clearHalo(output, plane, row: row, width: width, height: height)
  }
}

/// `cp_pool`: the mean of each channel, summed in a fixed order.
private func pool(_ arguments: UnsafeRawPointer, _ unit: Int) {
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

// MARK: - Linear

/// `cp_linear`: a range of output blocks for every picture.
private func linear(_ arguments: UnsafeRawPointer, _ unit: Int) {
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

/// One block of a matrix times a vector; `depth` is a multiple of 16.
///
/// Two sums side by side, because one would wait for its own additions.
@inline(__always)
private func product(
  _ input: UnsafePointer<Float>,
  _ weights: UnsafePointer<Float>,
  depth: Int
) -> Lanes {
  var sums = InlineArray<2, Lanes>(repeating: .zero)
  var index = 0
  while index < depth {
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

// MARK: - Input

/// `cp_input`: rows of planes, with zeros around them.
private func inputPlanar(_ arguments: UnsafeRawPointer, _ unit: Int) {
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
private func inputBlocked(_ arguments: UnsafeRawPointer, _ unit: Int) {
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

// MARK: - Small parts

/// Clears what lies left and right of one row of a plane, and above the first and below the last.
@inline(__always)
private func clearHalo(_ map: cp_map, _ plane: Row, row: Int, width: Int, height: Int) {
  let side = map.halo &* map.pixel
  guard side > 0 else { return }
  let line = plane + row &* map.row
  clear(line - side, side)
  clear(line + width &* map.pixel, side)
  let full = width &* map.pixel &+ 2 &* side
  if row == 0 {
    for above in 1...map.halo { clear(line - side - above &* map.row, full) }
  }
  if row == height &- 1 {
    for below in 1...map.halo { clear(line - side + below &* map.row, full) }
  }
}

@inline(__always)
private func clear(_ start: Row, _ count: Int) {
  for index in 0..<count { start[index] = 0 }
}

@inline(__always)
private func address(_ map: cp_map, _ picture: Int, _ block: Int, _ row: Int) -> Row {
  map.origin + (picture &* map.picture &+ block &* map.block &+ row &* map.row)
}

@inline(__always)
private func lanes(_ pointer: UnsafePointer<Float>) -> Lanes {
  UnsafeRawPointer(pointer).load(as: Lanes.self)
}

@inline(__always)
private func lanes(_ pointer: Row) -> Lanes { lanes(UnsafePointer(pointer)) }

@inline(__always)
private func store(_ value: Lanes, _ pointer: Row) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: Lanes.self)
}

@inline(__always)
private func greater(_ left: Lanes, _ right: Lanes) -> Lanes {
  left.replacing(with: right, where: left .< right)
}

@inline(__always)
private func smaller(_ left: Int, _ right: Int) -> Int { left < right ? left : right }
