internal import RepCore
public import Words

/// Why a line is not a command, in one sentence for the status line or standard error.
public struct CommandError: TranslatedError, Hashable {
  /// Who could not do what was wanted.
  public enum Blame: Hashable, Sendable {
    /// The command's own words, or there is nothing that it could be done to.
    case command
    /// What was read, or there is no memory for it.
    case input
    /// What was to be written.
    case output
  }

  /// What is wrong, and what would be right.
  public let words: Text
  /// Who could not do what was wanted.
  public let blame: Blame

  init(_ words: Text, blame: Blame = .command) {
    self.words = words
    self.blame = blame
  }

  /// What stopped the command of this number, from 1, in a script of `count`.
  init(_ fault: CommandError, number: Int, of count: Int) {
    let place = Text(en: "command \(number) of \(count): ", vi: "lệnh \(number) trong \(count): ")
    self.init(place + fault.words, blame: fault.blame)
  }
}

extension CommandError.Blame {
  /// Who is to blame for `error`, which carrying out a command threw.
  init(_ error: any Error) {
    switch error {
    case let error as FormatError: self = error.kind == .unwritable ? .output : .input
    case let error as PlanError: self = error.kind == .option ? .command : .input
    case is MemoryError, is ThreadFailure: self = .input
    default: self = .command
    }
  }
}
