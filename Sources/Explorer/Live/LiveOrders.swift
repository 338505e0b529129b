internal import RepCore

/// What the engine's thread is to do, and what must be made anew for it.
struct LiveOrders: Sendable {
  /// Whether to run.
  var isRunning = false
  /// Threads of one inference.
  var threads = 1
  /// The form that is measured first.
  var form = Form.deploy
  /// Whether to leave for good.
  var isEnding = false
  /// Counts the occasions on which all times so far lost their meaning.
  var generation = 0
  /// Whether anything was reported since then.
  var hasReported = false
}

/// News on its way to the screen: of each form the newest only.
struct LiveMailbox: Sendable {
  private var timings: [Form: FormTiming] = [:]
  private var failure: String?

  /// Replaces what was said of `form`.
  mutating func put(_ timing: FormTiming, of form: Form) { timings[form] = timing }

  /// Says why the engine stopped.
  mutating func put(failure sentence: String) { failure = sentence }

  /// Throws away what is not true any more.
  mutating func clear() { (timings, failure) = ([:], nil) }

  /// Empties the box.
  mutating func take() -> [LiveUpdate] {
    defer { clear() }
    let order = Form.allCases.compactMap { form in timings[form].map { ($0, form) } }
    return order.map { .timing($0, $1) } + (failure.map { [.failure($0)] } ?? [])
  }
}
