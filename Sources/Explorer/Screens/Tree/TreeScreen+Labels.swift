internal import Canvas
internal import RepCore

extension TreeScreen {
  /// What the tree calls a row, behind its depth and the sign of its fold.
  ///
  /// What is longer than `width` loses its beginning: names of modules differ at their ends.
  func label(of node: TreeNode, _ facts: TreeFacts, _ shared: Shared, width: Int = .max) -> String {
    let start = indentation(of: node, shared)
    let room = max(width - columns(of: start), 0)
    let name = shared.shortName(of: node) ?? facts.name
    return start + name.truncatedAtStart(to: room, ellipsis: shared.pen.glyphs.ellipsis)
  }

  /// What shows a row's depth, and whether it is folded.
  private func indentation(of node: TreeNode, _ shared: Shared) -> String {
    let glyphs = shared.pen.glyphs
    let sign = expanded.contains(node) ? glyphs.unfolded : glyphs.folded
    let indent = String(repeating: "  ", count: shared.document.depth(of: node))
    return indent + (shared.children(of: node).isEmpty ? "  " : "\(sign) ")
  }
}

extension Shared {
  /// A branch without the norm that all of them have, a block without the module it stands in.
  fileprivate func shortName(of node: TreeNode) -> String? {
    switch node {
    case .block(let path): return document.shortTitle(of: path)
    case .module(let index): return document.modules.modules[index].label
    case .branch(let path, let index):
      guard let shape = document.shape(of: path, in: form), shape.branches.indices.contains(index)
      else { return nil }
      return shape.map(of: shape.branches[index])
    default: return nil
    }
  }
}
