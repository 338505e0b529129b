public import Canvas
public import RepCore
internal import Words

// Commands carried out here and now, without a loop and its workers.

extension State {
  /// Runs both forms `runs` times here and now, and says how it went.
  mutating func measure(_ runs: Int, input: Tensor?) {
    do {
      let timings = try LiveEngine.measure(
        shared.document,
        runs: runs,
        threads: shared.live.threads,
        branches: shared.live.branches,
        input: input
      )
      for (form, timing) in timings { receive(.timing(timing, form)) }
      shared.notice = Text(
        en: "measured \(runs) runs of each form",
        vi: "đã đo \(runs) lần chạy mỗi dạng"
      )
    } catch {
      shared.refuse(
        Text(en: "cannot run: \(error)", vi: "không chạy được: \(error)"),
        blame: CommandError.Blame(error)
      )
    }
  }

  /// Carries out `commands` without a terminal, waiting for everything they ask for.
  ///
  /// - Parameters:
  ///   - commands: What to do.
  ///   - read: Reads the file anew, when another of its sets is asked for.
  ///   - write: Writes a screen to a file and returns a sentence that says so.
  ///   - shown: Sees the state before the first command and behind each.
  /// - Throws: `CommandError` for the first command that could not do what it says; none is carried out
  ///   behind it.
  public mutating func play(
    _ commands: [Command],
    read: ExplorerReader,
    write: ExplorerWriter,
    shown: (State) -> Void = { _ in }
  ) throws(CommandError) {
    finish(askForCheck(), read, write)
    shown(self)
    for (index, command) in commands.enumerated() {
      finish(perform(command), read, write)
      if let fault = shared.fault {
        throw CommandError(fault, number: index + 1, of: commands.count)
      }
      shown(self)
    }
  }

  /// Writes the screen as it is, and says how it went.
  mutating func shoot(_ target: ShotTarget, _ write: ExplorerWriter) {
    do {
      shared.notice = Text(name: try write(render(), target, shared.look))
    } catch {
      shared.refuse(Text(name: "\(error)"), blame: CommandError.Blame(error))
    }
  }

  private mutating func finish(
    _ effects: [Effect],
    _ read: ExplorerReader,
    _ write: ExplorerWriter
  ) {
    for effect in effects {
      switch effect {
      case .check(let path):
        if let block = shared.document.network.block(at: path) {
          receive(BlockCheck(block), of: path)
        }
      case .measure(let runs): measure(runs, input: nil)
      case .open(let options):
        let result = Result(reading: options, with: read)
        finish(receive(result, readWith: options), read, write)
      case .shot(let target): shoot(target, write)
      case .quit, .suspend, .repaint, .engine, .perform: break
      }
    }
  }
}
