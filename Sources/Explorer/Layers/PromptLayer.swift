internal import Canvas
internal import Words

/// A line that is being typed: a command, or what to find.
struct PromptLayer: Layer {
  /// What the line is for.
  enum Kind: Hashable, Sendable {
    case search
    case command
  }

  /// What the line is for.
  let kind: Kind
  /// What has been typed.
  private(set) var text = ""
  /// Where the user was when the line was begun.
  private let origin: Place

  /// The longest line; more is dropped.
  private static let longest = 4096

  /// An empty line; a search that finds nothing goes back to `origin`.
  init(_ kind: Kind, origin: Place) {
    self.kind = kind
    self.origin = origin
  }

  /// All keys are text.
  static let keys: [KeyBinding] = []

  mutating func type(_ key: Key, _ state: inout State) -> LayerOutcome? {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace where text.isEmpty: return .closes([])
    case .backspace: text.removeLast()
    case .control("u"): text = ""
    case .escape:
      state.place = origin
      return .closes([])
    case .enter:
      state.place = origin
      guard !text.isEmpty else { return .closes([]) }
      return .closes(
        kind == .search ? state.perform(.search(text)) : state.perform(line: text)
      )
    default: return .stays([])
    }
    find(in: &state)
    return .stays([])
  }

  mutating func paste(_ text: String, _ state: inout State) -> LayerOutcome? {
    insert(text)
    find(in: &state)
    return .stays([])
  }

  /// Adds what was typed or pasted; line ends and other controls become blanks.
  private mutating func insert(_ more: String) {
    let room = PromptLayer.longest - text.count
    guard room > 0 else { return }
    let letters = more.prefix(room).unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    text.unicodeScalars.append(contentsOf: letters)
  }

  /// Finds while typing, always from the row where the search began.
  private func find(in state: inout State) {
    state.place = origin
    if kind == .search, !text.isEmpty { _ = state.perform(.search(text)) }
  }

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    command.name == .back ? .closes([]) : nil
  }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {}

  func status(_ state: State) -> StatusLine? {
    let palette = state.shared.pen.palette
    let hint =
      kind == .search
      ? Text(en: "Enter finds, Esc closes ", vi: "Enter tìm, Esc đóng ")
      : Text(en: "Enter runs, Esc closes ", vi: "Enter chạy, Esc đóng ")
    return StatusLine(
      StyledLine(" \(kind == .search ? "/" : ":")\(text)_", palette.accent),
      right: StyledLine(hint[state.shared.language], palette.muted)
    )
  }

  func hint(_ state: State) -> String { "" }
}
