internal import Canvas
internal import RepCore

/// Screen 1: the network as a tree with its numbers, and what is under the cursor in full.
struct TreeView: Widget {
  let shared: Shared
  let screen: TreeScreen

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard area.width >= 100 else {
      drawTree(into: &grid, in: area, with: pen)
      return
    }
    let detailWidth = min(44, max(38, area.width / 4))
    let (detail, tree) = area.splitRight(detailWidth)
    drawTree(into: &grid, in: tree, with: pen)
    let facts = shared.facts(of: screen.cursor)
    let room = max(detail.width - 6, 0)
    let title = facts.name.truncatedAtStart(to: room, ellipsis: pen.glyphs.ellipsis)
    grid.draw(Panel(title), in: detail, with: pen)
    let lines = TreeDetail(shared: shared, node: screen.cursor, pen: pen, width: detail.width - 4)
      .lines
    grid.draw(
      TextBlock(lines),
      in: Panel.interior(of: detail).inset(dx: 1, dy: 0),
      with: pen
    )
  }

  private func drawTree(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let architecture = shared.document.architecture(in: shared.form)
    let (blocks, stages) = (architecture.blocks.count, architecture.stages.count)
    let order = shared.order == .execution ? "" : ", by \(shared.order.rawValue)"
    let title =
      shared.document.isSeparate
      ? shared.document.separateTitle : "Network, \(stages) stages, \(blocks) blocks"
    let panel = Panel(title + order, isFocused: true)
    grid.draw(panel, in: area, with: pen)
    let inside = Panel.interior(of: area)
    let rows = screen.rows(shared)
    let facts = rows.map { shared.facts(of: $0) }
    let cursor = rows.firstIndex(of: screen.cursor) ?? 0
    let total = shared.facts(of: .network).microseconds
    let nameWidth = nameWidth(of: rows, facts, in: inside.width, pen)
    let table = Table(
      columns: TreeColumn.all.map { $0.column(nameWidth: nameWidth) },
      rowCount: rows.count,
      selected: cursor,
      firstRow: Table.firstRow(
        showing: cursor,
        of: rows.count,
        height: inside.height,
        from: cursor - inside.height / 2
      )
    ) { row, column in
      TreeColumn.all[column].content(
        rows[row],
        facts[row],
        screen,
        shared,
        total: total,
        nameWidth: shared.document.isSeparate ? nameWidth : .max,
        pen
      )
    }
    grid.draw(table, in: inside, with: pen)
  }

  /// Columns of the names: modules of an unknown graph have long ones, which get a share of `width`.
  private func nameWidth(
    of rows: [TreeNode],
    _ facts: [TreeFacts],
    in width: Int,
    _ pen: Pen
  ) -> Int {
    guard shared.document.isSeparate else { return TreeColumn.leastName }
    let longest = zip(rows, facts).map { columns(of: screen.label(of: $0, $1, shared)) }.max()
    // Opaque tensors have names and no numbers.
    let share = screen.cursor.parent == .opaque ? 3 : 2
    return max(TreeColumn.leastName, min(longest ?? 0, width * share / 5))
  }

  /// The row under the cursor in words.
  var status: String {
    let facts = shared.facts(of: screen.cursor)
    var parts = [facts.name]
    if let input = facts.inputChannels, let output = facts.outputChannels {
      parts.append("\(input) to \(output) channels")
    }
    if let stride = facts.stride { parts.append("stride \(stride)") }
    if let groups = facts.groups, groups > 1 { parts.append("\(groups) groups") }
    if let branches = facts.branches {
      parts.append(branches == 1 ? "one convolution" : "\(branches) branches")
    }
    switch screen.cursor {
    case .network where shared.document.isSeparate: parts = [shared.document.separateTitle]
    case .opaque: parts.append("of the graph around the blocks")
    case .tensor(let index):
      parts.append(shared.document.opaque[index].summary(shared.pen.glyphs.times))
    default: parts.append("\(Numbers.grouped(facts.parameters)) parameters")
    }
    return parts.joined(separator: ", ")
  }
}
