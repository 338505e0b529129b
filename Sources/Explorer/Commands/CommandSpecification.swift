public import Words

/// One entry of the command language: its name, what it takes, and what it does.
///
/// Parsing, completion, palette, help and the tables in the documents follow from it.
public struct CommandSpecification: Sendable {
  /// The first word.
  public let name: Command.Name
  /// What it takes, in this order; what may be left out comes last.
  public let parameters: [Parameter]
  /// What the command does, in a few words.
  public let summary: Text
  /// What it is for.
  private(set) var intent = Intent.here
  /// Whether a configuration may hold it: it asks nothing of the world and is about no model.
  private(set) var isSetting = false

  /// Declares a command.
  init(_ name: Command.Name, _ parameters: Parameter..., does summary: Text) {
    (self.name, self.parameters, self.summary) = (name, parameters, summary)
  }

  /// The same command, for an intent.
  func intended(for intent: Intent) -> CommandSpecification {
    var command = self
    command.intent = intent
    return command
  }

  /// The same command, which a configuration may hold.
  var setting: CommandSpecification {
    var command = self
    command.isSetting = true
    return command
  }

  /// The arguments as the help shows them, empty for none.
  public var arguments: String { parameters.map(\.usage).joined(separator: " ") }

  /// The command with the arguments in `words`.
  ///
  /// - Throws: `CommandError` that names the word that is not understood, and what stands in its place.
  func command(_ words: [String]) throws(CommandError) -> Command {
    var rest = words[...]
    var arguments: [Argument] = []
    for parameter in parameters {
      guard !rest.isEmpty else {
        guard parameter.isOptional else {
          throw refusal(of: nil, taking: Text(name: self.arguments))
        }
        break
      }
      let word = parameter.takesRest ? rest.joined(separator: " ") : rest[rest.startIndex]
      guard let argument = parameter.read(word) else {
        throw refusal(of: word, taking: parameter.wanted)
      }
      arguments.append(argument)
      rest = parameter.takesRest ? [] : rest.dropFirst()
    }
    guard let word = rest.first else { return Command(name, arguments) }
    let none = Text(en: "no arguments", vi: "không tham số nào")
    throw refusal(of: word, taking: parameters.isEmpty ? none : Text(name: self.arguments))
  }

  /// `'zoom' takes [PANE]`, and which word it does not take.
  private func refusal(of word: String?, taking wanted: Text) -> CommandError {
    let takes = Text(en: "'\(name.rawValue)' takes ", vi: "'\(name.rawValue)' nhận ") + wanted
    guard let word else { return CommandError(takes) }
    return CommandError(takes + Text(en: ", not '\(word)'", vi: ", không nhận '\(word)'"))
  }
}
