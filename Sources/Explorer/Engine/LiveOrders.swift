internal import RepCore
internal import Words

/// What the engine's thread is to do, and what must be made anew for it.
struct LiveOrders: Sendable {
  /// Whether to run.
  var isRunning = false
  /// What it runs with.
  var settings = EngineSettings(threads: 1)
  /// The form that is measured first.
  var form = Form.deploy
  /// Whether to leave for good.
  var isEnding = false
  /// Counts the occasions on which all times so far lost their meaning.
  var generation = 0
  /// Whether anything was reported since then.
  var hasReported = false
}

/// News on its way to the screen: of each form the newest only, in the order of their first arrival.
struct LiveMailbox: Sendable {
  private var timings: [(form: Form, timing: FormTiming)] = []
  private var failure: Text?

  /// Replaces what was said of `form`.
  mutating func put(_ timing: FormTiming, of form: Form) {
    if let index = timings.firstIndex(where: { $0.form == form }) {
      timings[index].timing = timing
    } else {
      timings.append((form, timing))
    }
  }

  /// Says why the engine stopped.
  mutating func put(failure sentence: Text) { failure = sentence }

  /// Throws away what is not true any more.
  mutating func clear() { (timings, failure) = ([], nil) }

  /// Empties the box.
  mutating func take() -> [LiveUpdate] {
    defer { clear() }
    return timings.map { .timing($0.timing, $0.form) } + (failure.map { [.failure($0)] } ?? [])
  }
}
