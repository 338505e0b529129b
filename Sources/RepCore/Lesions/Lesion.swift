/// What is taken out of a trained network to see what it does without: branches, which then give 0, and whole
/// blocks, which then hand on what comes in.
///
///     var lesion = Lesion()
///     lesion.toggle(Lesion.Cut(block, BranchID(.dense)))
///     try network.with(lesion)
public struct Lesion: Hashable, Sendable {
  /// A branch that is cut.
  public struct Cut: Hashable, Sendable {
    /// The block that it belongs to.
    public let block: BlockPath
    /// Which of its branches.
    public let branch: BranchID

    /// The branch `branch` of the block at `block`.
    public init(_ block: BlockPath, _ branch: BranchID) {
      (self.block, self.branch) = (block, branch)
    }
  }

  /// The branches that give 0; of a block that is skipped they do not matter.
  public private(set) var cuts: Set<Cut>
  /// The blocks that are passed by.
  public private(set) var skipped: Set<BlockPath>

  /// A lesion of branches and blocks; by default of none.
  public init(cutting cuts: Set<Cut> = [], skipping skipped: Set<BlockPath> = []) {
    (self.cuts, self.skipped) = (cuts, skipped)
  }

  /// Whether everything is still there.
  public var isEmpty: Bool { cuts.isEmpty && skipped.isEmpty }

  /// How many branches and blocks are taken out.
  public var count: Int { cuts.count + skipped.count }

  /// The branches of the block at `path` that give 0.
  public func branches(of path: BlockPath) -> Set<BranchID> {
    Set(cuts.lazy.filter { $0.block == path }.map(\.branch))
  }

  /// Cuts a branch, or puts it back.
  public mutating func toggle(_ cut: Cut) { cuts.formSymmetricDifference([cut]) }

  /// Skips a block, or puts it back.
  public mutating func toggle(_ block: BlockPath) { skipped.formSymmetricDifference([block]) }
}

extension Architecture {
  /// Every branch that can be cut, in order of execution: those of the blocks that are not folded.
  public var cuts: [Lesion.Cut] {
    blocks.filter { $0.form == .train }.flatMap { block in
      block.branches.map { Lesion.Cut(block.path, $0.id) }
    }
  }
}
