internal import Canvas
internal import Words

/// What to find, while it is being typed; the screen finds with every letter.
struct SearchLayer: Layer {
  /// The line.
  private(set) var editor = LineEditor()
  /// Where the user was when the line was begun; what finds nothing goes back there.
  private let origin: Place

  /// An empty line, begun at `origin`.
  init(origin: Place) { self.origin = origin }

  /// All keys are text.
  static let keys: [KeyBinding] = []

  mutating func type(_ key: Key, _ state: inout State) -> LayerOutcome? {
    switch key {
    case .backspace where editor.text.isEmpty: return .closes([])
    case .escape:
      state.place = origin
      return .closes([])
    case .enter:
      state.place = origin
      return .closes(editor.line.isBlank ? [] : state.perform(.search(editor.line)))
    default:
      guard editor.edit(key) else { return .stays([]) }
    }
    find(in: &state)
    return .stays([])
  }

  mutating func paste(_ text: String, _ state: inout State) -> LayerOutcome? {
    editor.insert(text)
    find(in: &state)
    return .stays([])
  }

  /// Finds while typing, always from the row where the search began.
  private func find(in state: inout State) {
    state.place = origin
    if !editor.line.isBlank { _ = state.perform(.search(editor.line)) }
  }

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    command.name == .back ? .closes([]) : nil
  }

  func read(_ state: State, into reading: inout Reading) { reading.add(editor.line) }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {}

  func status(_ state: State) -> StatusLine? {
    let (pen, language) = (state.shared.pen, state.shared.language)
    let words =
      state.shared.notice ?? Text(en: "Enter finds, Esc closes", vi: "Enter tìm, Esc đóng")
    // What was found, or not, may repeat the whole line; half of the width is the line's.
    let hint = words[language].truncated(to: state.size.width / 2, ellipsis: pen.glyphs.ellipsis)
    let room = state.size.width - columns(of: hint) - 4
    return StatusLine(
      editor.styled(behind: " /", width: room, pen.palette),
      right: StyledLine(hint + " ", pen.palette.muted)
    )
  }
}
