extension Network {
  /// The network in its deploy form: every block folded into one convolution with a bias.
  ///
  /// Memory is proportional to the result; the training form's tensors are read where they lie.
  /// `progress` is told after each block how many are done.
  public func folded(
    threads: Int = processorCount(),
    progress: (Int) -> Void = { _ in }
  ) -> Network {
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
}
