internal import Canvas

/// A line of text with a cursor in it, edited by the usual keys.
struct LineEditor: Hashable, Sendable {
  /// What has been typed.
  private(set) var text: [Character] = []
  /// Before which character the next one is put.
  private(set) var cursor = 0

  /// The longest line; more is dropped, so that a paste of megabytes costs nothing.
  static let longest = 4096

  /// An empty line.
  init() {}

  /// A line that holds `text`, the cursor behind it.
  init(_ text: some StringProtocol) { insert(text) }

  /// What has been typed.
  var line: String { String(text) }

  /// Puts what was typed or pasted at the cursor; line ends and other controls become blanks.
  mutating func insert(_ more: some StringProtocol) {
    let room = max(LineEditor.longest - text.count, 0)
    let signs: [Character] = more.prefix(room).map { sign in
      let isControl = sign.unicodeScalars.contains { $0.properties.generalCategory == .control }
      return isControl ? " " : sign
    }
    text.insert(contentsOf: signs, at: cursor)
    cursor += signs.count
  }

  /// Edits by one key; false where the key edits nothing.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete, .control("d"): if cursor < text.count { remove(cursor..<cursor + 1) }
    case .left, .control("b"): cursor = max(cursor - 1, 0)
    case .right, .control("f"): cursor = min(cursor + 1, text.count)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    case .control("w"): remove(wordStart..<cursor)
    default: return false
    }
    return true
  }

  /// Where the word before the cursor begins.
  private var wordStart: Int {
    var start = cursor
    while start > 0, text[start - 1].isWhitespace { start -= 1 }
    while start > 0, !text[start - 1].isWhitespace { start -= 1 }
    return start
  }

  private mutating func remove(_ range: Range<Int>) {
    text.removeSubrange(range)
    cursor = range.lowerBound
  }
}

extension LineEditor {
  /// The line behind `sign` in at most `width` columns, the cursor in sight, as it stands in the status line.
  func styled(behind sign: String, width: Int, _ palette: Palette) -> StyledLine {
    let room = max(width - columns(of: sign) - 2, 1)
    var start = cursor
    var used = 0
    while start > 0, case let more = columns(of: String(text[start - 1])), used + more < room {
      start -= 1
      used += more
    }
    let isAtEnd = cursor == text.count
    let under = isAtEnd ? "_" : String(text[cursor])
    return StyledLine(sign, palette.accent)
      .then(String(text[start..<cursor]), palette.accent)
      .then(under, isAtEnd ? palette.accent : palette.accent.adding(.reverse))
      .then(String(text.dropFirst(cursor + 1)), palette.accent)
  }
}
