/// Why a line is not a command, in one sentence for the status line or standard error.
public struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what would be right.
  public let description: String

  init(_ description: String) { self.description = description }

  /// What stopped the command of this number, from 1, in a script of `count`.
  init(_ reason: String, number: Int, of count: Int) {
    self.init("command \(number) of \(count): \(reason)")
  }
}
