internal import Canvas
internal import RepCore
internal import Words

/// The network as a tree with its numbers, and what is under the cursor in full.
struct TreeScreen: Screen, Equatable {
  static let id = ScreenID.tree
  static let title = Text(en: "Tree", vi: "Cây")
  static let group = ScreenGroup.look

  /// The row under the cursor.
  private(set) var cursor: TreeNode = .network
  /// Rows whose children are shown.
  private(set) var expanded: Set<TreeNode>
  /// The selected block as this screen has last seen it; the cursor follows when another screen selects.
  private var followed: BlockPath

  /// All stages open and all blocks closed, if that is not too long; else only the stages.
  ///
  /// Modules of an unknown graph are open, because each holds few blocks.
  init(_ shared: Shared) {
    let document = shared.document
    let isOpen = document.paths.count <= 12 || document.isSeparate
    expanded = Set([.network] + (isOpen ? document.openGroups : []))
    followed = shared.selection.block
  }

  static let commands: [CommandSpecification] = [
    .init(.expandAll, does: Text(en: "unfold the whole tree", vi: "mở cả cây")),
    .init(.collapseAll, does: Text(en: "fold all stages", vi: "gập mọi stage")),
  ]

  static let keys: [KeyBinding] = [
    .init("enter", "space", runs: "enter", label: Text(en: "open", vi: "mở")),
    .init("*", runs: "expand-all", label: Text(en: "unfold all", vi: "mở hết")),
    .init("-", runs: "collapse-all", label: Text(en: "fold all", vi: "gập hết")),
    .init("o", runs: "sort", label: Text(en: "sort", vi: "sắp xếp")),
  ]

  static let panes = [PaneID.tree, .details]

  static let glossary: [Term] = [.stage, .block, .branch, .multiplyAdd]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      move(direction, count, &shared)
      return []
    }
    switch command.name {
    case .first: move(.up, rows(shared).count, &shared)
    case .last: move(.down, rows(shared).count, &shared)
    case .enter: return enter(&shared)
    case .back where shared.search != nil: shared.search = nil
    case .back: move(.left, 1, &shared)
    case .expandAll, .collapseAll: unfold(everything: command.name == .expandAll, shared)
    case .search, .searchNext, .searchPrevious: find(command, &shared)
    // The cursor goes to the block that is asked for, though another row of it may be under the cursor.
    case .select where command.block.map { shared.document.network.block(at: $0) != nil } == true:
      command.block.map { reveal(.block($0), shared) }
      return nil
    default: return nil
    }
    return []
  }

  mutating func settle(_ shared: Shared) {
    if followed != shared.selection.block {
      followed = shared.selection.block
      if shared.document.blockPath(of: cursor) != followed { reveal(.block(followed), shared) }
    }
    // The form or the document may have taken the row away.
    while let parent = shared.document.parent(of: cursor),
      !shared.children(of: parent).contains(cursor)
    {
      cursor = parent
    }
  }

  func copied(_ shared: Shared) -> String? {
    switch cursor {
    case .network: shared.document.source?.typed ?? shared.document.title
    case .block(let path): shared.document.title(of: path)
    default: shared.facts(of: cursor).name
    }
  }

  func needs(_ shared: Shared) -> [any Need] {
    guard shared.document.hasTrainingForm else { return [] }
    return TreeView(shared: shared, screen: self).blocksInSight
      .filter { path in
        let parameters = shared.document.shape(of: path, in: .train)?.parameters ?? 0
        return parameters <= TreeScreen.checkedAtSight
      }
      .map { CheckNeed($0) }
  }

  /// Parameters up to which a block is checked as soon as its row is shown.
  ///
  /// That takes milliseconds; a larger one is checked when it is selected.
  private static let checkedAtSight = 1 << 19

  func read(_ shared: Shared, into reading: inout Reading) {
    let view = TreeView(shared: shared, screen: self)
    reading.add(title: view.title)
    reading.add(view.table(width: Reading.width, with: shared.pen, isSpoken: true))
    let details = TreeDetail(
      shared: shared,
      node: cursor,
      pen: shared.pen,
      width: Reading.width
    )
    reading.add(details.lines)
  }

  /// The parameters of the row under the cursor, in the form that is shown.
  func explained(_ shared: Shared) -> Explanation? {
    let (document, form) = (shared.document, shared.form)
    let architecture = document.architecture(in: form)
    switch cursor {
    case .network: return .parameters(of: architecture, in: document)
    case .stage(let stage):
      return .parameters(of: architecture.stages[stage], named: document.title(of: stage))
    case .block(let path): return document.shape(of: path, in: form).map { .parameters(of: $0) }
    case .branch(let path, let index):
      guard let block = document.shape(of: path, in: form), block.branches.indices.contains(index)
      else { return nil }
      return .parameters(of: block.branches[index], in: block)
    case .module, .pool, .linear, .opaque, .tensor: return nil
    }
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = TreeView(shared: shared, screen: self)
    return ScreenFrame(view, status: view.status, in: size, with: shared.pen)
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    TreeView(shared: shared, screen: self).layout(in: Rect(size: size))
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    let area = layout(shared, in: size)[.details]
    return area.isEmpty ? nil : (TreeView(shared: shared, screen: self).details(in: area), area)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    TreeView(shared: shared, screen: self).regions(in: Rect(size: size))
  }
}

