public import Canvas
internal import RepCore
internal import Words

extension State {
  /// The whole screen as a grid of cells: a pure function of the state, total for every size.
  public func render() -> Grid {
    let pen = shared.pen
    var grid = Grid(size: size, style: pen.palette.text)
    guard isLargeEnough else {
      grid.draw(TooSmallView(size: size, language: shared.language), in: grid.bounds, with: pen)
      grid.finish(with: pen)
      return grid
    }
    let (top, below) = grid.bounds.splitTop(State.rowsAbove)
    let (bottom, body) = below.splitBottom(State.rowsBelow)
    let frame = current.frame(shared, in: body.size)
    grid.draw(TitleBar(state: self), in: top, with: pen)
    grid.copy(frame.grid, frame.grid.bounds, to: body.origin)
    for layer in layers { layer.draw(into: &grid, in: body, over: self) }
    let status = layers.last?.status(self) ?? statusLine(frame.status, pen)
    grid.draw(status, in: bottom.row(0), with: pen)
    grid.draw(keyBar, in: bottom.row(1), with: pen)
    grid.finish(with: pen)
    return grid
  }

  private func statusLine(_ status: String, _ pen: Pen) -> StatusLine {
    let (right, notice) = (activity[shared.language], shared.notice?[shared.language])
    let text = (notice ?? status)
      .truncated(to: max(size.width - columns(of: right) - 4, 0), ellipsis: pen.glyphs.ellipsis)
    return StatusLine(
      StyledLine(" " + text, notice == nil ? pen.palette.text : pen.palette.accent),
      right: StyledLine(right, pen.palette.warning)
    )
  }

  /// What goes on behind the screen, or has happened to the file.
  private var activity: Text {
    if let request = shared.readings.first {
      return purpose(of: request).doing
    }
    if shared.fileHasChanged {
      return Text(
        en: "the file has changed; r reads it anew ",
        vi: "tệp đã thay đổi; r đọc lại "
      )
    }
    if let words = shared.jobWords { return words }
    return shared.live.isRunning ? Text(en: "engine runs ", vi: "engine đang chạy ") : .none
  }

  /// Whether a key can do something: where there is one form, nothing switches it, and no branches are run.
  private func hasUse(for binding: KeyBinding) -> Bool {
    let aboutTraining =
      [Command.Name.form, .branches, .nextBranch].map(\.rawValue)
      + [MapsMode.difference, .branches].map { Command.view($0).description }
    return shared.document.hasTrainingForm || !aboutTraining.contains(binding.command)
  }

  private var keyBar: KeyBar {
    let labelled = bindings.filter { !$0.label.isEmpty && hasUse(for: $0) }
    // A screen that names what j or k do shows those keys itself.
    let namesMoves = labelled.contains { !Set($0.keys).isDisjoint(with: ["j", "k"]) }
    let moves = KeyBar.Hint("j/k", Text(en: "move", vi: "đi")[shared.language])
    return KeyBar(
      // Where every key is text, none moves.
      (namesMoves || isTyping ? [] : [moves])
        + labelled.map { binding in
          KeyBar.Hint(
            binding.keys[0].keyCap,
            binding.label[shared.language],
            isEssential: binding.isEssential
          )
        }
    )
  }
}

extension Grid {
  /// Makes a frame fit for the screen: on the theme's ground, with the signs that it has.
  mutating func finish(with pen: Pen) {
    lay(on: pen.palette)
    spell(at: pen.glyphs.level)
  }
}
