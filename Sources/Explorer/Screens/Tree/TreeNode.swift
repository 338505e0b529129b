public import RepCore

/// A row of the tree.
public enum TreeNode: Hashable, Sendable {
  case network
  case stage(Int)
  case block(BlockPath)
  case branch(BlockPath, Int)
  case pool
  case linear

  /// The block that the row belongs to; for a stage its first.
  var blockPath: BlockPath? {
    switch self {
    case .block(let path), .branch(let path, _): path
    case .stage(let stage): BlockPath(stage: stage, block: 0)
    case .network, .pool, .linear: nil
    }
  }

  /// The row that this one is folded into.
  var parent: TreeNode? {
    switch self {
    case .network: nil
    case .stage, .pool, .linear: .network
    case .block(let path): .stage(path.stage)
    case .branch(let path, _): .block(path)
    }
  }

  /// Steps from the root.
  var depth: Int { parent.map { $0.depth + 1 } ?? 0 }
}
