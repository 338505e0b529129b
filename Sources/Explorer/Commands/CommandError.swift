public import Words

/// Why a line is not a command, in one sentence for the status line or standard error.
public struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and what would be right.
  public let words: Text

  init(_ words: Text) { self.words = words }

  /// What stopped the command of this number, from 1, in a script of `count`.
  init(_ reason: Text, number: Int, of count: Int) {
    self.init(
      Text(en: "command \(number) of \(count): ", vi: "lệnh \(number) trong \(count): ") + reason
    )
  }

  /// In English.
  public var description: String { words.en }
}
