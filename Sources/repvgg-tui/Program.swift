internal import RepCore
internal import Words

/// The version, as `--version` prints it.
let programVersion = "0.1.0"

/// Reads the command line, runs the command and says what went wrong.
enum Program {
  /// Runs `words`, the command line without the program's own name, and returns the exit status.
  static func run(_ words: [String]) -> Int32 {
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

  /// Says what went wrong and returns the exit status.
  private static func tell(_ error: any Error) -> Int32 {
    do {
      // Whatever went wrong with a file that changed meanwhile went wrong because of that.
      if !(error is OutputFailure) { try OpenedFiles.check() }
      throw error
    } catch let error as OutputFailure {
      if let message = error.message { Standard.complain(message) }
      return CommandLineError.Status.unwritable.rawValue
    } catch let error as CommandLineError {
      Standard.complain(error.message)
      return error.status.rawValue
    } catch let error as FormatError {
      Standard.complain(error.description)
      return error.exitStatus
    } catch let error as PlanError where error.kind == .option {
      Standard.complain(error.description)
      return CommandLineError.Status.usage.rawValue
    } catch {
      Standard.complain("\(error)")
      return CommandLineError.Status.unreadable.rawValue
    }
  }

  private static func dispatch(_ words: [String]) throws -> CommandLineError.Status {
    let entry = CommandLineTable.commands.first { $0.name == words.first }
    let arguments = try Arguments(
      entry == nil ? words[...] : words.dropFirst(),
      for: entry ?? CommandLineTable.explorer
    )
    if arguments.has("--help") {
      try Standard.print(entry.map(Help.command) ?? Help.program)
      return .success
    }
    if arguments.has("--version") {
      try Standard.print(["repvgg-tui \(programVersion) (\(InstructionSet.best.rawValue))"])
      return .success
    }
    return try (entry ?? CommandLineTable.explorer).run(arguments)
  }
}
