internal import Canvas
internal import RepCore
internal import Words

/// The list of a file's sets, while the user chooses one.
struct SetsLayer: ListLayer {
  /// The row under the cursor.
  var cursor: ListCursor
  /// Whether nothing was looked at before, so that there is nothing to go back to.
  let isFirst: Bool

  init(cursor: Int, isFirst: Bool) { (self.cursor, self.isFirst) = (ListCursor(cursor), isFirst) }

  static let keys: [KeyBinding] =
    [.init("enter", "space", runs: "enter", label: Text(en: "open", vi: "mở"))] + ListCursor.keys
    + [.init("escape", "backspace", runs: "back", label: Text(en: "close", vi: "đóng"))]
    + KeyMap.terminal
    + [.init("q", "ctrl-c", runs: "quit", label: Text(en: "quit", vi: "thoát"), isEssential: true)]

  /// Where there is nothing to go back to, what closes the list leaves the program.
  var bindings: [KeyBinding] {
    SetsLayer.keys.map { binding in
      isFirst && binding.command == Command.Name.back.rawValue
        ? KeyBinding("escape", "backspace", runs: binding.command, label: SetsLayer.leave) : binding
    }
  }

  func fits(_ state: State) -> Bool { state.shared.document.sets.count > 1 }

  func count(_ state: State) -> Int { state.shared.document.sets.count }

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

  func box(over state: State) -> ListBox {
    let (document, language) = (state.shared.document, state.shared.language)
    let muted = state.shared.pen.palette.muted
    return ListBox(
      title: SetsLayer.title[language],
      footer: (isFirst ? SetsLayer.leaves : SetsLayer.closes)[language],
      words: explanation(of: document)[language],
      columns: [
        .init(SetsLayer.set[language], width: 18, grows: true),
        .init("", .right, width: 26, priority: 1),
      ],
      rowCount: document.sets.count,
      selected: cursor.row,
      language: language
    ) { row, column in
      let name = document.sets[row]
      return column == 0 ? .text(name) : .text(hint(of: name, in: document)[language], muted)
    }
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

// MARK: - Words

extension SetsLayer {
  private static let title = Text(en: "Which set?", vi: "Bộ nào?")
  private static let leave = Text(en: "leave", vi: "thoát")
  private static let set = Text(en: "set", vi: "bộ")
  private static let leaves = Text(en: "Enter opens, Esc leaves", vi: "Enter mở, Esc thoát")
  private static let closes = Text(en: "Enter opens, Esc closes", vi: "Enter mở, Esc đóng")

  private func explanation(of document: Document) -> Text {
    let (title, count) = (document.title, document.sets.count)
    return Text(
      en:
        "\(title) holds \(count) sets of tensors. Each is a whole set of weights; S chooses again "
        + "later, --set NAME beforehand.",
      vi: "\(title) có \(count) bộ tensor. Mỗi bộ là trọn các trọng số; sau này S chọn lại, "
        + "hoặc --set NAME khi mở."
    )
  }

  /// What a set of this name usually is.
  private func hint(of name: String, in document: Document) -> Text {
    if !isFirst && name == document.opened?.set {
      return Text(en: "open now", vi: "đang mở")
    }
    return name.lowercased().contains("ema")
      ? Text(en: "averaged over training", vi: "trung bình khi huấn luyện") : .none
  }
}