// MARK: - The cursor

extension TreeScreen {
  private mutating func move(_ direction: Direction, _ count: Int, _ shared: inout Shared) {
    switch direction {
    case .up, .down:
      let rows = rows(shared)
      let index = rows.firstIndex(of: cursor) ?? 0
      let target = index + (direction == .down ? count : -count)
      put(cursorOn: rows[min(max(target, 0), rows.count - 1)], &shared)
    case .left:
      if expanded.contains(cursor) && cursor != .network {
        expanded.remove(cursor)
      } else if let parent = shared.document.parent(of: cursor) {
        put(cursorOn: parent, &shared)
      }
    case .right:
      let children = shared.children(of: cursor)
      if !children.isEmpty && !expanded.contains(cursor) {
        expanded.insert(cursor)
      } else if let child = children.first {
        put(cursorOn: child, &shared)
      }
    }
  }

  /// Puts the cursor on a row; all screens follow to its block, and to its branch.
  private mutating func put(cursorOn node: TreeNode, _ shared: inout Shared) {
    cursor = node
    guard let path = shared.document.selection(at: node) else { return }
    shared.selection.block = path
    followed = path
    if case .branch(_, let index) = node {
      shared.selection.branch = shared.selectedShape?.branches[index].id
    }
  }

  private mutating func enter(_ shared: inout Shared) -> [Effect] {
    switch cursor {
    case .network, .stage, .module, .opaque:
      if expanded.remove(cursor) == nil { expanded.insert(cursor) }
    case .block, .branch: return [.perform(.show(.block))]
    case .pool, .linear, .tensor:
      shared.notice = Text(
        en: "nothing to open here; the numbers are on the right",
        vi: "không có gì để mở ở đây; các con số ở bên phải"
      )
    }
    return []
  }

  private mutating func unfold(everything: Bool, _ shared: Shared) {
    let blocks = shared.document.paths.map { TreeNode.block($0) }
    expanded = Set([.network] + (everything ? shared.document.openGroups + blocks : []))
    let rows = rows(shared)
    while !rows.contains(cursor), let parent = shared.document.parent(of: cursor) {
      cursor = parent
    }
  }

  /// Puts the cursor on `node` and unfolds what hides it.
  private mutating func reveal(_ node: TreeNode, _ shared: Shared) {
    cursor = node
    var above = shared.document.parent(of: node)
    while let next = above {
      expanded.insert(next)
      above = shared.document.parent(of: next)
    }
  }

  /// Moves to the next row whose name holds the searched text, wrapping around at the end.
  private mutating func find(_ command: Command, _ shared: inout Shared) {
    let rows = shared.allRows
    let names = rows.map { shared.facts(of: $0).name }
    let here = rows.firstIndex(of: cursor) ?? 0
    guard let row = shared.find(command, among: names, from: here) else { return }
    reveal(rows[row], shared)
    put(cursorOn: rows[row], &shared)
  }
}

extension ScreenID {
  /// The network as a tree.
  static let tree = ScreenID("tree")
}

extension PaneID {
  /// The rows of the tree.
  static let tree = PaneID("tree", vi: "cây")
  /// The row under the cursor in full.
  static let details = PaneID("details", vi: "chi tiết")
}

extension Command.Name {
  static let expandAll = Self("expand-all"), collapseAll = Self("collapse-all")
}
