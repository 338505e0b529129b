internal import Canvas
internal import Words

/// The list of a file's sets, while the user chooses one.
struct SetsLayer: Layer {
  /// The row under the cursor.
  private(set) var cursor: ListCursor
  /// Whether nothing was looked at before, so that there is nothing to go back to.
  let isFirst: Bool

  init(cursor: Int, isFirst: Bool) { (self.cursor, self.isFirst) = (ListCursor(cursor), isFirst) }

  static let keys: [KeyBinding] =
    [.init("enter", "space", runs: "enter", label: Text(en: "open", vi: "mở"))] + ListCursor.keys
    + [.init("escape", "backspace", runs: "back", label: Text(en: "close", vi: "đóng"))]
    + KeyMap.terminal
    + [.init("q", "ctrl-c", runs: "quit", label: Text(en: "quit", vi: "thoát"), isEssential: true)]

  func fits(_ state: State) -> Bool { state.shared.document.sets.count > 1 }

  mutating func settle(_ state: State) {
    cursor = ListCursor(min(cursor.row, state.shared.document.sets.count - 1))
  }

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    let sets = state.shared.document.sets
    if cursor.move(by: command, count: sets.count) { return .stays([]) }
    switch command.name {
    case .enter: return .closes(state.openSet(sets[cursor.row]))
    case .set where command.text != nil: return .closes(state.openSet(command.text))
    case .back: return .closes(isFirst ? [.quit] : [])
    default: return nil
    }
  }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    grid.draw(box(over: state), in: body, with: state.shared.pen)
  }

  func regions(in body: Rect, over state: State) -> [Region] {
    box(over: state).regions(in: body)
  }

  private func box(over state: State) -> ListBox {
    let (document, language) = (state.shared.document, state.shared.language)
    return SetsView(document: document, chooser: self, language: language).box(state.shared.pen)
  }

  func status(_ state: State) -> StatusLine? {
    guard state.shared.notice == nil else { return nil }
    let document = state.shared.document
    let text = Text(
      en: " \(document.title) holds \(document.sets.count) sets of tensors",
      vi: " \(document.title) có \(document.sets.count) bộ tensor"
    )
    return StatusLine(StyledLine(text[state.shared.language], state.shared.pen.palette.text))
  }

  func hint(_ state: State) -> String {
    Text(
      en: "Enter opens the set under the cursor",
      vi: "Enter mở bộ dưới con trỏ"
    )[state.shared.language]
  }
}
