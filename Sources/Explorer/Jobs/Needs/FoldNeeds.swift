internal import RepCore

/// The check of a block's fold.
struct CheckNeed: Need {
  /// Which block.
  let path: BlockPath

  /// The check of the block at `path`.
  init(_ path: BlockPath) { self.path = path }

  func find(in document: Document, _ context: JobContext) -> BlockCheck? {
    document.network.block(at: path).map { BlockCheck($0) }
  }
}

/// What each branch of a block has of its folded kernel.
struct SharesNeed: Need {
  /// Which block.
  let path: BlockPath

  /// The shares in the block at `path`.
  init(_ path: BlockPath) { self.path = path }

  func find(in document: Document, _ context: JobContext) -> KernelShares? {
    document.network.block(at: path).map { KernelShares(BlockFold($0)) }
  }
}

/// What is wrong with the classifier's weights; nothing where they are sound.
struct HeadNeed: Need {
  func find(in document: Document, _ context: JobContext) -> [WeightFault]? {
    document.network.headFaults
  }
}

extension Answers {
  /// The check of a block, as soon as it is done.
  func check(of path: BlockPath) -> BlockCheck? { self[CheckNeed(path)] }

  /// What is wrong with the classifier's weights, as soon as they were looked at.
  var headFaults: [WeightFault] { self[HeadNeed()] ?? [] }

  /// The checks that are done.
  var checks: [BlockCheck] { all(CheckNeed.self) }
}
