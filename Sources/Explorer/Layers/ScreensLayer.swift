internal import Canvas
internal import Words

/// The list of all screens, grouped by what they are for.
struct ScreensLayer: Layer {
  /// The row under the cursor, counted in screens.
  private(set) var cursor: ListCursor

  /// The list, the cursor on the screen that is shown.
  init(on screen: ScreenID) {
    cursor = ListCursor(ScreensLayer.order.firstIndex(of: screen) ?? 0)
  }

  static var keys: [KeyBinding] {
    [.init("enter", "space", runs: "enter", label: Text(en: "show", vi: "mở"))] + ListCursor.keys
      + [
        .init(
          "escape",
          "backspace",
          "q",
          "0",
          runs: "back",
          label: Text(en: "close", vi: "đóng"),
          isEssential: true
        )
      ] + KeyMap.terminal + KeyMap.digits + KeyMap.letters
  }

  /// The screens group by group.
  private static var groups: [(group: ScreenGroup, screens: [ScreenID])] {
    ScreenGroup.allCases.map { group in
      (group, ScreenRegistry.all.filter { $0.group == group }.map { $0.id })
    }
    .filter { !$0.screens.isEmpty }
  }

  private static var order: [ScreenID] { groups.flatMap(\.screens) }

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    if cursor.move(by: command, count: ScreensLayer.order.count) { return .stays([]) }
    switch command.name {
    case .enter: return .closes([.perform(.show(ScreensLayer.order[cursor.row]))])
    case .back, .screens: return .closes([])
    default: return nil
    }
  }

  func draw(into grid: inout Grid, in body: Rect, over state: State) {
    let (pen, language) = (state.shared.pen, state.shared.language)
    let lines = lines(pen, language)
    let width = min(body.width, (lines.map(\.columns).max() ?? 0) + 4)
    let box = body.centered(Size(width: width, height: min(lines.count + 2, body.height)))
    grid.fill(box, style: pen.palette.text)
    let title = Text(en: "Screens", vi: "Các màn hình")[language]
    grid.draw(Panel(title, isFocused: true), in: box, with: pen)
    grid.draw(TextBlock(lines), in: Panel.interior(of: box).inset(dx: 1, dy: 0), with: pen)
  }

  func read(_ state: State, into reading: inout Reading) {
    reading.add(lines(state.shared.pen, state.shared.language))
  }

  private func lines(_ pen: Pen, _ language: Language) -> [StyledLine] {
    ScreensLayer.groups.flatMap { group, screens in
      [StyledLine(group.title[language], pen.palette.header)]
        + screens.map { line(of: $0, pen, language) }
    }
  }

  private func line(of id: ScreenID, _ pen: Pen, _ language: Language) -> StyledLine {
    let isUnderCursor = ScreensLayer.order[cursor.row] == id
    let key = ScreenRegistry.key(of: id)
    let title = ScreenRegistry.type(of: id).title[language].fitted(to: 20)
    let style = isUnderCursor ? pen.palette.selection : pen.palette.text
    let marker = isUnderCursor ? String(pen.glyphs.marker) : " "
    return StyledLine("\(marker) ", style).then(
      "\(key) ",
      isUnderCursor ? style : pen.palette.key
    )
    .then(title, style)
  }

  func hint(_ state: State) -> String {
    Text(
      en: "Enter, or its digit or letter, shows a screen",
      vi: "Enter, hoặc chữ số hay chữ cái, mở màn hình"
    )[state.shared.language]
  }
}
