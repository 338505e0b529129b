internal import CPlatform

// Four sums for each column of a register tile: with sixteen registers there is room for one column, and
// the direct convolution is faster.
#if KERNELS_V4
  private typealias Tile = StemTile<6>
  let stemColumns = 6
  let stemKernel: cp_kernel? = stem
#else
  let stemColumns = 0
  let stemKernel: cp_kernel? = nil
#endif

#if KERNELS_V4
  /// `cp_stem`: unit = two rows of the output of a picture.
  func stem(_ arguments: UnsafeRawPointer, _ unit: Int, _ scratch: Row) {
    let task = arguments.assumingMemoryBound(to: cp_stem.self)
    let (height, width) = (task.pointee.height, task.pointee.width)
    let output = task.pointee.output
    let pairs = (height &+ 1) / 2
    let (picture, row) = (unit / pairs, unit % pairs &* 2)
    let isWhole = row &+ 1 < height
    let (spare, rows) = (scratch, scratch + Int(CP_STEM_SPARE))
    makeRows(task, picture, row, rows)

    let tiles = (width &+ stemColumns &- 1) / stemColumns
    var ahead = PictureAhead(task, picture, row, times: tiles &* task.pointee.blocks)
    for block in 0..<task.pointee.blocks {
      let start = address(output, picture, block, 0)
      let upper = start + row &* output.row
      for tile in 0..<tiles {
        // The last tile may share columns with the one before.
        let column = smaller(tile &* stemColumns, width &- stemColumns)
        let place = upper + column &* 16
        Tile.multiply(
          task,
          rows: UnsafePointer(rows + 2 &* column),
          block: block,
          upper: place,
          lower: isWhole ? place + output.row : spare
        )
        ahead.ask()
        // The output is in no cache either: a store waits for its line, unless that is on its way.
        for pixel in 0..<stemColumns {
          let next = place + (2 &* output.row &+ pixel &* 16)
          cp_prefetch_far(next)
          cp_prefetch_far(next + output.row)
        }
      }
      clearHalo(output, start, row: row, width: width, height: height)
      if isWhole { clearHalo(output, start, row: row &+ 1, width: width, height: height) }
    }
  }

  /// A register tile of two rows of outputs.
  private struct StemTile<let columns: Int> {
    /// Computes `upper` and `lower`, pixels that lie side by side, from `makeRows`' rows.
    ///
    /// With rows x of the picture and rows k of the kernel, `y[0] = k[0] x[-1] + k[1] x[0] + k[2] x[1]` and
    /// `y[1] = k[0] x[1] + k[1] x[2] + k[2] x[3]`: the odd rows are F(2,2), three products, the even rows two
    /// more (docs/Guides/Polyphase.md).
    @inline(never)
    static func multiply(
      _ task: UnsafePointer<cp_stem>,
      rows: UnsafePointer<Float>,
      block: Int,
      upper: Row,
      lower: Row
    ) {
      let (channels, pitch) = (task.pointee.channels, task.pointee.pitch)
      let bias = lanes(task.pointee.bias + block &* 16)
      var sum = InlineArray<columns, Lanes>(repeating: .zero)
      var difference = InlineArray<columns, Lanes>(repeating: .zero)
      var first = InlineArray<columns, Lanes>(repeating: bias)
      var second = InlineArray<columns, Lanes>(repeating: bias)
      var weights = task.pointee.weights + block &* channels &* (3 &* 4 &* 16)
      var row = rows
      for _ in 0..<channels {
        for _ in 0..<3 {
          add(row, lanes(weights), to: &sum)
          add(row + pitch, lanes(weights + 16), to: &difference)
          add(row + 2 &* pitch, lanes(weights + 32), to: &second)
          let middle = lanes(weights + 48)
          add(row + 3 &* pitch, middle, to: &first)
          add(row + 4 &* pitch, middle, to: &second)
          weights += 64
          row += 1
        }
        row += Int(CP_STEM_ROWS) &* pitch &- 3
      }
      let floor = task.pointee.relu != 0 ? Lanes.zero : Lanes(repeating: -.infinity)
      for column in 0..<columns {
        let (plus, minus) = (sum[column] + difference[column], sum[column] - difference[column])
        store(greater(first[column] + plus, floor), upper + column &* 16)
        store(greater(second[column] + minus, floor), lower + column &* 16)
      }
    }

    @inline(__always)
    private static func add(
      _ row: UnsafePointer<Float>,
      _ weights: Lanes,
      to sums: inout InlineArray<columns, Lanes>
    ) {
      for column in 0..<columns {
        let value = Lanes(repeating: row[2 &* column])
        sums[column].addProduct(value, weights)
      }
    }
  }
#endif
