public import Canvas
public import RepCore

// Commands carried out here and now, without a loop and its workers.

extension State {
  /// Runs both forms `runs` times here and now, and returns a sentence that says how it went.
  mutating func measure(_ runs: Int, input: Tensor?) -> String {
    do {
      let timings = try LiveEngine.measure(
        document,
        runs: runs,
        threads: live.threads,
        branches: live.branches,
        input: input
      )
      for (form, timing) in timings { receive(timing, of: form) }
      return "measured \(runs) runs of each form"
    } catch {
      return "cannot run: \(error)"
    }
  }

  /// Carries out `commands` without a terminal, waiting for everything they ask for.
  ///
  /// - Parameters:
  ///   - commands: What to do.
  ///   - read: Reads the file anew, when another of its sets is asked for.
  ///   - write: Writes a screen to a file and returns a sentence that says how it went.
  public mutating func play(
    _ commands: [Command],
    read: ExplorerReader,
    write: (Grid, String, Look) -> String
  ) {
    finish(missingCheck, read, write)
    for command in commands { finish(perform(command), read, write) }
  }

  private mutating func finish(
    _ effects: [Effect],
    _ read: ExplorerReader,
    _ write: (Grid, String, Look) -> String
  ) {
    for effect in effects {
      switch effect {
      case .check(let path):
        if let block = document.network.block(at: path) {
          receive(BlockCheck(block), of: path)
        }
      case .measure(let runs): notice = measure(runs, input: nil)
      case .open(let options):
        let result = Result(reading: options, with: read)
        finish(receive(result, readWith: options), read, write)
      case .shot(let file): notice = write(render(), file, look)
      case .quit, .suspend, .repaint, .engine: break
      }
    }
  }
}
