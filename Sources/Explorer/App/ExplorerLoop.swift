public import Canvas
public import RepCore
internal import Words

/// The explorer at work: events come in, screens go out, the engine and the checks run behind.
///
/// Nothing happens while nothing happens: the loop sleeps in `nextEvent` until a key, a signal, or a
/// worker's wake.
public struct ExplorerLoop<Screen: Terminal> {
  private var terminal: Screen
  private var state: State
  private var hasAskedForGround = false
  /// Finds out what the frame that is shown needs.
  private var finder: JobRunner
  /// Measures, one after the other.
  private let jobs: JobRunner
  /// Reads files, which waits for no measurement.
  private let reader: JobRunner
  /// Takes a first look at the times of models; nil where none is wanted.
  private let looker: JobRunner?
  /// The models that were looked at.
  private var lookedAt: Set<ModelID> = []
  private var engine: LiveEngine
  private let read: ExplorerReader
  /// Tells when a file was written; nil where none is followed.
  private let watch: FileWatch?
  /// The files that are followed.
  private var watched: Set<String> = []
  /// What the window is called after.
  private var title = ""
  private let write: ExplorerWriter
  /// The screen that was shown last.
  private var shown: ScreenID?
  /// Whether it wants the engine to run.
  private var wantsEngine = false
  private var end: End?
  /// The theme that is shown.
  public var theme: ThemeName { state.shared.look.theme }
  /// Why a script ended the explorer at, or behind, a command that could not do what it says.
  public private(set) var scriptFault: CommandError?

  /// An explorer on `terminal`.
  ///
  /// - Parameters:
  ///   - state: The first state.
  ///   - terminal: Where it is shown.
  ///   - follows: Whether a file is read anew whenever it was written.
  ///   - measures: Whether small networks are run a few times as soon as they are shown.
  ///   - read: Reads the file anew, when another of its sets is asked for.
  ///   - write: Writes a screen to a file and returns a sentence that says so.
  public init(
    _ state: State,
    on terminal: Screen,
    follows: Bool = false,
    measures: Bool = false,
    read: @escaping ExplorerReader,
    write: @escaping ExplorerWriter
  ) {
    self.state = state
    // What was lacking before is found out by nobody.
    self.state.shared.answers.giveUp()
    self.terminal = terminal
    self.write = write
    let wake = terminal.wake
    self.read = read
    watch = follows ? FileWatch(wake: wake) : nil
    jobs = JobRunner(wake: wake)
    reader = JobRunner(wake: wake)
    looker = measures ? JobRunner(wake: wake) : nil
    finder = JobRunner(wake: wake)
    engine = LiveEngine(state.shared.document, input: state.shared.input?.tensor, wake: wake)
  }

  /// Reads `others`, runs `commands`, takes what was `typed` meanwhile, then follows the terminal until the
  /// user leaves or the terminal ends.
  ///
  /// - Returns: why the terminal ended; nil when the user left.
  /// - Throws: `ThreadFailure` where there is not even a thread to check the first fold.
  public mutating func run(
    _ commands: [Command] = [],
    others: [ModelSource] = [],
    typed: [Event] = []
  ) throws(ThreadFailure) -> Event.Reason? {
    defer {
      engine.end()
      terminal.restore()
    }
    if let failure = findWhatIsLacking() { throw failure }
    var fault: CommandError?
    for source in others {
      _ = carryOut(state.open(source, isShown: false), inScript: !commands.isEmpty)
      fault = fault ?? state.shared.fault
    }
    for (index, command) in commands.enumerated() where end == nil {
      if !carryOut(state.perform(command), inScript: true) { end = end ?? .left }
      if let own = state.shared.fault, fault == nil {
        fault = CommandError(own, number: index + 1, of: commands.count)
      }
    }
    // Who goes on has read it in the status line.
    if end != nil { scriptFault = fault }
    var typed = typed[...]
    while end == nil {
      show()
      if let event = typed.popFirst() ?? terminal.nextEvent(timeout: nil) { handle(event) }
    }
    if case .terminal(let reason)? = end { return reason }
    return nil
  }

  /// Why the explorer ends.
  private enum End {
    /// The user left.
    case left
    /// The terminal is gone, or wants it to end.
    case terminal(Event.Reason)
  }

  /// Paints the screen, and lets what it needs and what it starts begin.
  private mutating func show() {
    followScreen()
    followFiles()
    followTitle()
    _ = findWhatIsLacking()
    paint()
    lookAtTimes()
  }

  private mutating func handle(_ event: Event) {
    var running = true
    switch event {
    // The terminal is raw, so Ctrl-C is a key; the parent is told what it would be elsewhere.
    case .key(.control("c")) where !state.isTyping: end = .terminal(.interrupt)
    case .key(let key): running = carryOut(state.press(key))
    case .resize(let size): state.size = size
    case .wake: running = takeResults()
    case .suspend: suspend()
    case .end(let reason): end = .terminal(reason)
    case .paste(let text): running = carryOut(state.paste(text))
    case .ground(let color): state.shared.look.ground = Ground(color)
    case .mouse(let mouse): running = carryOut(state.handle(mouse))
    }
    if !running { end = .left }
  }

  /// Shows the screen for so long, in a script, as if nobody had asked for more yet.
  private mutating func wait(seconds: Int) {
    let last = monotonicSeconds() + Double(seconds)
    while end == nil {
      show()
      let left = last - monotonicSeconds()
      guard left > 0 else { return }
      if let event = terminal.nextEvent(timeout: Int((left * 1000).rounded(.up))) { handle(event) }
    }
  }

