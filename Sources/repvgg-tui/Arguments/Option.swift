/// An option of a command, as help, parsing and the shell completions know it.
struct Option: Hashable, Sendable {
  /// The long name, such as `--threads`.
  let name: String
  /// The short form, such as `-o`, where there is one.
  let short: String?
  /// What stands for the value in the help; nil for a switch.
  let value: String?
  /// What the option does, in a few words.
  let summary: String

  /// An option with a value.
  init(_ name: String, short: String? = nil, _ value: String, _ summary: String) {
    self.name = name
    self.short = short
    self.value = value
    self.summary = summary
  }

  /// A switch.
  init(_ name: String, short: String? = nil, _ summary: String) {
    self.name = name
    self.short = short
    value = nil
    self.summary = summary
  }

  /// `-o OUT, --output OUT` as the help shows it.
  var usage: String {
    let forms = [short, name].compactMap { $0 }.joined(separator: ", ")
    return value.map { "\(forms) \($0)" } ?? forms
  }
}

extension Option {
  static let json = Option("--json", "print JSON")
  static let seed = Option("--seed", "N", "seed of the random numbers (default 0)")
  static let form = Option("--form", "train|deploy", "which form to run (default deploy)")
  static let threads = Option("--threads", "N", "threads (default: all processors)")
  static let help = Option("--help", short: "-h", "show this help")

  /// What every command takes that opens a model.
  static let reading = [
    Option("--set", "NAME", "which set of tensors, where the file holds several (model, ema, …)"),
    Option("--eps", "X", "epsilon of every norm, where the file does not say it"),
    Option("--strides", "N,…", "strides of the stages' first blocks, or NAME=N of a block"),
    Option(
      "--identity",
      "yes|no",
      "whether blocks without a tensor of an identity add their input"
    ),
    Option("--activation", "NAME", "what follows every block: relu, leaky-relu=0.1, silu, none, …"),
    Option("--scheme", "NAME|none", "whose names the tensors have; none: no doubtful ones"),
  ]
  /// Where no graph says how large the maps are.
  static let extent = Option(
    "--maps",
    "N",
    "height and width of the maps for blocks of an unknown graph (default 56)"
  )

  /// `-o OUT`, with what is written.
  static func output(_ value: String, _ summary: String) -> Option {
    Option("--output", short: "-o", value, summary)
  }
}
