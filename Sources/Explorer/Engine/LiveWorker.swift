internal import RepCore
internal import Synchronization
internal import Words

/// The engine's thread and what it shares with the screen's.
final class LiveWorker: Sendable {
  private struct Shared {
    var orders = LiveOrders()
    var mailbox = LiveMailbox()
    var isStarted = false
    var hasEnded = true
    var naps = 0
  }

  private let document: Document
  private let input: Tensor?
  private let wake: @Sendable () -> Void
  private let shared = Mutex(Shared())
  private let semaphore = Semaphore()
  /// Counts changed orders; a run that began under an older count is abandoned.
  private let epoch = Atomic<Int>(0)

  /// The least time between two reports on one form.
  private static let interval = 0.1

  init(_ document: Document, input: Tensor?, wake: @escaping @Sendable () -> Void) {
    self.document = document
    self.input = input
    self.wake = wake
  }

  var hasEnded: Bool { shared.withLock { $0.hasEnded } }

  /// How often the thread lay down to sleep until new orders come.
  var naps: Int { shared.withLock { $0.naps } }

  func takeUpdates() -> [LiveUpdate] { shared.withLock { $0.mailbox.take() } }

  func update(
    isRunning: Bool,
    settings: EngineSettings,
    form: Form,
    startsAfresh: Bool
  ) {
    let startsThread = shared.withLock { shared in
      guard !shared.orders.isEnding else { return false }
      let isStale = startsAfresh && shared.orders.hasReported
      let isNew = isStale || settings != shared.orders.settings
      if isNew || isRunning != shared.orders.isRunning {
        epoch.wrappingAdd(1, ordering: .relaxed)
      }
      if isNew {
        shared.orders.generation += 1
        shared.orders.hasReported = false
        shared.mailbox.clear()
      }
      shared.orders.isRunning = isRunning
      shared.orders.settings = settings
      shared.orders.form = form
      guard isRunning, !shared.isStarted else { return false }
      shared.isStarted = true
      shared.hasEnded = false
      return true
    }
    if startsThread { startThread() }
    semaphore.signal()
  }

  private func startThread() {
    do {
      try BackgroundThread.start { self.work() }
    } catch {
      shared.withLock { shared in
        (shared.isStarted, shared.hasEnded) = (false, true)
        shared.mailbox.put(failure: error.words)
      }
      wake()
    }
  }

  func end() {
    shared.withLock { $0.orders.isEnding = true }
    epoch.wrappingAdd(1, ordering: .relaxed)
    semaphore.signal()
  }
}

// MARK: - On the engine's thread

extension LiveWorker {
  private func work() {
    defer { shared.withLock { $0.hasEnded = true } }
    var lap = Lap()
    while true {
      let began = epoch.load(ordering: .relaxed)
      let orders = shared.withLock { $0.orders }
      if orders.isEnding { return }
      guard orders.isRunning, lap.failed != orders.generation else {
        shared.withLock { $0.naps += 1 }
        semaphore.wait()
        continue
      }
      do {
        try run(orders, &lap) { self.epoch.load(ordering: .relaxed) != began }
      } catch {
        // An abandoned run is no failure.
        guard epoch.load(ordering: .relaxed) == began else { continue }
        lap.failed = orders.generation
        let reason =
          Text(en: "the engine cannot run: ", vi: "engine không chạy được: ") + Text(error)
        report(orders.generation) { $0.put(failure: reason) }
      }
    }
  }

  /// Runs the next form once, and makes what that needs.
  private func run(_ orders: LiveOrders, _ lap: inout Lap, isCancelled: @escaping () -> Bool)
    throws
  {
    if lap.generation != orders.generation {
      lap = Lap(generation: orders.generation)
      lap.waiting = FormRunner.forms(of: document, preferring: orders.form)
    }
    if let form = lap.waiting.first {
      let runner = try FormRunner(document, form: form, orders.settings, input: input)
      lap.runners.append(runner)
      lap.waiting.removeFirst()
      try runner.warmUp(isCancelled: isCancelled)
    }
    guard !lap.runners.isEmpty else { return }
    let turn = lap.turn % lap.runners.count
    lap.turn += 1
    try lap.runners[turn].run(isCancelled: isCancelled)
    let runner = lap.runners[turn]
    let now = monotonicSeconds()
    if now - (lap.reported[runner.form] ?? -.infinity) >= LiveWorker.interval {
      lap.reported[runner.form] = now
      let timing = runner.timing
      report(orders.generation) { $0.put(timing, of: runner.form) }
    }
  }

  /// Puts news into the mailbox, unless it is about times that were given up meanwhile.
  private func report(_ generation: Int, _ put: (inout LiveMailbox) -> Void) {
    let isCurrent = shared.withLock { shared in
      guard shared.orders.generation == generation else { return false }
      put(&shared.mailbox)
      shared.orders.hasReported = true
      return true
    }
    if isCurrent { wake() }
  }
}

/// Where the engine's thread stands.
private struct Lap {
  /// The orders' generation that all this belongs to.
  var generation = -1
  /// The generation that could not be run.
  var failed: Int?
  /// Forms that are still to be made ready.
  var waiting: [Form] = []
  /// Forms that run.
  var runners: [FormRunner] = []
  /// Runs so far.
  var turn = 0
  /// When each form was last reported, in seconds.
  var reported: [Form: Double] = [:]
}
