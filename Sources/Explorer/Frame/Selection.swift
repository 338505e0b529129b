import RepCore

/// What every screen is about: a block, one of its branches, one pair of channels.
struct Selection: Hashable, Sendable {
  /// The block.
  var block: BlockPath
  /// The branch, kept by its name while the deploy form has none; nil for the first.
  var branch: BranchID?
  /// Output channel.
  var output = 0
  /// Input channel, counted inside the output channel's group.
  var input = 0

  /// The first branch and channels of `block`.
  init(_ block: BlockPath) { self.block = block }
}
