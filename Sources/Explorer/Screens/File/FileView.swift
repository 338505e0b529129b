internal import Canvas
internal import RepCore
internal import Words

/// Screen 5: what was found in the file, and every tensor in it.
struct FileView: Widget {
  let shared: Shared
  let screen: FileScreen

  /// Columns from which on there are two panes side by side.
  private static let twoPanes = 120

  /// Columns beyond which a name and its value stand too far apart to be read as one.
  private static let readable = 60

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (account, ledger) = panes(in: area)
    drawAccount(into: &grid, in: account, with: pen)
    let title = FileWords.everyTensor(screen.order)[shared.language]
    let panel = Panel(title, isFocused: screen.focus == .tensors)
    grid.draw(panel, in: ledger, with: pen)
    table.draw(into: &grid, in: FileView.interior(of: ledger), with: pen)
  }

  private func drawAccount(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let inside = FileView.interior(of: area)
    let lines = account(inside.width).lines
    let spare = max(lines.count - inside.height, 0)
    let first = min(screen.offset, spare)
    let footer = spare > first ? FileWords.moreBelow(spare - first)[shared.language] : ""
    let panel = Panel(
      FileWords.found[shared.language],
      footer: footer,
      isFocused: screen.focus == .account
    )
    grid.draw(panel, in: area, with: pen)
    grid.draw(TextBlock(Array(lines.dropFirst(first))), in: inside, with: pen)
  }

  /// The largest useful offset: the last line of the account stands at the bottom.
  var lastOffset: Int {
    let inside = FileView.interior(of: panes(in: Rect(size: shared.body)).account)
    return max(account(inside.width).lines.count - inside.height, 0)
  }

  /// The names of the tensors whose rows are shown.
  var tensorsInSight: [String] {
    table.rows(in: FileView.interior(of: panes(in: Rect(size: shared.body)).tensors))
      .map { screen.tensors[$0].name }
  }

  /// The rows of the tensors, and the pane beside them, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    let (account, tensors) = panes(in: area)
    let rows = table.regions(in: FileView.interior(of: tensors))
    return [Region(rect: account, command: .move(.left))] + rows
  }

  /// The file in words, or the tensor under the cursor.
  var status: String {
    guard let opened = shared.document.opened else {
      return FileWords.madeInMemory(shared.document.title)[shared.language]
    }
    if screen.focus == .tensors, screen.tensors.indices.contains(screen.cursor) {
      return table.status[shared.language]
    }
    return FileWords.status(shared.document.title, opened)[shared.language]
  }

  private var table: TensorTable { TensorTable(shared: shared, screen: screen) }

  /// Side by side, or one below the other; what was found is short where there is little to say.
  private func panes(in area: Rect) -> (account: Rect, tensors: Rect) {
    guard area.width >= FileView.twoPanes else {
      let most = screen.focus == .account ? area.height * 2 / 3 : area.height * 2 / 5
      let needed = account(FileView.interior(of: area).width).lines.count + 2
      let (account, tensors) = area.splitTop(min(needed, most))
      return (account, tensors)
    }
    let halves = area.columns([2, 3])
    return (halves[0], halves[1])
  }

  private func account(_ width: Int) -> FileAccount {
    FileAccount(shared: shared, pen: shared.pen, width: min(width, FileView.readable))
  }

  private static func interior(of area: Rect) -> Rect {
    Panel.interior(of: area).inset(dx: 1, dy: 0)
  }
}