  /// Lets go of what only another screen needs, and runs the engine while a screen is shown that wants it; a script
  /// alone starts nothing.
  private mutating func followScreen() {
    if shown != state.screen { finder.forgetKept() }
    shown = state.screen
    let isWanted = Swift.type(of: state.current).runsEngine
    guard isWanted != wantsEngine else { return }
    wantsEngine = isWanted
    if state.shared.live.follow(screenIsShown: isWanted) { engine.update(for: state) }
  }

  private mutating func paint() {
    state.shared.fileHasChanged = state.shared.document.opened?.file?.hasChanged ?? false
    if state.shared.look.theme.followsGround, !hasAskedForGround {
      hasAskedForGround = true
      terminal.askForGround()
    }
    terminal.present(state.render())
  }

  /// Runs a network that was not looked at yet a few times, as long as nothing else runs: neither the engine, nor
  /// what is being read or found out, which would take the time of those runs.
  private mutating func lookAtTimes() {
    guard let looker else { return }
    if state.shared.live.isRunning {
      looker.cancel()
    } else if state.shared.answers.missing.isEmpty, state.shared.readings.isEmpty,
      lookedAt.insert(state.shared.workspace.current.id).inserted,
      let job = state.firstLook
    {
      // A machine without a thread for it shows no times.
      try? looker.ask(job)
    }
  }

  /// Calls the window after the model that is shown.
  private mutating func followTitle() {
    let wanted = state.shared.document.title
    guard wanted != title else { return }
    title = wanted
    terminal.entitle("\(wanted.visible) - repvgg-tui")
  }

  /// Watches the files that are open, where they are followed.
  private mutating func followFiles() {
    guard let watch else { return }
    for case .file(let path)? in state.shared.workspace.models.map(\.document.source)
    where watched.insert(path).inserted {
      watch.add(path)
    }
  }

  /// Takes over what the workers have done; false when that leads to leaving.
  private mutating func takeResults() -> Bool {
    for path in watch?.takeChanges() ?? [] { _ = carryOut(state.follow(.file(path))) }
    for update in engine.takeUpdates() { state.receive(update) }
    let news =
      finder.takeNews() + reader.takeNews() + jobs.takeNews() + (looker?.takeNews() ?? [])
    return news.allSatisfy { carryOut(state.receive($0)) }
  }

  /// Gives the state's new document workers of its own; those of the old one end.
  private mutating func startWorkers() {
    engine.end()
    finder.cancel()
    finder = JobRunner(wake: terminal.wake)
    let input = state.shared.input?.tensor
    engine = LiveEngine(state.shared.document, input: input, wake: terminal.wake)
    engine.update(for: state)
  }

  /// Carries out `effects`; false when one of them is to leave.
  private mutating func carryOut(_ effects: [Effect], inScript: Bool = false) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .suspend: suspend()
      case .repaint: terminal.invalidate()
      case .engine: engine.update(for: state)
      case .measure(let runs):
        measure(.measure(runs, state.measurementSettings), inScript: inScript)
      case .tune: measure(.tune(state.measurementSettings), inScript: inScript)
      case .ceilings: measure(.ceilings(threads: state.shared.live.threads), inScript: inScript)
      case .cancel:
        for job in state.shared.jobs { finder.cancel(job.id) }
        jobs.cancel()
        reader.cancel()
      case .copy(let text): terminal.copy(text)
      case .read(let request):
        ask(.read(request, with: read), of: reader, inScript: inScript)
      case .document: startWorkers()
      case .shot(let target, let pane):
        if inScript { state.meetNeeds() }
        state.shoot(target, of: pane, write)
      // Who types waits by not typing.
      case .wait(let seconds): if inScript { wait(seconds: seconds) }
      case .perform: break
      }
    }
    return true
  }

  /// Lets what the frame needs be found out, and nothing else; where no thread does it, says so.
  private mutating func findWhatIsLacking() -> ThreadFailure? {
    guard let needs = state.lackedNeeds() else { return nil }
    do {
      try finder.ask(only: needs.map { .find($0, in: state.shared.document) })
      return nil
    } catch {
      state.shared.answers.giveUp()
      state.shared.notice = error.words
      return error
    }
  }

  /// Asks for a job that takes its time; where no thread does it, says so.
  ///
  /// A script waits for it: what comes next may need its answer, or be the end.
  private mutating func ask(_ job: Job, of runner: JobRunner, inScript: Bool) {
    if inScript {
      _ = carryOut(state.carryOut(job), inScript: true)
      return
    }
    do {
      try runner.ask(job)
      state.show(job)
    } catch {
      if case .read(let request) = job.id { state.shared.readings.removeAll { $0 == request } }
      state.shared.notice = error.words
    }
  }

  private mutating func suspend() {
    let wasRunning = state.shared.live.isRunning
    state.shared.live.isRunning = false
    engine.update(for: state)
    terminal.suspend()
    state.size = terminal.size
    state.shared.live.isRunning = wasRunning
    engine.update(for: state)
  }

  /// Asks for a job that needs the engine's processors for itself.
  private mutating func measure(_ job: Job, inScript: Bool) {
    state.shared.live.isRunning = false
    engine.update(for: state)
    looker?.cancel()
    // What is read meanwhile would take the time of what is measured: first that, then this.
    ask(job, of: state.shared.readings.isEmpty ? jobs : reader, inScript: inScript)
  }
}
