internal import CPlatform

// Pixels and channel blocks of the largest tile: as many accumulators as the registers hold.
#if KERNELS_V4
  let tilePixels = 8
  let tileBlocks = 3
#elseif KERNELS_V3 || arch(arm64)
  let tilePixels = 6
  let tileBlocks = 1
#else
  let tilePixels = 2
  let tileBlocks = 1
#endif

/// Most runs whose products one chain of additions holds.
private let chunkRuns = 18

/// Sums for `pixels` pixels of `blocks` channel blocks, held in registers from the first product of a
/// chunk to the last.
///
/// - Parameters:
///   - sums: Begun with the bias, or with zeros.
///   - inputs: For each pixel, where its window's channels are counted from.
///   - weights: `runs x run x 16` for the first block, from the chunk's first run on.
///   - pitch: Floats from one block's weights to the next block's.
///   - starts: Where each run starts, counted from a pixel's pointer.
///   - runs: Stretches of input values that lie side by side, as many as the chunk has.
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

/// `cp_convolution`: a range of pixels of a range of output blocks.
func convolve(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
  let task = arguments.assumingMemoryBound(to: cp_convolution.self)
  let pixels = task.pointee.batch &* task.pointee.height &* task.pointee.width
  let chunks = (pixels &+ task.pointee.unit_pixels &- 1) / task.pointee.unit_pixels
  let groups = (task.pointee.blocks &+ task.pointee.unit_blocks &- 1) / task.pointee.unit_blocks
  let isPixelsFirst = task.pointee.pixels_first != 0
  let chunk = isPixelsFirst ? unit % chunks : unit / groups
  let group = isPixelsFirst ? unit / chunks : unit % groups
  let first = chunk &* task.pointee.unit_pixels
  let last = smaller(first &+ task.pointee.unit_pixels, pixels)
  let start = group &* task.pointee.unit_blocks
  let end = smaller(start &+ task.pointee.unit_blocks, task.pointee.blocks)
  clearHalo(task, start, end, first, last)
  var lane = start
  while lane < end {
    // A tile's blocks must see the same input channels, which in a grouped convolution they may not.
    let input = task.pointee.input_starts[lane]
    var alike = 1
    while lane &+ alike < end, task.pointee.input_starts[lane &+ alike] == input { alike &+= 1 }
    lane &+= tiles(task, lane, alike, first, last)
  }
  writeMeans(
    task.pointee.means,
    of: task.pointee.output,
    start,
    end,
    pictures: task.pointee.batch,
    height: task.pointee.height,
    width: task.pointee.width
  )
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
/// pixel, which is computed twice and stored twice: cheaper than a second kind of tile. The output holds
/// the sum between one chunk of runs and the next.
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
  let adds = task.pointee.adds != 0
  let whole = SumChunks(terms: runs, length: chunkRuns)

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
    var chunks = whole
    var done = 0
    repeat {
      for block in 0..<blocks {
        let bias = done == 0 ? lanes(task.pointee.bias + (lane &+ block) &* 16) : .zero
        for pixel in 0..<pixels { sums[pixel][block] = bias }
      }
      let count = chunks.next()
      accumulate(
        &sums,
        inputs: inputs,
        weights: task.pointee.weights + (lane &* pitch &+ done &* run &* 16),
        pitch: pitch,
        starts: task.pointee.run_starts + done,
        runs: count,
        run: run
      )
      if adds || done > 0 {
        // All are read before any is written, because the last pixel may be there several times.
        for pixel in 0..<pixels {
          for block in 0..<blocks {
            sums[pixel][block] += lanes(outputs[pixel] + block &* output.block)
          }
        }
      }
      done &+= count
      let lowest = chunks.left > 0 ? Lanes(repeating: -.infinity) : floor
      for pixel in 0..<pixels {
        for block in 0..<blocks {
          store(greater(sums[pixel][block], lowest), outputs[pixel] + block &* output.block)
        }
      }
    } while chunks.left > 0
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
