/// What a command takes in one place of its own.
struct Operand: Hashable, Sendable {
  /// What stands there, and what it is called.
  let value: ArgumentValue
  /// Whether it may be left out; then those behind it may be, too.
  var isOptional = false
  /// Whether it may be given any number of times; only the last one.
  var repeats = false

  /// What it is called.
  var name: String { value.shown }

  /// How the usage shows it: `[OTHER] …`.
  var usage: String { (isOptional ? "[\(name)]" : name) + (repeats ? " …" : "") }
}

extension Operand {
  /// The model that a command is about.
  static let model = Operand(value: .input("MODEL"))
}
