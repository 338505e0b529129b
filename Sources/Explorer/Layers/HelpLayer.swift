internal import Canvas
internal import Words

/// The keys that work on the screen below, made from the key tables.
struct HelpLayer: Layer {
  /// How many lines are scrolled away.
  private(set) var offset = 0

  static let keys: [KeyBinding] =
    KeyMap.rows + KeyMap.pages + KeyMap.ends
    + [.init("T", runs: "theme"), .init("L", runs: "lang")] + KeyMap.terminal
    + [
      .init(
        "escape",
        "backspace",
        "?",
        "f1",
        "q",
        runs: "back",
        label: Text(en: "close", vi: "đóng"),
        isEssential: true
      )
    ]

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    if let (direction, count) = command.movement {
      offset = max(0, offset + (direction == .down ? count : direction == .up ? -count : 0))
      return .stays([])
    }
    switch command.name {
    case .pageDown: offset += max(state.shared.body.height - 4, 1)
    case .pageUp: offset = max(0, offset - max(state.shared.body.height - 4, 1))
    case .first: offset = 0
    case .last: offset = .max / 2
    case .back, .help: return .closes([])
    default: return nil
    }
    return .stays([])
  }

  mutating func settle(_ state: State) {
    let inside = HelpLayer.interior(of: Rect(size: state.shared.body))
    let lines = HelpText(state: state, pen: state.shared.pen, width: inside.width).lines
    offset = min(offset, max(lines.count - inside.height, 0))
  }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    let (pen, language) = (state.shared.pen, state.shared.language)
    let screen = Swift.type(of: state.current).title[language]
    let title = Text(en: "Keys of the \(screen) screen", vi: "Các phím của màn hình \(screen)")
    let inside = HelpLayer.interior(of: body)
    let lines = HelpText(state: state, pen: pen, width: inside.width).lines
    let note = Text.more(lines.count - inside.height - offset)[language]
    let footer = Text(en: "Esc closes", vi: "Esc đóng")[language]
    grid.fill(body, style: pen.palette.text)
    let panel = Panel(title[language], footer: footer, note: note, isFocused: true)
    grid.draw(panel, in: body, with: pen)
    grid.draw(TextBlock(Array(lines.dropFirst(offset))), in: inside, with: pen)
  }

  func read(_ state: State, into reading: inout Reading) {
    HelpText(state: state, pen: state.shared.pen, width: HelpText.oneColumn).read(into: &reading)
  }

  func hint(_ state: State) -> String {
    Text(en: "Esc closes the help", vi: "Esc đóng trợ giúp")[state.shared.language]
  }

  private static func interior(of body: Rect) -> Rect {
    Panel.interior(of: body).inset(dx: 1, dy: 0)
  }
}
