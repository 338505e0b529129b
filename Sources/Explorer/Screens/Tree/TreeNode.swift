public import RepCore

/// A row of the tree.
public enum TreeNode: Hashable, Sendable {
  case network
  case stage(Int)
  /// A module of an unknown graph, by its number.
  case module(Int)
  case block(BlockPath)
  case branch(BlockPath, Int)
  case pool
  case linear
  /// All tensors of the file that belong to no block.
  case opaque
  /// One of them, by its number.
  case tensor(Int)
}

// MARK: - What belongs to what

extension Document {
  /// The block that a row belongs to; for a stage or a module its first.
  func blockPath(of node: TreeNode) -> BlockPath? {
    switch node {
    case .block(let path), .branch(let path, _): path
    case .stage(let stage): BlockPath(stage: stage, block: 0)
    case .module(let index): modules.modules[index].blocks.first
    case .network, .pool, .linear, .opaque, .tensor: nil
    }
  }

  /// The block that all screens are about when the cursor is on a row: behind the last stage the last
  /// block; nil where the row says nothing of blocks.
  func selection(at node: TreeNode) -> BlockPath? {
    switch node {
    case .pool, .linear: paths.last
    default: blockPath(of: node)
    }
  }

  /// The blocks that a row adds up; none for what is no block.
  func blocks(under node: TreeNode) -> [BlockPath] {
    switch node {
    case .network: paths
    case .stage(let stage): stored.stages[stage].blocks.map(\.path)
    case .module(let index): modules.modules[index].blocks
    case .block(let path): [path]
    case .branch, .pool, .linear, .opaque, .tensor: []
    }
  }

  /// The row that a row is folded into.
  func parent(of node: TreeNode) -> TreeNode? {
    switch node {
    case .network: nil
    case .stage, .pool, .linear, .opaque: .network
    case .tensor: .opaque
    case .module(let index): modules.modules[index].parent.map { .module($0) } ?? .network
    case .block(let path) where isSeparate: modules.module(of: path).map { .module($0) } ?? .network
    case .block(let path): isLone(path.stage) ? .network : .stage(path.stage)
    case .branch(let path, _): .block(path)
    }
  }

  /// Steps from the root.
  func depth(of node: TreeNode) -> Int { parent(of: node).map { depth(of: $0) + 1 } ?? 0 }

  /// Whether a stage is its only block, which is called like it: `stage0` of the official code.
  private func isLone(_ stage: Int) -> Bool { stage == 0 && stored.stages[0].blocks.count == 1 }

  /// The rows that hold blocks, as far as they are groups.
  var openGroups: [TreeNode] {
    isSeparate
      ? modules.modules.indices.map { .module($0) } : stored.stages.indices.map { .stage($0) }
  }

  /// The rows that hold blocks and stand right under the network.
  var groups: [TreeNode] {
    guard !isSeparate else { return modules.roots.map(TreeNode.init) }
    return stored.stages.indices.map { stage in
      isLone(stage) ? .block(stored.stages[stage].blocks[0].path) : .stage(stage)
    }
  }
}

extension TreeNode {
  /// What stands in a module, as a row.
  init(_ child: ModuleTree.Child) {
    switch child {
    case .module(let index): self = .module(index)
    case .block(let path): self = .block(path)
    }
  }
}
