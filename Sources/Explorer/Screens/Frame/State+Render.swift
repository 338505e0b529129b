public import Canvas
internal import RepCore

extension State {
  /// The smallest terminal that the screens are made for.
  static let smallest = Size(width: 60, height: 16)

  /// The whole screen as a grid of cells: a pure function of the state, total for every size.
  public func render() -> Grid {
    var grid = Grid(size: size, style: pen.palette.text)
    guard size.width >= State.smallest.width, size.height >= State.smallest.height else {
      grid.draw(TooSmallView(size: size), in: grid.bounds, with: pen)
      return grid
    }
    let (top, below) = grid.bounds.splitTop(1)
    let (bottom, body) = below.splitBottom(2)
    grid.draw(TitleBar(state: self), in: top, with: pen)
    grid.draw(bodyView, in: body, with: pen)
    grid.draw(statusLine(pen.palette), in: bottom.row(0), with: pen)
    grid.draw(keyBar, in: bottom.row(1), with: pen)
    return grid
  }

  /// What widgets draw with.
  var pen: Pen { Pen(glyphs: look.glyphs, depth: look.depth, palette: look.theme.palette) }

  /// The cells between the title and the status line.
  var bodySize: Size { Size(width: size.width, height: max(size.height - 3, 0)) }

  /// What covers the screen, or the screen.
  private var bodyView: any Widget {
    if let chooser { return SetsView(document: document, chooser: chooser) }
    return help == nil ? screenView : HelpView(state: self)
  }

  private var screenView: any Widget {
    switch screen {
    case .tree: TreeView(state: self)
    case .block: BlockView(state: self)
    case .kernels: KernelsView(self)
    case .live: LiveView(self)
    case .file: FileView(state: self)
    }
  }

  /// What the screen's selection is, in words.
  private var status: String {
    if chooser != nil { return "\(document.title) holds \(document.sets.count) sets of tensors" }
    return switch screen {
    case .tree: TreeView(state: self).status
    case .block: BlockView(state: self).status
    case .kernels: KernelsView(self).status
    case .live: LiveView(self).status
    case .file: FileView(state: self).status
    }
  }

  private func statusLine(_ palette: Palette) -> StatusLine {
    if let prompt {
      let sign = prompt.kind == .search ? "/" : ":"
      let hint = prompt.kind == .search ? "Enter finds, Esc closes" : "Enter runs, Esc closes"
      return StatusLine(
        StyledLine(" \(sign)\(prompt.text)_", palette.accent),
        right: StyledLine(hint + " ", palette.muted)
      )
    }
    let right = activity
    let text = (notice ?? status)
      .truncated(to: max(size.width - columns(of: right) - 4, 0), ellipsis: pen.glyphs.ellipsis)
    return StatusLine(
      StyledLine(" " + text, notice == nil ? palette.text : palette.accent),
      right: StyledLine(right, palette.warning)
    )
  }

  /// What goes on behind the screen, or has happened to the file.
  private var activity: String {
    if let opening {
      return opening == document.options ? "reading anew " : "reading set \(opening.set ?? "") "
    }
    if fileHasChanged { return "the file has changed; r reads it anew " }
    return live.isRunning ? "engine runs " : ""
  }

  private var keyBar: KeyBar {
    let bindings = chooser == nil ? KeyMap.bindings(on: screen) : KeyMap.choosing
    let labelled = bindings.filter { !$0.label.isEmpty }
    let moves = KeyBar.Hint("j/k", "move")
    return KeyBar(
      [moves]
        + labelled.map { binding in
          KeyBar.Hint(
            binding.keys[0].keyCap,
            binding.label,
            isEssential: ["help", "quit"].contains(binding.label)
          )
        }
    )
  }
}

extension String {
  /// How a key of the table is written for people.
  var keyCap: String {
    switch self {
    case "enter", "space", "tab", "escape": prefix(1).uppercased() + dropFirst()
    case "pagedown": "PgDn"
    case "pageup": "PgUp"
    case "backtab": "Shift-Tab"
    case "backspace": "Backspace"
    default: hasPrefix("ctrl-") ? "Ctrl-" + dropFirst(5).uppercased() : self
    }
  }
}
