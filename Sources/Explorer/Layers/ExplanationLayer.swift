internal import Canvas
internal import RepCore
internal import Words

/// How the number under the cursor of the screen below was made, and the numbers in that, as far down as they go.
struct ExplanationLayer: Layer {
  /// Which part of each level was taken apart.
  private(set) var path: [Int] = []
  /// The part under the cursor.
  private(set) var cursor = ListCursor(0)

  static let keys: [KeyBinding] =
    [
      .init("enter", "l", "right", runs: "enter", label: Text(en: "deeper", vi: "sâu hơn")),
      .init("backspace", "h", "left", runs: "left", label: Text(en: "up", vi: "lên")),
      .init("tab", runs: "down"),
      .init("g", runs: "go", label: Text(en: "go there", vi: "đến đó")),
      .init("y", runs: "copy", label: Text(en: "copy", vi: "chép")),
      .init(
        "escape",
        "w",
        "q",
        runs: "back",
        label: Text(en: "close", vi: "đóng"),
        isEssential: true
      ),
    ] + KeyMap.rows + KeyMap.terminal

  /// From the number under the screen's cursor down to the one that is shown; empty where there is none.
  private func levels(_ state: State) -> [Explanation] {
    guard var level = state.current.explained(state.shared) else { return [] }
    var levels = [level]
    for part in path {
      guard level.parts.indices.contains(part), let deeper = level.parts[part].deeper else { break }
      level = deeper()
      levels.append(level)
    }
    return levels
  }

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    guard let level = levels(state).last else { return .closes([]) }
    switch command.name {
    case .enter:
      if level.parts.indices.contains(cursor.row), level.parts[cursor.row].deeper != nil {
        path.append(cursor.row)
        cursor = ListCursor(0)
      } else {
        state.shared.notice = ExplanationLayer.isLeaf
      }
    case .left:
      guard let last = path.popLast() else { return .closes([]) }
      cursor = ListCursor(last)
    case .go: return go(level, &state)
    case .copy: return .stays([.copy(level.title[state.shared.language])])
    case .back, .why: return .closes([])
    default: return cursor.move(by: command, count: level.parts.count) ? .stays([]) : nil
    }
    return .stays([])
  }

  private func go(_ level: Explanation, _ state: inout State) -> LayerOutcome {
    guard let place = levels(state).compactMap(\.place).last,
      let commands = try? Command.script(place)
    else {
      state.shared.notice = ExplanationLayer.nowhere
      return .stays([])
    }
    return .closes(commands.map { .perform($0) })
  }

  func fits(_ state: State) -> Bool { state.current.explained(state.shared) != nil }

  mutating func settle(_ state: State) {
    let levels = levels(state)
    path = Array(path.prefix(max(levels.count - 1, 0)))
    cursor.settle(count: max(levels.last?.parts.count ?? 0, 1))
  }

  private static let isLeaf = Text(
    en: "this number is as the file, or the counting, has it",
    vi: "con số này lấy thẳng từ tệp, hoặc từ việc đếm"
  )
  private static let nowhere = Text(
    en: "no other screen shows this number",
    vi: "không màn hình nào khác hiện con số này"
  )

  func hint(_ state: State) -> String {
    Text(en: "Enter goes deeper, Esc closes", vi: "Enter đi sâu hơn, Esc đóng")[
      state.shared.language
    ]
  }
}

// MARK: - Drawing

extension ExplanationLayer {
  private static let title = Text(en: "How was this number made?", vi: "Con số này từ đâu ra?")
  private static let widest = 76

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    let (pen, language) = (state.shared.pen, state.shared.language)
    let levels = levels(state)
    guard let level = levels.last else { return }
    let width = min(body.width, ExplanationLayer.widest)
    let lines = lines(levels, width: width - 4, pen, language)
    let table = table(level, pen, language)
    let rows = min(lines.count + table.rowCount + 3, body.height)
    let box = body.centered(Size(width: width, height: rows))
    grid.fill(box, style: pen.palette.text)
    let inside = Panel.interior(of: box).inset(dx: 1, dy: 0)
    let (words, list) = inside.splitTop(min(lines.count, max(inside.height - 3, 1)))
    let footer = Text(en: "level \(levels.count)", vi: "mức \(levels.count)")[language]
    let note = Text.more(of: table, in: list)[language]
    let panel = Panel(
      ExplanationLayer.title[language],
      footer: footer,
      note: note,
      isFocused: true
    )
    grid.draw(panel, in: box, with: pen)
    grid.draw(TextBlock(lines), in: words, with: pen)
    grid.draw(table, in: list, with: pen)
  }

  /// The way down, the equation, and what else there is to know.
  private func lines(_ levels: [Explanation], width: Int, _ pen: Pen, _ language: Language)
    -> [StyledLine]
  {
    guard let level = levels.last else { return [] }
    let way = levels.dropLast().map { StyledLine($0.title[language], pen.palette.muted) }
    func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
      text.wrapped(to: width).map { StyledLine($0, style) }
    }
    return way + wrapped(level.name[language], pen.palette.title)
      + wrapped(level.equation(times: pen.glyphs.times, language), pen.palette.accent)
      + wrapped(level.remark[language], pen.palette.muted) + [StyledLine()]
  }

  private func table(_ level: Explanation, _ pen: Pen, _ language: Language) -> Table {
    Table(
      columns: [
        .init(Text(en: "part", vi: "thành phần")[language], width: 20, grows: true),
        .init(Text(en: "value", vi: "giá trị")[language], .right, width: 16),
        .init("", width: 10, priority: 1),
      ],
      rowCount: level.parts.count,
      selected: cursor.row
    ) { row, column in
      let part = level.parts[row]
      switch column {
      case 0: return .text(part.name[language])
      case 1: return .text(level.text(of: part))
      default:
        return .text(part.deeper == nil ? "" : "Enter \(pen.glyphs.folded)", pen.palette.key)
      }
    }
  }

  func read(_ state: State, into reading: inout Reading) {
    let (pen, language) = (state.shared.pen, state.shared.language)
    let levels = levels(state)
    reading.add(ExplanationLayer.title)
    reading.add(lines(levels, width: Reading.width, pen, language))
    if let level = levels.last { reading.add(table(level, pen, language)) }
  }
}

extension Command.Name {
  static let why = Self("why"), go = Self("go")
}
