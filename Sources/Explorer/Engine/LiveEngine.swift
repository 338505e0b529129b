public import RepCore
internal import Synchronization

/// Runs both forms of a document in the background, in turn, as fast as they go.
///
///     let engine = LiveEngine(document) { terminal.wake() }
///     engine.update(for: state)            // whenever a command asks for it
///     for update in engine.takeUpdates() { state.receive(update) }
///
/// One thread of low priority does everything that takes time: it folds, plans and runs. While it is
/// paused it sleeps and nothing wakes it. News is published at most ten times a second and form.
public final class LiveEngine: Sendable {
  private let worker: LiveWorker

  /// An engine for `document`, not running yet.
  ///
  /// - Parameters:
  ///   - document: what to run.
  ///   - input: `N x C x H x W`; seeded normal values where nil.
  ///   - wake: called on the engine's thread whenever there is news.
  public init(
    _ document: Document,
    input: Tensor? = nil,
    wake: @escaping @Sendable () -> Void
  ) {
    worker = LiveWorker(document, input: input, wake: wake)
  }

  deinit { end() }

  /// Says what the engine is to do from now on.
  ///
  /// - Parameters:
  ///   - isRunning: whether to run at all; a run that is under way is abandoned.
  ///   - settings: what it runs with.
  ///   - form: the form that is measured first.
  ///   - startsAfresh: whether to forget all times so far.
  public func update(
    isRunning: Bool,
    settings: EngineSettings,
    form: Form,
    startsAfresh: Bool = false
  ) {
    worker.update(
      isRunning: isRunning,
      settings: settings,
      form: form,
      startsAfresh: startsAfresh
    )
  }

  /// Says what `state` wants; a state that holds no measurements wants new ones.
  public func update(for state: State) {
    update(
      isRunning: state.shared.live.isRunning,
      settings: state.shared.live.settings,
      form: state.shared.form,
      startsAfresh: state.shared.live.timing(of: .deploy) == nil
        && state.shared.live.timing(of: .train) == nil
    )
  }

  /// The news since the last call; of each form only the newest.
  public func takeUpdates() -> [LiveUpdate] { worker.takeUpdates() }

  /// Ends the engine's thread as soon as its present step is done, without waiting for it.
  public func end() { worker.end() }

  /// Whether the engine's thread has ended, or never began.
  public var hasEnded: Bool { worker.hasEnded }

  /// How often the engine's thread lay down to sleep; stands still while it sleeps or runs.
  var naps: Int { worker.naps }
}
