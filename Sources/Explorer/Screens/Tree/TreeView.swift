internal import Canvas
internal import RepCore
internal import Words

/// The network as a tree with its numbers, and what is under the cursor in full.
struct TreeView: Widget {
  let shared: Shared
  let screen: TreeScreen

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    if !layout[.tree].isEmpty { drawTree(into: &grid, in: layout[.tree], with: pen) }
    let details = layout[.details]
    if !details.isEmpty { grid.draw(self.details(in: details), in: details, with: pen) }
  }

  /// The tree, and right of it what is under the cursor, where there is room for both.
  func layout(in area: Rect) -> PaneLayout {
    PaneLayout(TreeScreen.panes, zoomed: shared.zoomed, in: area) {
      let details = area.width >= 100 ? min(64, max(37, area.width * 3 / 10)) : 0
      let parts = area.splitRight(details)
      return [.tree: parts.rest, .details: parts.right]
    }
  }

  /// The row under the cursor in full, in a pane of `area`.
  func details(in area: Rect) -> TextPane {
    let pen = shared.pen
    let name = shared.facts(of: screen.cursor).name
    let title = name.truncatedAtStart(to: max(area.width - 6, 0), ellipsis: pen.glyphs.ellipsis)
    return TextPane(.details, about: name, titled: title, in: area, shared) { width in
      TreeDetail(shared: shared, node: screen.cursor, pen: pen, width: width).lines
    }
  }

  /// The blocks whose rows are shown, from the top.
  var blocksInSight: [BlockPath] {
    let height = Panel.interior(of: layout(in: Rect(size: shared.body))[.tree]).height
    let rows = screen.rows(shared)
    return Table.rows(around: cursor(among: rows), of: rows.count, height: height)
      .compactMap { row in
        if case .block(let path) = rows[row] { path } else { nil }
      }
  }

  /// The rows, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    let rows = screen.rows(shared)
    return Region.rows(
      in: Panel.interior(of: layout(in: area)[.tree]),
      count: rows.count,
      cursor: cursor(among: rows)
    )
  }

  private func cursor(among rows: [TreeNode]) -> Int { rows.firstIndex(of: screen.cursor) ?? 0 }

  private func drawTree(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let inside = Panel.interior(of: area)
    let table = table(width: inside.width, with: pen)
    let note = Text.more(of: table, in: inside)[shared.language]
    let panel = Panel(title[shared.language], note: note, isFocused: true)
    grid.draw(panel, in: area, with: pen)
    grid.draw(table, in: inside, with: pen)
    guard table.columns.showBars(in: inside.width) else { return }
    drawLegend(into: &grid, in: panel.footer(of: area), with: pen)
  }

  /// How much there is in the tree, and what orders it.
  var title: Text {
    let stored = shared.document.stored
    let title =
      shared.document.isSeparate
      ? shared.document.separateTitle
      : TreeWords.network(stages: stored.stages.count, blocks: stored.blocks.count)
    return title + TreeWords.order(shared.order)
  }

  /// The rows in a table of `width` columns, to be seen or to be heard.
  func table(width: Int, with pen: Pen, isSpoken: Bool = false) -> Table {
    let rows = screen.rows(shared)
    let facts = rows.map { shared.facts(of: $0) }
    let least = nameWidth(of: rows, facts, in: width, pen)
    let columns = TreeColumn.all.map { $0.column(nameWidth: least, shared.language) }
    let cells = TreeCells(
      shared,
      screen,
      pen,
      nameWidth: shared.document.isSeparate ? Table.width(of: 0, among: columns, in: width) : .max,
      areSpoken: isSpoken
    )
    return Table(
      columns: columns,
      rowCount: rows.count,
      selected: cursor(among: rows),
      marking: shared.search ?? ""
    ) { row, column in
      cells.content(TreeColumn.all[column], of: rows[row], facts[row])
    }
  }

  /// What the bars mean, once there are any.
  private func drawLegend(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard Form.allCases.contains(where: { shared.live.timing(of: $0) != nil }) else { return }
    let legend = PairBar.legend(
      hasTrainingForm: shared.document.hasTrainingForm,
      shared.language,
      pen
    )
    grid.put(legends: [legend], in: area, with: pen)
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
    let share = shared.document.parent(of: screen.cursor) == .opaque ? 3 : 2
    return max(TreeColumn.leastName, min(longest ?? 0, width * share / 5))
  }

  /// The row under the cursor in words.
  var status: String {
    words.joined(separator: ", ")[shared.language]
  }

  private var words: [Text] {
    let facts = shared.facts(of: screen.cursor)
    var parts = [Text(name: facts.name)]
    if let input = facts.inputChannels, let output = facts.outputChannels {
      parts.append(TreeWords.channels(input, output))
    }
    if let stride = facts.stride { parts.append(TreeWords.stride(stride)) }
    if let groups = facts.groups, groups > 1 { parts.append(TreeWords.groups(groups)) }
    if let branches = facts.branches { parts.append(TreeWords.branches(branches)) }
    switch screen.cursor {
    case .network where shared.document.isSeparate: parts = [shared.document.separateTitle]
    case .opaque: parts.append(TreeWords.aroundBlocks)
    case .tensor(let index):
      let summary = shared.document.opaque[index].summary(shared.pen.glyphs.times)
      parts.append(Text(name: summary))
    default: parts.append(TreeWords.parameters(facts.parameters))
    }
    return parts.prefix(1) + damage + parts.dropFirst()
  }

  /// What is damaged in the row, before the numbers that it makes worthless.
  private var damage: [Text] {
    let blocks = shared.document.blocks(under: screen.cursor).compactMap {
      shared.faults(of: $0).first
    }
    let head = shared.headFaults(under: screen.cursor)
    guard let fault = (blocks + head).first else { return [] }
    return [
      blocks.count + head.count == 1
        ? TreeWords.damaged(fault) : TreeWords.damaged(blocks.count, andHead: !head.isEmpty)
    ]
  }
}
