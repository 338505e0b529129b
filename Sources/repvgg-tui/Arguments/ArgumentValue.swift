/// What may stand in the place of an operand, or behind an option.
enum ArgumentValue: Hashable, Sendable {
  /// One of these words; the help shows them all, or something shorter.
  case choice([String], shown: String)
  /// A file that is read, with what the help calls it.
  case input(String)
  /// A file that is written.
  case output(String)
  /// Anything else; some of what is understood are these words.
  case text(String, offers: [String] = [])

  /// One of `words`.
  static func choice(_ words: [String]) -> ArgumentValue {
    .choice(words, shown: words.joined(separator: "|"))
  }

  /// One of the words of `type`, which reads it.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    of type: Choice.Type,
    shown: String? = nil
  ) -> ArgumentValue {
    let words = type.allCases.map(\.rawValue)
    return shown.map { .choice(words, shown: $0) } ?? .choice(words)
  }

  /// What the help shows for it.
  var shown: String {
    switch self {
    case .choice(_, let shown), .input(let shown), .output(let shown), .text(let shown, _): shown
    }
  }

  /// Whether it names a file.
  var isFile: Bool {
    switch self {
    case .input, .output: true
    case .choice, .text: false
    }
  }
}
