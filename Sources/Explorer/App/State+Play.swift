public import Canvas
public import RepCore
public import Words

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

  /// Opens more models behind the one that is shown.
  ///
  /// - Throws: `CommandError` for the first that cannot be read.
  public mutating func open(
    more sources: [ModelSource],
    read: ExplorerReader,
    write: ExplorerWriter
  ) throws(CommandError) {
    for source in sources {
      finish(open(source, isShown: false), read, write)
      if let fault = shared.fault { throw fault }
    }
  }

  /// Writes the screen as it is, or a pane of it, and says how it went.
  mutating func shoot(_ target: ShotTarget, of pane: PaneID?, _ write: ExplorerWriter) {
    do {
      shared.notice = try write(render(), annotations(of: pane), target, shared.look)
    } catch {
      shared.refuse(Text(error), blame: CommandError.Blame(error))
    }
  }

  /// Finds out here and now what the frame needs.
  mutating func meetNeeds() {
    _ = lackedNeeds()
    let context = JobContext()
    for need in shared.answers.missing {
      guard let found = need.find(in: shared.document, context) else { continue }
      shared.answers.receive(found, to: need)
    }
  }

  /// Does a job here and now.
  ///
  /// - Returns: what its answer asks of the world.
  @discardableResult
  mutating func carryOut(_ job: Job) -> [Effect] {
    receive(job.work(JobContext()))
  }

  mutating func finish(
    _ effects: [Effect],
    _ read: ExplorerReader,
    _ write: ExplorerWriter
  ) {
    for effect in effects {
      switch effect {
      case .measure(let runs):
        carryOut(.measure(runs, measurementSettings))
      case .ceilings: carryOut(.ceilings(threads: shared.live.threads))
      case .tune: finish(carryOut(.tune(measurementSettings)), read, write)
      case .read(let request):
        finish(receive(Result(reading: request, with: read), for: request), read, write)
      case .shot(let target, let pane):
        meetNeeds()
        shoot(target, of: pane, write)
      case .quit, .suspend, .repaint, .engine, .document, .cancel, .copy, .wait, .perform: break
      }
    }
  }
}
