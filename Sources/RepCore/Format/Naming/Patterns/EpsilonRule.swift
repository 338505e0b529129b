/// The epsilon that a code base gives its norms, where a file's names tell the code base.
struct EpsilonRule: Hashable, Sendable {
  /// Whose value it is.
  let code: String
  let epsilon: Double
  /// A part of some name in the file.
  var part: String?

  /// Whether the rule is for a file with these names.
  func holds(among names: [String]) -> Bool {
    part.map { part in names.contains { $0.contains(part) } } ?? true
  }
}
