internal import CPlatform
internal import Synchronization

/// The threads of one session: the caller and its helpers.
///
/// Each thread has a range of a task's units for itself, so that it meets the same part of the maps in
/// every layer and reads its weights in order; who is done takes from the ends of the others' ranges.
///
/// A helper spins for a moment after the last unit, because the next step follows within
/// microseconds, and then sleeps: an idle session costs nothing. Whoever comes late finds the units
/// taken by the others; nobody waits for a helper that has not begun.
final class ThreadPool: Sendable {
  private let state: PoolState
  private let helpers: [WorkerThread]
  /// Why there are fewer threads than were asked for; nil if there are not.
  let failure: ThreadFailure?

  /// A pool of `threads`, the caller included, that run units of the tasks of `list`.
  ///
  /// When the system has no thread left, the others do the work, and `failure` says so.
  init(threads: Int, list: TaskList) {
    let state = PoolState(list: list, threads: max(threads, 1))
    var helpers: [WorkerThread] = []
    var failure: ThreadFailure?
    do {
      for number in 1..<max(threads, 1) {
        helpers.append(
          try WorkerThread {
            _ = cp_flush_denormals()
            state.help(number: number)
          }
        )
      }
    } catch {
      failure = error
    }
    self.state = state
    self.helpers = helpers
    self.failure = failure
  }

  deinit {
    state.stop()
    for helper in helpers { helper.join() }
  }

  /// Runs every unit of task number `task` and returns when all are done.
  func run(task: Int, units: Int) {
    if helpers.isEmpty {
      for unit in 0..<units { state.list.run(task: task, unit: unit, thread: 0) }
    } else {
      state.run(task: task, units: units)
    }
  }
}

/// What the threads of a pool share.
private final class PoolState: Sendable {
  /// Nanoseconds to spin before sleeping: longer than a gap between steps, shorter than anybody minds.
  private static let patience: UInt64 = 40_000

  let list: TaskList
  private let shares: [Share]
  /// Grows with each task; who has seen it all looks at nothing else.
  private let published = Atomic<UInt64>(0)
  /// The task in hand, its units in all, and units done.
  private let task = Atomic<Int>(0)
  private let units = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let sleepers = Atomic<Int>(0)
  private let isCallerAsleep = Atomic<Bool>(false)
  private let isStopped = Atomic<Bool>(false)
  private let start = Bell()
  private let finish = Bell()

  init(list: TaskList, threads: Int) {
    self.list = list
    shares = (0..<threads).map { _ in Share() }
  }

  /// The caller's part.
  func run(task: Int, units: Int) {
    guard units > 0 else { return }
    self.task.store(task, ordering: .relaxed)
    self.units.store(units, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
    for (thread, share) in shares.enumerated() {
      share.offer(Share.range(thread, of: shares.count, units: units))
    }
    published.wrappingAdd(1, ordering: .sequentiallyConsistent)
    if units > 1, sleepers.load(ordering: .sequentiallyConsistent) > 0 { start.ring() }
    work(thread: 0)
    waitUntilDone(units)
  }

  /// A helper's life.
  func help(number: Int) {
    var seen: UInt64 = 0
    while !isStopped.load(ordering: .acquiring) {
      let latest = published.load(ordering: .sequentiallyConsistent)
      if latest != seen {
        seen = latest
        work(thread: number)
        continue
      }
      if spin(until: { hasNews(since: seen) }) { continue }
      let rings = start.rings
      sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
      // Whoever publishes work after this look sees the sleeper and rings.
      if !hasNews(since: seen) { start.wait(rings) }
      sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
  }

  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    start.ring()
  }

  private func hasNews(since seen: UInt64) -> Bool {
    published.load(ordering: .sequentiallyConsistent) != seen
      || isStopped.load(ordering: .sequentiallyConsistent)
  }

  /// Runs units until none is left: first of the thread's own share, then of the next ones.
  private func work(thread: Int) {
    while let unit = shares[thread].takeFirst() { run(unit, thread) }
    for distance in 1..<max(shares.count, 1) {
      let other = shares[(thread + distance) % shares.count]
      while let unit = other.takeLast() { run(unit, thread) }
    }
  }

  private func run(_ unit: Int, _ thread: Int) {
    // The task in hand cannot end before this unit, which is one of its own, is done: both hold still.
    let task = self.task.load(ordering: .relaxed)
    let units = self.units.load(ordering: .relaxed)
    list.run(task: task, unit: unit, thread: thread)
    let count = done.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
    if count == units, isCallerAsleep.load(ordering: .sequentiallyConsistent) { finish.ring() }
  }

  private func waitUntilDone(_ units: Int) {
    func isDone() -> Bool { done.load(ordering: .sequentiallyConsistent) == units }
    while !spin(until: isDone) {
      let rings = finish.rings
      isCallerAsleep.store(true, ordering: .sequentiallyConsistent)
      if !isDone() { finish.wait(rings) }
      isCallerAsleep.store(false, ordering: .sequentiallyConsistent)
    }
  }

  /// Spins until `condition` holds; false when patience ran out first.
  private func spin(until condition: () -> Bool) -> Bool {
    let start = cp_nanoseconds()
    repeat {
      for _ in 0..<32 {
        if condition() { return true }
        cp_pause()
      }
    } while cp_nanoseconds() - start < Self.patience
    return condition()
  }
}
