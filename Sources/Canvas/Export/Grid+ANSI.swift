// Escape sequences of ECMA-48 (SGR), for `cat` and for documents that keep terminal colours.

extension Grid {
  /// The screen as lines with colours and attributes for a terminal of `depth`.
  ///
  /// Every line starts and ends in the terminal's own colours, so that lines may be cut out.
  public func ansi(depth: ColorDepth) -> String {
    (0..<size.height).map { ansiLine($0, depth) + "\n" }.joined()
  }

  private func ansiLine(_ y: Int, _ depth: ColorDepth) -> String {
    let cells = row(y)
    let end = cells.lastIndex { $0.character != " " || $0.style != .plain }.map { $0 + 1 }
    return cells[..<(end ?? cells.startIndex)].ansi(depth: depth)
  }
}

extension ArraySlice<Cell> {
  /// Cells next to each other, from the terminal's own colours back to them.
  func ansi(depth: ColorDepth) -> String {
    var style = Style.plain
    var text = ""
    for cell in self where cell.part != .right {
      let next = cell.style.reduced(to: depth)
      if next != style {
        text += next.sequence
        style = next
      }
      text.append(cell.character)
    }
    return style == .plain ? text : text + Style.plain.sequence
  }
}

extension Style {
  /// The sequence that leaves every other style and takes this one.
  fileprivate var sequence: String {
    let flags: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    let codes =
      ["0"] + flags.filter { attributes.contains($0.0) }.map(\.1)
      + foreground.codes(isPaper: false) + background.codes(isPaper: true)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}

extension Color {
  fileprivate func codes(isPaper: Bool) -> [String] {
    let shift = isPaper ? 10 : 0
    switch self {
    case .default: return []
    case .indexed(let index) where index < 8: return ["\(30 + shift + Int(index))"]
    case .indexed(let index) where index < 16: return ["\(82 + shift + Int(index))"]
    case .indexed(let index): return ["\(38 + shift)", "5", "\(index)"]
    case .rgb(let red, let green, let blue):
      return ["\(38 + shift)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
