extension Grid {
  /// The screen as plain lines, each ended by a line feed, without blanks at their ends.
  public func text() -> String {
    (0..<size.height).map { line($0) + "\n" }.joined()
  }

  /// Row `y` as plain text, without blanks at its end.
  public func line(_ y: Int) -> String {
    let characters = row(y).filter { $0.part != .right }.map(\.character)
    let end = characters.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    return String(characters[..<end])
  }
}
