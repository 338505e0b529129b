public import Canvas
public import RepCore
internal import Words

// Commands carried out here and now, without a loop and its workers.

extension State {
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
    meetNeeds()
    shown(self)
    for (index, command) in commands.enumerated() {
      finish(perform(command), read, write)
      meetNeeds()
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
      shared.refuse(Text(error), blame: CommandError.Blame(error))
    }
  }

  /// Finds out here and now what the frame needs.
  mutating func meetNeeds() {
    _ = lackedNeeds()
    for need in shared.answers.missing {
      shared.answers.receive(need.answer(from: shared.document), to: need)
    }
  }

  /// Does a job here and now.
  ///
  /// - Returns: what its answer asks of the world.
  @discardableResult
  mutating func carryOut(_ job: Job) -> [Effect] {
    receive(job.work(JobContext(isCancelled: { false }, report: { _, _ in })))
  }

  private mutating func finish(
    _ effects: [Effect],
    _ read: ExplorerReader,
    _ write: ExplorerWriter
  ) {
    for effect in effects {
      switch effect {
      case .measure(let runs):
        carryOut(.measure(runs, measurementSettings))
      case .read(let request):
        finish(receive(Result(reading: request, with: read), for: request), read, write)
      case .shot(let target):
        meetNeeds()
        shoot(target, write)
      case .quit, .suspend, .repaint, .engine, .document, .cancel, .copy, .perform: break
      }
    }
  }
}
