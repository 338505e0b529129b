internal import RepCore

// The tree's cursor, folds, order and search.

extension State {
  mutating func moveInTree(_ direction: Direction, _ count: Int) {
    switch direction {
    case .up, .down:
      let rows = treeRows
      let index = rows.firstIndex(of: tree.cursor) ?? 0
      let target = index + (direction == .down ? count : -count)
      setCursor(rows[min(max(target, 0), rows.count - 1)])
    case .left:
      if tree.expanded.contains(tree.cursor) && tree.cursor != .network {
        tree.expanded.remove(tree.cursor)
      } else if let parent = tree.cursor.parent {
        setCursor(parent)
      }
    case .right:
      if !children(of: tree.cursor).isEmpty && !tree.expanded.contains(tree.cursor) {
        tree.expanded.insert(tree.cursor)
      } else if let child = children(of: tree.cursor).first {
        setCursor(child)
      }
    }
  }

  private mutating func setCursor(_ node: TreeNode) {
    tree.cursor = node
    if let path = node.blockPath { selection = path }
  }

  mutating func toggleFold(_ node: TreeNode) {
    if tree.expanded.remove(node) == nil { tree.expanded.insert(node) }
  }

  mutating func unfold(everything: Bool) {
    let stages = document.stored.stages.indices.map { TreeNode.stage($0) }
    let blocks = document.paths.map { TreeNode.block($0) }
    tree.expanded = Set([.network] + (everything ? stages + blocks : []))
    while !treeRows.contains(tree.cursor), let parent = tree.cursor.parent { tree.cursor = parent }
  }

  mutating func sort(by order: TreeOrder?) {
    let chosen = order ?? tree.order.next
    tree.order = chosen
    live.order = chosen
    notice = "sorted by \(chosen.rawValue)"
    if chosen == .time && live.timing(of: form) == nil {
      notice = "no times yet; p runs the engine"
    }
  }

  /// Puts the cursor on `node` and unfolds what hides it, unless the cursor is about it already.
  mutating func reveal(_ node: TreeNode, only condition: Bool = true) {
    guard condition else { return }
    tree.cursor = node
    var above = node.parent
    while let next = above {
      tree.expanded.insert(next)
      above = next.parent
    }
  }

  /// Moves to the next row whose name holds the searched text, wrapping around at the end.
  mutating func find(step: Int, includingCursor: Bool = false) {
    guard let text = search?.lowercased(), !text.isEmpty else {
      refuse("nothing to find yet; / starts a search")
      return
    }
    let rows = allRows
    let hits = rows.indices.filter { facts(of: rows[$0]).name.lowercased().contains(text) }
    guard !hits.isEmpty else {
      refuse("no row matches '\(text)'")
      return
    }
    let here = rows.firstIndex(of: tree.cursor) ?? 0
    let ahead =
      step > 0
      ? hits.first { includingCursor ? $0 >= here : $0 > here }
      : hits.last { $0 < here }
    let target = ahead ?? (step > 0 ? hits[0] : hits[hits.count - 1])
    reveal(rows[target])
    setCursor(rows[target])
    screen = .tree
    let place = (hits.firstIndex(of: target) ?? 0) + 1
    notice = "'\(text)': \(place) of \(hits.count)\(ahead == nil ? ", wrapped around" : "")"
  }

  /// Every row there is, folded away or not, in order of execution.
  private var allRows: [TreeNode] {
    var rows: [TreeNode] = []
    func append(_ node: TreeNode) {
      rows.append(node)
      for child in children(of: node) { append(child) }
    }
    append(.network)
    return rows
  }
}
