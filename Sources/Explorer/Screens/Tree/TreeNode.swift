public import RepCore

/// A row of the tree.
public enum TreeNode: Hashable, Sendable {
  case network
  case stage(Int)
  case block(BlockPath)
  case branch(BlockPath, Int)
  case pool
  case linear
  /// All tensors of the file that belong to no block.
  case opaque
  /// One of them, by its number.
  case tensor(Int)

  /// The block that the row belongs to; for a stage its first.
  var blockPath: BlockPath? {
    switch self {
    case .block(let path), .branch(let path, _): path
    case .stage(let stage): BlockPath(stage: stage, block: 0)
    case .network, .pool, .linear, .opaque, .tensor: nil
    }
  }

  /// The row that this one is folded into.
  var parent: TreeNode? {
    switch self {
    case .network: nil
    case .stage, .pool, .linear, .opaque: .network
    case .tensor: .opaque
    case .block(let path): .stage(path.stage)
    case .branch(let path, _): .block(path)
    }
  }

  /// Steps from the root.
  var depth: Int { parent.map { $0.depth + 1 } ?? 0 }
}
