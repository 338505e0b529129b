extension Network {
  /// The network in its deploy form: every block folded into one convolution with a bias.
  ///
  /// Memory is proportional to the result; the training form's tensors are read where they lie.
  /// `progress` is told after each block how many are done.
  ///
  /// - Throws: `MemoryError` when there is none for the folded kernels.
  public func folded(
    threads: Int = processorCount(),
    progress: (Int) -> Void = { _ in }
  ) throws(MemoryError) -> Network {
    try Memory.require(foldedBytes, for: .foldedKernels)
    var done = 0
    return replacingBlocks(
      stages.map { stage in
        stage.map { block in
          defer {
            done += 1
            progress(done)
          }
          return BlockFold(block).folded(threads: threads)
        }
      }
    )
  }

  /// Bytes of the kernels and biases that folding makes.
  private var foldedBytes: Int {
    let folded = blocks.lazy.map(\.shape).filter { $0.form == .train }
    return folded.reduce(0) { (bytes: Int, shape: BlockShape) -> Int in
      let values = shape.foldedKernelShape.reduce(1, *) + shape.outputChannels
      return Memory.sum(bytes, values * MemoryLayout<Float>.stride)
    }
  }
}
