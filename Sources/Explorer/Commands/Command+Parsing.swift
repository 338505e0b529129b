internal import RepCore

extension Command {
  /// Reads one command: a name and its arguments, separated by blanks.
  ///
  /// - Throws: `CommandError` that says which names or arguments there are.
  public init(parsing line: some StringProtocol) throws(CommandError) {
    let words = line.split(separator: " ").map { Substring($0) }
    guard let name = words.first else { throw CommandError("an empty command; ? lists the keys") }
    guard let entry = CommandTable.all.first(where: { $0.name == name }) else {
      throw CommandError("no command '\(name)'\(Command.suggestion(for: name))")
    }
    guard let command = entry.make(Array(words.dropFirst())) else {
      let usage = entry.arguments.isEmpty ? "no arguments" : entry.arguments
      throw CommandError("'\(name)' takes \(usage)")
    }
    self = command
  }

  /// Reads commands that are separated by semicolons or line ends; `#` starts a comment.
  public static func script(_ text: String) throws(CommandError) -> [Command] {
    var commands: [Command] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let code = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      for part in code.split(separator: ";") where part.contains(where: { $0 != " " }) {
        commands.append(try Command(parsing: part))
      }
    }
    return commands
  }

  /// Names that begin like `name`, as the end of a sentence.
  private static func suggestion(for name: Substring) -> String {
    let alike = CommandTable.all.map(\.name).filter { $0.hasPrefix(name.prefix(2)) }
    return alike.isEmpty ? "; ? lists the keys" : "; did you mean \(alike.joined(separator: ", "))?"
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
