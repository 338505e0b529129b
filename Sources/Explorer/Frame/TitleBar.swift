internal import Canvas
internal import RepCore
internal import Words

/// The first row: program, network, form, and the screens.
struct TitleBar: Widget {
  let state: State

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let palette = pen.palette
    grid.fill(area, style: palette.band)
    let forms = self.forms(palette)
    let damage = self.damage(pen)
    func room(beside tabs: StyledLine) -> Int {
      max(area.width - tabs.columns - forms.columns - damage.columns - 3, 0)
    }
    let tabs = self.tabs(palette, isBrief: isBrief(in: area.width, palette))
    let name = title(in: room(beside: tabs), pen)
    let title = StyledLine(name, palette.title.on(band: palette.band)).appending(damage)
    let start = grid.put(title, at: area.origin, clip: area)
    grid.put(forms, at: area.origin.moved(dx: start + 2, dy: 0), clip: area)
    let end = max(area.width - tabs.columns, 0)
    grid.put(tabs, at: area.origin.moved(dx: end, dy: 0), clip: area)
  }

  /// What a press on the tab in column `x` of a bar of `width` columns does.
  func command(at x: Int, width: Int) -> Command? {
    let palette = state.shared.pen.palette
    let line = tabs(palette, isBrief: isBrief(in: width, palette))
    var column = width - line.columns
    let commands = ScreenRegistry.numbered.map { Command.show($0.id) } + [.named(.screens)]
    for (piece, command) in zip(line.pieces, commands) {
      let next = column + columns(of: piece.text)
      if (column..<next).contains(x) { return command }
      column = next
    }
    return nil
  }

  /// Columns that the network's name is given before the names of the screens are.
  private static let leastName = 12

  /// Whether only the tab of the screen that is shown has room for its name.
  private func isBrief(in width: Int, _ palette: Palette) -> Bool {
    let full = tabs(palette, isBrief: false).columns + forms(palette).columns + 3
    // Of several models the number has to be seen.
    let name =
      number.isEmpty ? 0 : Canvas.columns(of: " \(state.shared.document.stored.name)\(number)")
    return width - full < max(TitleBar.leastName, name)
  }

  /// ` 1/2`: which of several models is shown; nothing of one.
  private var number: String {
    let (place, count) = (
      state.shared.workspace.currentPlace + 1, state.shared.workspace.models.count
    )
    return count > 1 ? " \(place)/\(count)" : ""
  }

  /// The longest of what may be said that fits into `room` columns.
  private func title(in room: Int, _ pen: Pen) -> String {
    let document = state.shared.document
    let set = number + (document.sets.count > 1 ? document.opened.map { ", \($0.set)" } ?? "" : "")
    let name = document.stored.name
    let unknown = Text(en: ", unknown graph", vi: ", chưa biết đồ thị")
    let graph = document.isSeparate ? unknown[state.shared.language] : ""
    let separator = pen.glyphs.level == .ascii ? " > " : " › "
    var titles = Breadcrumb(state.shared, on: state.screen).parts.map { parts in
      " \(name)\(set)\(graph)\(separator)" + parts.joined(separator: separator)
    }
    titles += [
      " repvgg-tui  \(name)\(set)\(graph)", " \(name)\(set)\(graph)", " \(name)\(set)",
    ]
    let fitting = titles.first { columns(of: $0) <= room }
    return fitting ?? " \(name)".truncated(to: room, ellipsis: pen.glyphs.ellipsis)
  }

  /// That weights are damaged, on whichever screen one is; nothing where none is known to be.
  private func damage(_ pen: Pen) -> StyledLine {
    guard !state.shared.faults.isEmpty else { return StyledLine() }
    let word = Text(en: "damaged", vi: "bị hỏng")[state.shared.language]
    return StyledLine(
      " \(pen.glyphs.fail) \(word)",
      pen.palette.bad.on(band: pen.palette.band)
    )
  }

  /// `TRAIN|deploy`: the form that is shown in capitals, too, for screens without colour.
  private func forms(_ palette: Palette) -> StyledLine {
    guard state.shared.document.hasTrainingForm else {
      return StyledLine(
        Text(en: "DEPLOY only", vi: "chỉ INFERENCE")[state.shared.language],
        palette.accent.on(band: palette.band)
      )
    }
    var line = StyledLine()
    for form in Form.allCases {
      let isShown = form == state.shared.form
      let word = form.word[state.shared.language]
      let style = isShown ? palette.accent.adding(.bold) : palette.muted
      if !line.text.isEmpty { line = line.then("|", palette.band) }
      line = line.then(
        isShown ? word.uppercased() : word,
        style.on(band: palette.band)
      )
    }
    return line
  }

  /// The screens with their digits, and the others behind `0`, of which only the one that is shown has a name;
  /// in brief that holds for all of them.
  private func tabs(_ palette: Palette, isBrief: Bool) -> StyledLine {
    var line = StyledLine()
    func add(_ key: String, _ screen: (any Screen.Type)?, isNamed: Bool) {
      let isShown = screen?.id == state.screen
      let name = isShown || isNamed ? screen?.title[state.shared.language] : nil
      let label = name.map { "\(key) \($0)" } ?? key
      let style = isShown ? palette.title.adding(.bold) : palette.muted
      line = line.then(isShown ? "[\(label)]" : " \(label) ", style.on(band: palette.band))
    }
    for screen in ScreenRegistry.numbered {
      add(ScreenRegistry.key(of: screen.id), screen, isNamed: !isBrief)
    }
    let shown = ScreenRegistry.type(of: state.screen)
    add("0", shown.letter == nil ? nil : shown, isNamed: false)
    return line
  }
}
