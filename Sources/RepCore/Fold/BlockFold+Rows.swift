extension BlockFold {
  /// Values of one output channel's folded kernel: `I/g x k x k`.
  private var rowLength: Int { block.shape.foldedKernelShape[1...].reduce(1, *) }

  /// The folded kernel of output channel `output`, `I/g x k x k`, in double.
  ///
  /// The same sums as `kernel(output:input:)`, in the same order, over a whole row.
  public func row(output: Int) -> [Double] {
    var row = [Double](repeating: 0, count: rowLength)
    let taps = block.shape.kernelSize * block.shape.kernelSize
    for (branch, fold) in zip(block.branches, branches) {
      let scale = fold.scale[output]
      // A branch that is padded has one tap, which lies here in the block's window.
      let first = fold.margin * (block.shape.kernelSize + 1)
      guard let kernel = branch.kernel?.slice(output..<output + 1) else {
        // Identity and average see their own channel only, counted inside its group.
        let start = fold.ownInput(of: output) * taps
        let own = fold.isPadded ? start + first..<start + first + 1 : start..<start + taps
        for tap in own { row[tap] += scale * fold.diagonal }
        continue
      }
      if fold.isPadded {
        kernel.accumulate(times: scale, into: &row, first: first, step: taps)
      } else {
        kernel.accumulate(times: scale, into: &row, first: 0, step: 1)
      }
    }
    guard block.shape.postNorm != nil else { return row }
    return row.map { $0 * postNorm.scale[output] }
  }

  /// The folded kernel, `O x I/g x k x k`, and bias, `O`, in double, before any rounding.
  public func doubles() -> (kernel: [Double], bias: [Double]) {
    let outputs = 0..<block.shape.outputChannels
    return (outputs.flatMap { row(output: $0) }, outputs.map { bias(output: $0) })
  }

  /// The folded kernel, `O x I/g x k x k`, rounded once to float32.
  func roundedKernel(threads: Int) -> Tensor {
    let shape = block.shape.foldedKernelShape
    return Tensor(rows: shape[0], shape: shape, threads: threads) { output in
      row(output: output)
    }
  }

  /// The folded bias, `O`, rounded once to float32.
  func roundedBias() -> Tensor {
    let channels = block.shape.outputChannels
    return Tensor((0..<channels).map { Float(bias(output: $0)) }, shape: [channels])
  }

  /// The block in its deploy form: one convolution with a bias, rounded once to float32.
  ///
  /// A block that is folded already is returned as it is; folding cannot be undone.
  public func folded(threads: Int = processorCount()) -> Block {
    let shape = block.shape
    guard shape.form == .train else { return block }
    let branch = Branch(
      role: .folded,
      kernel: roundedKernel(threads: threads),
      bias: roundedBias()
    )
    return Block(shape: shape.deployed, branches: [branch], squeezeExcite: block.squeezeExcite)
  }
}

extension Tensor {
  /// Adds element `i` times `scale` to `row[first + i * step]`, in double.
  fileprivate func accumulate(times scale: Double, into row: inout [Double], first: Int, step: Int)
  {
    var sums = row.mutableSpan
    if elementType == .float64 {
      let values = doubles()
      for index in values.indices { sums[first + index * step] += values[index] * scale }
    } else {
      withFloats { values in
        for index in values.indices {
          sums[first + index * step] += Double(values[index]) * scale
        }
      }
    }
  }

  /// A float32 tensor whose outermost rows are made by `row`, on several threads.
  init(
    rows: Int,
    shape: [Int],
    threads: Int,
    row: @escaping @Sendable (Int) -> [Double]
  ) {
    let length = shape[1...].reduce(1, *)
    let storage = unsafe Storage(count: rows * length * MemoryLayout<Float>.stride) { memory in
      // Every thread writes rows of its own, so the shared address is safe to hand out.
      nonisolated(unsafe) let floats = unsafe memory.bindMemory(to: Float.self)
      concurrentLoop(rows, threads: threads) { index in
        let values = row(index)
        for column in 0..<length { unsafe floats[index * length + column] = Float(values[column]) }
      }
    }
    self.init(storage: storage, byteOffset: 0, elementType: .float32, shape: shape)
  }
}
