internal import Words

/// Takes a script apart: commands end at `;` or a line end, words at blanks, `#` begins a comment.
///
/// What stands between quotes, single or double, is one word with all its signs; behind a backslash any
/// sign is itself.
struct ScriptReader {
  private var commands: [[String]] = []
  private var words: [String] = []
  private var word: String?
  private var quote: Character?
  private var isEscaped = false
  private var isComment = false

  /// The commands of `text` as words; empty ones are left out.
  ///
  /// - Throws: `CommandError` where a quote is not closed.
  static func commands(in text: some StringProtocol) throws(CommandError) -> [[String]] {
    var reader = ScriptReader()
    for sign in text { reader.read(sign) }
    guard reader.quote == nil else {
      throw CommandError(
        Text(
          en: "a quote that is not closed: \(reader.word ?? "")",
          vi: "dấu nháy chưa đóng: \(reader.word ?? "")"
        )
      )
    }
    reader.endCommand()
    return reader.commands
  }

  /// The command that `line` ends with, as far as it is typed.
  ///
  /// - Returns: where it begins, its whole words, and the word that is being typed; nil where a blank ended the
  ///   last one.
  static func unfinished(
    _ line: String
  ) -> (start: String.Index, words: [String], part: String?) {
    var reader = ScriptReader()
    var start = line.startIndex
    for index in line.indices {
      let isPlain = reader.quote == nil && !reader.isEscaped && !reader.isComment
      reader.read(line[index])
      if isPlain, line[index] == ";" || line[index].isNewline { start = line.index(after: index) }
    }
    return (start, reader.words, reader.word)
  }

  private mutating func read(_ sign: Character) {
    if isComment {
      if sign.isNewline { endComment() }
    } else if isEscaped {
      word = (word ?? "") + String(sign)
      isEscaped = false
    } else if let open = quote {
      if sign == open { quote = nil } else { word?.append(sign) }
    } else {
      readPlain(sign)
    }
  }

  private mutating func readPlain(_ sign: Character) {
    switch sign {
    case "\\": isEscaped = true
    case "'", "\"":
      quote = sign
      word = word ?? ""
    case ";": endCommand()
    case "#" where word == nil: isComment = true
    case _ where sign.isNewline: endCommand()
    case _ where sign.isWhitespace: endWord()
    default: word = (word ?? "") + String(sign)
    }
  }

  private mutating func endComment() {
    isComment = false
    endCommand()
  }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func endCommand() {
    endWord()
    if !words.isEmpty { commands.append(words) }
    words = []
  }
}
