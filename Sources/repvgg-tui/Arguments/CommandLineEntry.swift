internal import Words

/// A command of the program: its arguments, its words in the help, and what runs it.
struct CommandLineEntry: Sendable {
  /// `fold`; empty for the explorer.
  let name: String
  /// What stands behind it without an option.
  let operands: [Operand]
  let options: [Option]
  /// What the command does, in one line.
  let summary: Text
  let run: @Sendable (Arguments) throws -> CommandLineError.Status

  /// `repvgg-tui verify MODEL [OTHER] [options]`.
  var usage: Text {
    let named = name.isEmpty ? [] : [name]
    let words = ["repvgg-tui"] + named + operands.map(\.usage)
    return Text(name: words.joined(separator: " "))
      + Text(en: " [options]", vi: " [tùy chọn]")
  }

  /// Where to read more.
  var helpHint: Text {
    let help = "repvgg-tui \(name.isEmpty ? "" : name + " ")--help"
    return Text(en: "see \(help)", vi: "xem \(help)")
  }

  /// The option that is called `word`, short or long.
  func option(_ word: Substring) -> Option? { options.first { $0.matches(word) } }
}
