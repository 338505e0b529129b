/// The command lines that were run, the last first, each once.
struct History: Hashable, Sendable {
  /// The lines.
  private(set) var lines: [String] = []

  /// How many are kept.
  private static let most = 50

  /// Puts a line in front.
  mutating func add(_ line: String) {
    lines.removeAll { $0 == line }
    lines.insert(line, at: 0)
    lines = Array(lines.prefix(History.most))
  }
}
