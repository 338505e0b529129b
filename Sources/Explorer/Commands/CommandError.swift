/// Why a line is not a command, in one sentence for the status line or standard error.
public struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what would be right.
  public let description: String

  init(_ description: String) { self.description = description }
}
