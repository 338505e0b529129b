internal import RepCore

// The rows of the tree: what is under what, in which order, and what of it is in sight.

extension TreeScreen {
  /// The rows that are visible, from the top.
  func rows(_ shared: Shared) -> [TreeNode] {
    var rows: [TreeNode] = []
    append(.network, to: &rows, shared)
    return rows
  }

  private func append(_ node: TreeNode, to rows: inout [TreeNode], _ shared: Shared) {
    rows.append(node)
    guard expanded.contains(node) else { return }
    for child in shared.sortedChildren(of: node) { append(child, to: &rows, shared) }
  }
}

extension Shared {
  /// Every row there is, folded away or not, in order of execution.
  var allRows: [TreeNode] {
    var rows: [TreeNode] = []
    func append(_ node: TreeNode) {
      rows.append(node)
      for child in children(of: node) { append(child) }
    }
    append(.network)
    return rows
  }

  /// The rows right under `node`, in order of execution.
  func children(of node: TreeNode) -> [TreeNode] {
    switch node {
    case .network:
      let rest: [TreeNode] = document.opaque.isEmpty ? [] : [.opaque]
      return document.groups + (document.isSeparate ? rest : [.pool, .linear])
    case .stage(let stage):
      guard document.stored.stages.indices.contains(stage) else { return [] }
      return document.stored.stages[stage].blocks.map { .block($0.path) }
    case .module(let index):
      guard document.modules.modules.indices.contains(index) else { return [] }
      return document.modules.modules[index].children.map(TreeNode.init)
    case .block(let path):
      let branches = document.shape(of: path, in: form)?.branches ?? []
      return branches.indices.map { .branch(path, $0) }
    case .opaque:
      return document.opaque.indices.map { .tensor($0) }
    case .branch, .pool, .linear, .tensor:
      return []
    }
  }

  fileprivate func sortedChildren(of node: TreeNode) -> [TreeNode] {
    let rows = children(of: node)
    return order == .execution ? rows : rows.heaviestFirst { weight(of: $0, by: order) }
  }

  /// What `order` compares.
  func weight(of node: TreeNode, by order: RowOrder) -> Double {
    switch order {
    case .execution: 0
    case .time: facts(of: node).microseconds ?? 0
    case .macs: Double(facts(of: node).macs)
    case .parameters: Double(facts(of: node).parameters)
    }
  }
}
