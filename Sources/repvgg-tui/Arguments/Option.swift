internal import Words

/// An option of a command, as help, parsing and the shell completions know it.
struct Option: Hashable, Sendable {
  /// The long name, such as `--threads`.
  let name: String
  /// The short form, such as `-o`, where there is one.
  let short: String?
  /// What stands behind it; nil for a switch.
  let value: ArgumentValue?
  /// Whether each time that it is given counts, and not the last one alone.
  let repeats: Bool
  /// What the option does, in a few words.
  let summary: Text

  /// An option with a value.
  init(
    _ name: String,
    short: String? = nil,
    _ value: ArgumentValue,
    repeats: Bool = false,
    _ summary: Text
  ) {
    (self.name, self.short, self.value) = (name, short, value)
    (self.repeats, self.summary) = (repeats, summary)
  }

  /// A switch.
  init(_ name: String, short: String? = nil, _ summary: Text) {
    (self.name, self.short, self.value) = (name, short, nil)
    (repeats, self.summary) = (false, summary)
  }

  /// `-o OUT, --output OUT` as the help shows it.
  var usage: String {
    let forms = [short, name].compactMap { $0 }.joined(separator: ", ")
    return value.map { "\(forms) \($0.shown)" } ?? forms
  }

  /// Whether `word` is the option without its value.
  func matches(_ word: Substring) -> Bool { word == name || short.map { word == $0 } == true }
}
