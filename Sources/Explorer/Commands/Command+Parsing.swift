internal import RepCore
internal import Words

extension Command {
  /// Reads one command: a name and its arguments, separated by blanks.
  ///
  /// - Throws: `CommandError` that says which names or arguments there are.
  public init(parsing line: some StringProtocol) throws(CommandError) {
    let commands = try Command.script(line)
    guard commands.count == 1 else {
      throw CommandError(
        Text(en: "an empty command; ? lists the keys", vi: "lệnh trống; ? liệt kê các phím")
      )
    }
    self = commands[0]
  }

  /// Reads commands that are separated by semicolons or line ends; `#` starts a comment, and quotes keep
  /// blanks and semicolons.
  public static func script(_ text: some StringProtocol) throws(CommandError) -> [Command] {
    var commands: [Command] = []
    for words in try ScriptReader.commands(in: text) { commands.append(try Command(words)) }
    return commands
  }

  private init(_ words: [String]) throws(CommandError) {
    let name = words[0]
    guard let entry = CommandTable.specification(of: Name(name)) else {
      throw CommandError(
        Text(en: "no command '\(name)'", vi: "không có lệnh '\(name)'")
          + Command.suggestion(for: name)
      )
    }
    self = try entry.command(Array(words.dropFirst()))
  }

  /// Names that are like `name`, as the end of a sentence.
  private static func suggestion(for name: String) -> Text {
    let names = CommandTable.all.map(\.name.rawValue)
    let alike = names.filter { $0.hasPrefix(name.prefix(2)) }.joined(separator: ", ")
    return alike.isEmpty
      ? Text(en: "; ? lists the keys", vi: "; ? liệt kê các phím")
      : Text(en: "; did you mean \(alike)?", vi: "; ý bạn là \(alike)?")
  }
}

extension BlockPath {
  /// Reads `stage3.2`, `stage0` or `3.2`.
  init?(parsing text: some StringProtocol) {
    let digits = text.hasPrefix("stage") ? text.dropFirst(5) : text[...]
    let numbers = digits.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard let stage = numbers.first ?? nil, stage >= 0, numbers.count <= 2 else { return nil }
    if numbers.count == 1 {
      self.init(stage: stage, block: 0)
    } else {
      guard let block = numbers[1], block >= 0 else { return nil }
      self.init(stage: stage, block: block)
    }
  }
}
