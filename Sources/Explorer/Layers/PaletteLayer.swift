internal import Canvas
internal import Words

/// A command that is being typed, with the commands and arguments that fit above it.
struct PaletteLayer: Layer {
  /// The line.
  private(set) var editor: LineEditor
  /// The candidate under the cursor.
  private(set) var cursor = 0
  /// Whether the cursor was moved, so that Enter takes the candidate and not the line.
  private var isChosen = false

  /// A line that is begun with `line`.
  init(line: String = "") { editor = LineEditor(line) }

  /// All keys are text.
  static let keys: [KeyBinding] = []

  mutating func type(_ key: Key, _ state: inout State) -> LayerOutcome? {
    switch key {
    case .escape: return .closes([])
    case .backspace where editor.text.isEmpty: return .closes([])
    case .up, .control("p"): move(-1, state)
    case .down, .control("n"): move(1, state)
    case .tab: complete(state)
    case .enter: return enter(&state)
    default:
      if editor.edit(key) { (cursor, isChosen) = (0, false) }
    }
    return .stays([])
  }

  mutating func paste(_ text: String, _ state: inout State) -> LayerOutcome? {
    editor.insert(text)
    (cursor, isChosen) = (0, false)
    return .stays([])
  }

  private mutating func move(_ step: Int, _ state: State) {
    let count = candidates(state).count
    guard count > 0 else { return }
    cursor = isChosen || step < 0 ? (cursor + step + count) % count : 0
    isChosen = true
  }

  private mutating func complete(_ state: State) {
    let all = candidates(state)
    guard all.indices.contains(cursor) else { return }
    let line = all[cursor].line
    // Behind a folder, in quotes or not, its files follow.
    let isOpen = [" ", "/", "/'"].contains { line.hasSuffix($0) }
    editor = LineEditor(isOpen ? line : line + " ")
    (cursor, isChosen) = (0, false)
  }

  private mutating func enter(_ state: inout State) -> LayerOutcome {
    let all = candidates(state)
    let line = editor.line
    // What was typed counts where it is a command; else the candidate that it is the beginning of. What is
    // only alike must be chosen.
    let isBeginning = all.first.map { !line.isBlank && $0.line.hasPrefix(line) } ?? false
    if all.indices.contains(cursor), isChosen || (!isCommand && isBeginning) {
      guard all[cursor].isComplete else {
        complete(state)
        return .stays([])
      }
      return run(all[cursor].line, &state)
    }
    return line.isBlank ? .closes([]) : run(line, &state)
  }

  /// Whether what was typed can be run.
  private var isCommand: Bool { (try? Command.script(editor.line)).map { !$0.isEmpty } ?? false }

  private func run(_ line: String, _ state: inout State) -> LayerOutcome {
    state.shared.history.add(line.trimmed)
    return .closes(state.perform(line: line))
  }

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    command.name == .back ? .closes([]) : nil
  }

  func needs(_ state: State) -> [any Need] {
    Completion.folder(in: editor.line).map { [FolderNeed($0)] } ?? []
  }

  /// What fits the line; of an empty one what was run last, then all commands.
  private func candidates(_ state: State) -> [Completion] {
    let line = editor.line
    let all = Completion.all(for: line, state.shared, on: state.screen)
    guard line.isBlank else { return all }
    let recent = state.shared.history.lines.map { line in
      Completion(
        line: line,
        title: line,
        summary: Text(en: "run before", vi: "đã chạy"),
        keys: "",
        isComplete: true
      )
    }
    return recent + all
  }
}

// MARK: - Drawing

extension PaletteLayer {
  func read(_ state: State, into reading: inout Reading) { reading.add(editor.line) }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    let (pen, language) = (state.shared.pen, state.shared.language)
    let all = candidates(state)
    let rows = min(max(all.count, 1) + 1, 13, max(body.height - 4, 1))
    let width = min(body.width, 90)
    let box = body.splitBottom(min(rows + 2, body.height)).bottom.splitLeft(width).left
    grid.fill(box, style: pen.palette.text)
    let title = Text(en: "Commands", vi: "Lệnh")
    let footer =
      all.isEmpty
      ? Text.none
      : Text(en: "\(all.count) fit, Tab completes", vi: "\(all.count) mục khớp, Tab điền tiếp")
    let keyWidth = max(6, all.map { columns(of: $0.keys) }.max() ?? 0)
    let inside = Panel.interior(of: box)
    let table = Table(
      columns: [
        .init(Text(en: "command", vi: "lệnh")[language], width: 30),
        .init(Text(en: "does", vi: "tác dụng")[language], width: 20, grows: true),
        .init(Text(en: "key", vi: "phím")[language], .right, width: keyWidth, priority: 1),
      ],
      rowCount: all.count,
      selected: cursor,
      firstRow: Table.firstRow(showing: cursor, of: all.count, height: inside.height, from: 0)
    ) { row, column in
      switch column {
      case 0: .text(all[row].title)
      case 1: .text(all[row].summary[language], pen.palette.muted)
      default: .text(all[row].keys, pen.palette.key)
      }
    }
    let note = Text.more(of: table, in: inside)[language]
    let panel = Panel(title[language], footer: footer[language], note: note, isFocused: true)
    grid.draw(panel, in: box, with: pen)
    guard !all.isEmpty else {
      let words =
        isCommand
        ? Text(en: "Enter runs this line", vi: "Enter chạy dòng này")
        : Text(en: "no command fits", vi: "không lệnh nào khớp")
      grid.put(
        words[language],
        at: inside.origin.moved(dx: 1),
        style: pen.palette.muted,
        clip: inside
      )
      return
    }
    grid.draw(table, in: inside, with: pen)
  }

  func status(_ state: State) -> StatusLine? {
    let palette = state.shared.pen.palette
    let hint = Text(en: "Enter runs, Esc closes ", vi: "Enter chạy, Esc đóng ")
    let room = state.size.width - columns(of: hint[state.shared.language]) - 3
    return StatusLine(
      editor.styled(behind: " :", width: room, palette),
      right: StyledLine(hint[state.shared.language], palette.muted)
    )
  }
}

extension String {
  /// Whether there is nothing but blanks.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without blanks at its ends.
  var trimmed: String {
    let front = drop(while: \.isWhitespace)
    return String(front.reversed().drop(while: \.isWhitespace).reversed())
  }
}
