// What stands in columns, as prose: for people who hear a screen and do not see it.

extension StringProtocol {
  /// The text without the blanks and signs that it begins with, and with `separator` where several blanks set a
  /// value apart.
  public func prose(separator: String) -> String {
    var text = ""
    var blanks = 0
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      guard !word.isEmpty else {
        blanks += 1
        continue
      }
      if text.isEmpty {
        // A mark of the row, or of the tree: it is seen and not said.
        if word.isProse { text = String(word) }
      } else {
        let isMarked = text.last.map { ":,;.".contains($0) } ?? false
        text += (blanks > 0 && !isMarked ? separator : " ") + word
      }
      blanks = 0
    }
    return text
  }

  /// Whether there is anything to be read aloud.
  var isProse: Bool { contains { $0.isLetter || $0.isNumber } }
}

extension StyledLine {
  /// The line as prose; empty where it is only lines and blocks.
  public var prose: String { text.prose(separator: ": ") }
}

extension Table {
  /// A row as prose: its name, then every other cell that holds text, behind the head of its column.
  ///
  /// - Parameters:
  ///   - row: The row, in sight or not.
  ///   - spoken: How to say the text of a cell.
  /// - Returns: one sentence; empty where no cell says anything.
  public func prose(ofRow row: Int, spoken: (String) -> String = { $0 }) -> String {
    var parts: [String] = []
    for (place, column) in columns.enumerated() {
      guard case .text(let text, _) = content(row, place) else { continue }
      guard text.isProse else { continue }
      let words = spoken(text).prose(separator: ", ")
      parts.append(parts.isEmpty || column.spoken.isEmpty ? words : "\(column.spoken) \(words)")
    }
    return parts.joined(separator: ", ")
  }
}
