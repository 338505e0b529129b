public import Canvas
public import RepCore

// Commands carried out here and now, without a loop and its workers.

extension State {
  /// Runs both forms `runs` times here and now, and says how it went.
  mutating func measure(_ runs: Int, input: Tensor?) {
    do {
      let timings = try LiveEngine.measure(
        document,
        runs: runs,
        threads: live.threads,
        branches: live.branches,
        input: input
      )
      for (form, timing) in timings { receive(timing, of: form) }
      notice = "measured \(runs) runs of each form"
    } catch {
      refuse("cannot run: \(error)")
    }
  }

  /// Carries out `commands` without a terminal, waiting for everything they ask for.
  ///
  /// - Parameters:
  ///   - commands: What to do.
  ///   - read: Reads the file anew, when another of its sets is asked for.
  ///   - write: Writes a screen to a file and returns a sentence that says so.
  /// - Throws: `CommandError` for the first command that could not do what it says; none is carried out
  ///   behind it.
  public mutating func play(
    _ commands: [Command],
    read: ExplorerReader,
    write: (Grid, String, Look) throws -> String
  ) throws(CommandError) {
    finish(missingCheck, read, write)
    for (index, command) in commands.enumerated() {
      finish(perform(command), read, write)
      if let fault { throw CommandError(fault, number: index + 1, of: commands.count) }
    }
  }

  /// Writes the screen as it is, and says how it went.
  mutating func shoot(_ file: String, _ write: (Grid, String, Look) throws -> String) {
    do { notice = try write(render(), file, look) } catch { refuse("\(error)") }
  }

  private mutating func finish(
    _ effects: [Effect],
    _ read: ExplorerReader,
    _ write: (Grid, String, Look) throws -> String
  ) {
    for effect in effects {
      switch effect {
      case .check(let path):
        if let block = document.network.block(at: path) {
          receive(BlockCheck(block), of: path)
        }
      case .measure(let runs): measure(runs, input: nil)
      case .open(let options):
        let result = Result(reading: options, with: read)
        finish(receive(result, readWith: options), read, write)
      case .shot(let file): shoot(file, write)
      case .quit, .suspend, .repaint, .engine: break
      }
    }
  }
}
