internal import Canvas

/// The keys that work on the screen behind it, made from the key table.
struct HelpView: Widget {
  let state: State

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let title = "Keys of the \(state.screen.title) screen"
    grid.draw(Panel(title, footer: "Esc closes", isFocused: true), in: area, with: pen)
    let inside = Panel.interior(of: area).inset(dx: 1, dy: 0)
    let lines = lines(pen)
    let offset = min(max(state.help ?? 0, 0), max(lines.count - inside.height, 0))
    grid.draw(TextBlock(Array(lines.dropFirst(offset))), in: inside, with: pen)
  }

  /// The largest useful offset: the last line stands at the bottom.
  func lastOffset(with pen: Pen) -> Int {
    let panel = Panel.interior(of: Rect(size: state.bodySize))
    return max(lines(pen).count - panel.height, 0)
  }

  private func lines(_ pen: Pen) -> [StyledLine] {
    let bindings = KeyMap.bindings(on: state.screen)
    let rows = bindings.map { binding in
      let keys = binding.keys.map(\.keyCap).joined(separator: " ")
      return StyledLine("  " + keys.fitted(to: 20, .left), pen.palette.key)
        .then(binding.summary, pen.palette.text)
    }
    let own = bindings.prefix { $0.screens != nil }.count
    let heading = { (text: String) in StyledLine(text, pen.palette.header) }
    return [heading("on this screen")] + rows.prefix(own) + [StyledLine(), heading("everywhere")]
      + rows.dropFirst(own) + [StyledLine(), heading("what is shown")] + remarks(pen)
  }

  private func remarks(_ pen: Pen) -> [StyledLine] {
    [
      "  Multiply-adds count as one; norms, sums and pooling count as none.",
      "  A norm scales by gamma / sqrt(variance + eps); eps is not in the paper's formula.",
      "  Folding holds at inference only, where norms use their running statistics.",
      "  Digits are screens, so keys take no counts. Nothing here changes the file.",
    ].map { StyledLine($0, pen.palette.muted) }
  }
}

extension KeyBinding {
  /// What the bound command does, from the command table.
  var summary: String {
    let words = command.split(separator: " ", maxSplits: 1)
    guard let entry = CommandTable.all.first(where: { $0.name == words[0] }) else { return command }
    return words.count == 1 ? entry.summary : "\(entry.summary): \(words[1])"
  }
}
