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
    let lines = HelpText(state: state, pen: state.shared.pen).lines
    let inside = HelpLayer.interior(of: Rect(size: state.shared.body))
    offset = min(offset, max(lines.count - inside.height, 0))
  }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    let (pen, language) = (state.shared.pen, state.shared.language)
    let screen = Swift.type(of: state.current).title[language]
    let title = Text(en: "Keys of the \(screen) screen", vi: "Các phím của màn hình \(screen)")
    let lines = HelpText(state: state, pen: pen).lines
    let inside = HelpLayer.interior(of: body)
    let below = lines.count - inside.height - offset
    let footer =
      below > 0
      ? Text(en: "\(below) more below, Esc closes", vi: "còn \(below) dòng, Esc đóng")
      : Text(en: "Esc closes", vi: "Esc đóng")
    grid.fill(body, style: pen.palette.text)
    grid.draw(
      Panel(title[language], footer: footer[language], isFocused: true),
      in: body,
      with: pen
    )
    grid.draw(TextBlock(Array(lines.dropFirst(offset))), in: inside, with: pen)
  }

  func hint(_ state: State) -> String {
    Text(en: "Esc closes the help", vi: "Esc đóng trợ giúp")[state.shared.language]
  }

  private static func interior(of body: Rect) -> Rect {
    Panel.interior(of: body).inset(dx: 1, dy: 0)
  }
}

/// The lines of the help.
private struct HelpText {
  let state: State
  let pen: Pen

  var lines: [StyledLine] {
    let own = Swift.type(of: state.current).keys
    let common = KeyMap.bindings(on: state.screen).dropFirst(own.count)
    return section(Text(en: "on this screen", vi: "trên màn hình này"), own.map(row))
      + [StyledLine()]
      + section(Text(en: "everywhere", vi: "ở mọi nơi"), common.map(row))
      + [StyledLine()]
      + section(
        Text(en: "terms", vi: "thuật ngữ"),
        Swift.type(of: state.current).glossary.map(term)
      )
      + [StyledLine()]
      + section(Text(en: "what is shown", vi: "những gì được hiện"), remarks)
  }

  private func section(_ title: Text, _ rows: [StyledLine]) -> [StyledLine] {
    [StyledLine(title[state.shared.language], pen.palette.header)] + rows
  }

  private func row(_ binding: KeyBinding) -> StyledLine {
    let keys = binding.keys.map(\.keyCap).joined(separator: " ")
    return StyledLine("  " + keys.fitted(to: 20, .left), pen.palette.key)
      .then(binding.summary[state.shared.language], pen.palette.text)
  }

  private func term(_ term: Term) -> StyledLine {
    let language = state.shared.language
    return StyledLine("  " + term.word[language].fitted(to: 20, .left), pen.palette.key)
      .then(term.meaning[language], pen.palette.text)
  }

  private var remarks: [StyledLine] {
    let texts = [
      Text(
        en: "Multiply-adds count as one; norms, sums and pooling count as none.",
        vi: "Một phép nhân-cộng tính là một; norm, tổng và pooling không tính."
      ),
      Text(
        en: "A norm scales by gamma / sqrt(variance + eps); eps is not in the paper's formula.",
        vi: "Norm nhân với gamma / sqrt(phương sai + eps); công thức trong bài báo không có eps."
      ),
      Text(
        en: "Folding holds at inference only, where norms use their running statistics.",
        vi: "Gộp chỉ đúng khi inference, lúc norm dùng thống kê chạy của nó."
      ),
      Text(
        en: "Digits are screens, so keys take no counts. Nothing here changes the file.",
        vi: "Chữ số là màn hình nên phím không nhận số lần. Không gì ở đây sửa tệp."
      ),
    ]
    return texts.map { StyledLine("  " + $0[state.shared.language], pen.palette.muted) }
  }
}
