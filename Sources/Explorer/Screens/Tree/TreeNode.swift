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

  /// The block that all screens are about when the cursor is on the row: behind the last stage the last
  /// block; nil where the row says nothing of blocks.
  func blockPath(in document: Document) -> BlockPath? {
    switch self {
    case .pool, .linear: document.paths.last
    default: blockPath
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
