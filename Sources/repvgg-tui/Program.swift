internal import RepCore
internal import Words

/// The version, as `--version` prints it.
let programVersion = "0.1.0"

/// Reads the command line, runs the command and says what went wrong.
enum Program {
  /// Runs `words`, the command line without the program's own name, and returns the exit status.
  static func run(_ words: [String]) -> Int32 {
    let language = Arguments.language(in: words) ?? Surroundings.language
    return Standard.$language.withValue(language) {
      OpenedFiles.$current.withValue(OpenedFiles()) {
        do {
          let status = try dispatch(words)
          try Standard.finish()
          return status.rawValue
        } catch {
          return tell(error)
        }
      }
    }
  }

  /// Says what went wrong and returns the exit status.
  private static func tell(_ error: any Error) -> Int32 {
    do {
      // Whatever went wrong with a file that changed meanwhile went wrong because of that.
      if !(error is OutputFailure) { try OpenedFiles.check() }
      throw error
    } catch let error as OutputFailure {
      if let words = error.words { Standard.complain(words) }
      return CommandLineError.Status.unwritable.rawValue
    } catch {
      Standard.complain(Text(error))
      return exitStatus(of: error)
    }
  }

  private static func exitStatus(of error: any Error) -> Int32 {
    switch error {
    case let error as CommandLineError: error.status.rawValue
    case let error as FormatError: error.exitStatus
    case let error as PlanError where error.kind == .option:
      CommandLineError.Status.usage.rawValue
    default: CommandLineError.Status.unreadable.rawValue
    }
  }

  private static func dispatch(_ words: [String]) throws -> CommandLineError.Status {
    // Options may stand before the command, too.
    let place = Arguments.placeOfCommand(in: words)
    let entry = place.flatMap { CommandLineTable.command(words[$0]) }
    if entry == nil, let place { try refuseSlip(words[place]) }
    var rest = words
    if entry != nil, let place { rest.remove(at: place) }
    let arguments = try Arguments(rest[...], for: entry ?? CommandLineTable.explorer)
    // Commands that only print never ask for it.
    _ = try arguments.choice("--lang", of: Language.self)
    if arguments.has("--help") {
      try Standard.print(entry.map(Help.command) ?? Help.program)
      return .success
    }
    if arguments.has("--version") {
      let version = "repvgg-tui \(programVersion) (\(InstructionSet.best.rawValue))"
      try Standard.print([Text(name: version)])
      return .success
    }
    return try (entry ?? CommandLineTable.explorer).run(arguments)
  }

  /// Refuses a command that is spelt wrong, unless there is a file of that name.
  private static func refuseSlip(_ word: String) throws(CommandLineError) {
    guard let meant = CommandLineTable.command(like: word)?.name, !Surroundings.holds(word) else {
      return
    }
    throw .usage(
      Text(
        en: "there is no file or command '\(word)'; did you mean '\(meant)'?",
        vi: "không có tệp hay lệnh '\(word)'; ý bạn là '\(meant)'?"
      )
    )
  }
}
