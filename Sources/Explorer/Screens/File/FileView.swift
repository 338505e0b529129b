internal import Canvas
internal import RepCore
internal import Words

/// What was found in the file, and every tensor in it.
struct FileView: Widget {
  let shared: Shared
  let screen: FileScreen

  /// Columns from which on there are two panes side by side.
  private static let twoPanes = 120

  /// Columns beyond which a name and its value stand too far apart to be read as one.
  private static let readable = 60

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    let account = layout[.account]
    if !account.isEmpty { grid.draw(self.account(in: account), in: account, with: pen) }
    let tensors = layout[.tensors]
    guard !tensors.isEmpty else { return }
    let title = FileWords.everyTensor(screen.order)[shared.language]
    let inside = TextPane.interior(of: tensors)
    let note = Text.more(screen.tensors.count - table.rows(in: inside).upperBound)[shared.language]
    let panel = Panel(title, note: note, isFocused: screen.focus(shared) == .tensors)
    grid.draw(panel, in: tensors, with: pen)
    table.draw(into: &grid, in: inside, with: pen)
  }

  /// What was found in the file, in a pane of `area`.
  func account(in area: Rect) -> TextPane {
    TextPane(
      .account,
      about: "",
      titled: FileWords.found[shared.language],
      isFocused: screen.focus(shared) == .account,
      in: area,
      shared
    ) { account($0).lines }
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    reading.add(FileWords.found)
    reading.add(FileAccount(shared: shared, pen: shared.pen, width: Reading.width).lines)
    table.read(into: &reading)
  }

  /// The names of the tensors whose rows are shown.
  var tensorsInSight: [String] {
    table.rows(in: TextPane.interior(of: layout(in: Rect(size: shared.body))[.tensors]))
      .map { screen.tensors[$0].name }
  }

  /// The rows of the tensors, and the pane beside them, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    let layout = layout(in: area)
    let rows = table.regions(in: TextPane.interior(of: layout[.tensors]))
    return [Region(rect: layout[.account], command: .move(.left))] + rows
  }

  /// The file in words, or the tensor under the cursor.
  var status: String {
    guard let opened = shared.document.opened else {
      return FileWords.madeInMemory(shared.document.title)[shared.language]
    }
    if screen.focus(shared) == .tensors, screen.tensors.indices.contains(screen.cursor) {
      return table.status[shared.language]
    }
    return FileWords.status(shared.document.title, opened)[shared.language]
  }

  private var table: TensorTable { TensorTable(shared: shared, screen: screen) }

  /// Side by side, or one below the other; what was found is short where there is little to say.
  func layout(in area: Rect) -> PaneLayout {
    PaneLayout(FileScreen.panes, zoomed: shared.zoomed, in: area) {
      guard area.width < FileView.twoPanes else {
        let halves = area.columns([2, 3])
        return [.account: halves[0], .tensors: halves[1]]
      }
      let most = screen.focus(shared) == .account ? area.height * 2 / 3 : area.height * 2 / 5
      let needed = account(TextPane.interior(of: area).width).lines.count + 2
      let (account, tensors) = area.splitTop(min(needed, most))
      return [.account: account, .tensors: tensors]
    }
  }

  private func account(_ width: Int) -> FileAccount {
    FileAccount(shared: shared, pen: shared.pen, width: min(width, FileView.readable))
  }
}
