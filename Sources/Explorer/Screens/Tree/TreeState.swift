internal import RepCore

/// What siblings of the tree are ordered by.
public enum TreeOrder: String, Hashable, Sendable, CaseIterable {
  case execution
  case time
  case macs
  case parameters
}

/// The tree's cursor, folds and order.
public struct TreeState: Hashable, Sendable {
  /// The row under the cursor.
  public var cursor: TreeNode = .network
  /// Rows whose children are shown.
  public var expanded: Set<TreeNode>
  /// What siblings are ordered by.
  public var order = TreeOrder.execution

  /// All stages open and all blocks closed, if that is not too long; else only the stages.
  ///
  /// Modules of an unknown graph are open, because each holds few blocks.
  init(_ document: Document) {
    let stages = document.stored.stages.indices.map { TreeNode.stage($0) }
    expanded = Set([.network] + (document.paths.count <= 12 || document.isSeparate ? stages : []))
  }
}

extension State {
  /// The rows that are visible, from the top.
  var treeRows: [TreeNode] {
    var rows: [TreeNode] = []
    appendRows(of: .network, to: &rows)
    return rows
  }

  private func appendRows(of node: TreeNode, to rows: inout [TreeNode]) {
    rows.append(node)
    guard tree.expanded.contains(node) else { return }
    for child in sortedChildren(of: node) { appendRows(of: child, to: &rows) }
  }

  /// The rows right under `node`, in order of execution.
  func children(of node: TreeNode) -> [TreeNode] {
    let architecture = document.architecture(in: form)
    switch node {
    case .network:
      let stages = architecture.stages.indices.map { TreeNode.stage($0) }
      let rest: [TreeNode] = document.opaque.isEmpty ? [] : [.opaque]
      return stages + (document.isSeparate ? rest : [.pool, .linear])
    case .stage(let stage):
      return architecture.stages[stage].blocks.map { .block($0.path) }
    case .block(let path):
      let branches = document.shape(of: path, in: form)?.branches ?? []
      return branches.indices.map { .branch(path, $0) }
    case .opaque:
      return document.opaque.indices.map { .tensor($0) }
    case .branch, .pool, .linear, .tensor:
      return []
    }
  }

  private func sortedChildren(of node: TreeNode) -> [TreeNode] {
    let rows = children(of: node)
    guard tree.order != .execution else { return rows }
    let weights = Dictionary(
      uniqueKeysWithValues: rows.map { ($0, weight(of: $0, by: tree.order)) }
    )
    return rows.enumerated()
      .sorted { left, right in
        let (first, second) = (weights[left.element] ?? 0, weights[right.element] ?? 0)
        return first == second ? left.offset < right.offset : first > second
      }
      .map(\.element)
  }

  /// What `order` compares.
  func weight(of node: TreeNode, by order: TreeOrder) -> Double {
    switch order {
    case .execution: 0
    case .time: facts(of: node).microseconds ?? 0
    case .macs: Double(facts(of: node).macs)
    case .parameters: Double(facts(of: node).parameters)
    }
  }
}
