internal import Canvas
internal import RepCore
internal import Words

// The commands that work on every screen, as far as no layer and no screen takes them.

extension State {
  /// Carries out a command of the frame; nil where it is none.
  mutating func performOnFrame(_ command: Command) -> [Effect]? {
    performOnScreens(command) ?? performSelecting(command) ?? performMoving(command)
      ?? performFinding(command) ?? performOnEngine(command) ?? performOnFile(command)
      ?? performOnPictures(command) ?? performOnView(command)
  }

  // MARK: Screens

  private mutating func performOnScreens(_ command: Command) -> [Effect]? {
    switch command.name {
    case .show: command.arguments.first.map { show($0) }
    case .nextScreen: show(ScreenRegistry.neighbour(of: screen, step: 1))
    case .previousScreen: show(ScreenRegistry.neighbour(of: screen, step: -1))
    case .screens: layers.append(ScreensLayer(on: screen))
    case .jumpBack: go(jumps.goBack(from: jump))
    case .jumpForward: go(jumps.goForward(from: jump))
    case .form: return switchForm(to: command.choice(Form.self))
    default: return nil
    }
    return []
  }

  private mutating func show(_ argument: Argument) {
    guard case .word(let name) = argument else { return }
    show(ScreenID(name))
  }

  /// Shows a screen, without anything over it.
  mutating func show(_ wanted: ScreenID) {
    screen = wanted
    layers = []
  }

  private mutating func go(_ target: Jump?) {
    guard let target, shared.document.network.block(at: target.selection.block) != nil else {
      shared.notice = Text(en: "no place to go to", vi: "không có nơi nào để đến")
      return
    }
    show(target.screen)
    shared.selection = target.selection
  }

  private mutating func switchForm(to wanted: Form?) -> [Effect] {
    let target = wanted ?? (shared.form == .train ? .deploy : .train)
    guard target == .deploy || shared.document.hasTrainingForm else {
      shared.refuse(
        Text(
          en: "this file holds only the deploy form, and folding cannot be undone",
          vi: "tệp này chỉ có dạng inference, và việc gộp không thể đảo ngược"
        )
      )
      return []
    }
    shared.form = target
    return shared.live.isRunning ? [.engine] : []
  }

  // MARK: Moving

  private mutating func performMoving(_ command: Command) -> [Effect]? {
    switch command.name {
    case .pageUp, .pageDown:
      let direction: Direction = command.name == .pageUp ? .up : .down
      return [.perform(.move(direction, max(shared.body.height - 7, 1)))]
    case .back:
      show(ScreenRegistry.all[0].id)
      return []
    case .step:
      shared.refuse(Text(en: "there are no steps here", vi: "ở đây không có bước nào"))
      return []
    // A screen without rows leaves the cursor keys alone.
    case .up, .down, .left, .right, .first, .last, .enter: return []
    default: return nil
    }
  }

  // MARK: Finding

  private mutating func performFinding(_ command: Command) -> [Effect]? {
    switch command.name {
    case .sort:
      sort(by: command.choice(RowOrder.self))
      return []
    // On screens without rows blocks are found, and the screen stays.
    case .search, .searchNext, .searchPrevious: findBlock(command)
    case .searchPrompt: layers.append(SearchLayer(origin: place))
    case .commandPrompt:
      shared.answers.forgetFolders()
      layers.append(PaletteLayer())
    default: return nil
    }
    return []
  }

  private mutating func sort(by order: RowOrder?) {
    let chosen = order ?? shared.order.next
    shared.order = chosen
    shared.notice =
      chosen == .time && shared.live.timing(of: shared.form) == nil
      ? Text(en: "no times yet; p runs the engine", vi: "chưa có thời gian; p chạy engine")
      : Text(en: "sorted by \(chosen.word.en)", vi: "sắp xếp theo \(chosen.word.vi)")
  }

  // MARK: The look of the screen

  private mutating func performOnView(_ command: Command) -> [Effect]? {
    switch command.name {
    case .theme: shared.look.theme = command.choice(ThemeName.self) ?? shared.look.nextTheme
    case .language: shared.language = command.choice(Language.self) ?? shared.language.next
    case .glyphs: shared.look.glyphs = shared.look.glyphs == .ascii ? .block : .ascii
    case .colormap:
      shared.look.colormap = command.choice(Colormap.self) ?? shared.look.colormap.next
    case .help: layers.append(HelpLayer())
    case .copy: return copy()
    case .why: explain()
    case .draw: return takePen()
    case .go:
      shared.refuse(Text(en: "w explains a number first", vi: "w giải thích một con số trước"))
    case .bind: bind(command)
    case .redraw: return [.repaint]
    case .suspend: return [.suspend]
    case .quit, .q: return [.quit]
    default: return nil
    }
    return []
  }

  // MARK: Keys and the clipboard

  /// Binds a key to a command that can be read.
  private mutating func bind(_ command: Command) {
    guard case .word(let key)? = command.arguments.first, let last = command.arguments.last else {
      return
    }
    let line = "\(last)"
    do throws(CommandError) {
      guard try !Command.script(line).isEmpty else { return }
      shared.bindings.removeAll { $0.keys == [key] }
      shared.bindings.append(KeyBinding(key, runs: line))
      shared.notice = Text(en: "\(key.keyCap) runs \(line)", vi: "\(key.keyCap) chạy \(line)")
    } catch {
      shared.refuse(error.words)
    }
  }

  /// Shows how the number under the cursor was made.
  private mutating func explain() {
    guard current.explained(shared) != nil else {
      return shared.refuse(
        Text(en: "no number to explain here", vi: "ở đây không có con số nào để giải thích")
      )
    }
    layers.append(ExplanationLayer())
  }

  /// Copies what is under the cursor, and says what that is.
  private mutating func copy() -> [Effect] {
    guard let text = current.copied(shared) else {
      shared.refuse(Text(en: "nothing to copy here", vi: "ở đây không có gì để chép"))
      return []
    }
    let first = text.split(separator: "\n").first.map(String.init) ?? ""
    shared.notice = Text(en: "copied ", vi: "đã chép ") + Text(name: first)
    return [.copy(text)]
  }
}
