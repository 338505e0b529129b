internal import CPlatform
internal import Glibc
internal import Synchronization

/// The threads of one session: the caller and its helpers, who draw units of work from one counter.
///
/// A helper spins for a moment after the last unit, because the next step follows within
/// microseconds, and then sleeps: an idle session costs nothing. Whoever comes late finds the units
/// taken by the others; nobody waits for a helper that has not begun.
final class ThreadPool: Sendable {
  private let state: PoolState
  private let helpers: [Helper]

  /// A pool of `threads`, the caller included, that run units of the tasks of `program`.
  init(threads: Int, program: Program) {
    let state = PoolState(program: program)
    self.state = state
    // When the system has no thread left, the others do the work.
    helpers = (1..<max(threads, 1)).compactMap { Helper(state, number: $0) }
  }

  deinit {
    state.stop()
    for helper in helpers { helper.join() }
  }

  /// Runs every unit of task number `task` and returns when all are done.
  func run(task: Int, units: Int) {
    if helpers.isEmpty {
      for unit in 0..<units { state.program.run(task: task, unit: unit, thread: 0) }
    } else {
      state.run(task: task, units: units)
    }
  }
}

/// One helper thread, joined exactly once.
private struct Helper: Sendable {
  private let thread: pthread_t

  /// Starts helper number `number`; the caller is number 0.
  init?(_ state: PoolState, number: Int) {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(HelperContext(state: state, number: number))
    let status = unsafe pthread_create(
      &thread,
      nil,
      { context in
        guard let context = unsafe context else { return nil }
        let own = unsafe Unmanaged<HelperContext>.fromOpaque(context).takeRetainedValue()
        _ = cp_flush_denormals()
        own.state.help(number: own.number)
        return nil
      },
      context.toOpaque()
    )
    guard status == 0 else {
      unsafe context.release()
      return nil
    }
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }
}

/// What a new thread is told.
private final class HelperContext: Sendable {
  let state: PoolState
  let number: Int

  init(state: PoolState, number: Int) {
    self.state = state
    self.number = number
  }
}

/// What the threads of a pool share.
private final class PoolState: Sendable {
  /// Nanoseconds to spin before sleeping: longer than a gap between steps, shorter than anybody minds.
  private static let patience: UInt64 = 40_000

  let program: Program
  /// Number of the task in hand (upper half) and units of it that nobody has taken (lower half).
  private let open = Atomic<UInt64>(0)
  /// Units in all, and units done, of the task in hand.
  private let units = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let sleepers = Atomic<Int>(0)
  private let isCallerAsleep = Atomic<Bool>(false)
  private let isStopped = Atomic<Bool>(false)
  private let start = Bell()
  private let finish = Bell()

  init(program: Program) { self.program = program }

  /// The caller's part.
  func run(task: Int, units: Int) {
    guard units > 0 else { return }
    self.units.store(units, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
    open.store(UInt64(task) << 32 | UInt64(units), ordering: .sequentiallyConsistent)
    if units > 1, sleepers.load(ordering: .sequentiallyConsistent) > 0 { start.ring() }
    while takeUnit(thread: 0) {}
    waitUntilDone(units)
  }

  /// A helper's life.
  func help(number: Int) {
    while !isStopped.load(ordering: .acquiring) {
      while takeUnit(thread: number) {}
      if spin(until: { hasWork }) { continue }
      let rings = start.rings
      sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
      // Whoever publishes work after this look sees the sleeper and rings.
      if !hasWork { start.wait(rings) }
      sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
  }

  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    start.ring()
  }

  private var hasWork: Bool {
    open.load(ordering: .sequentiallyConsistent) & 0xFFFF_FFFF > 0
      || isStopped.load(ordering: .sequentiallyConsistent)
  }

  /// Takes and runs one unit; false when none is left.
  private func takeUnit(thread: Int) -> Bool {
    var word = open.load(ordering: .acquiring)
    while word & 0xFFFF_FFFF > 0 {
      let (taken, found) = open.weakCompareExchange(
        expected: word,
        desired: word - 1,
        ordering: .acquiringAndReleasing
      )
      guard taken else {
        word = found
        continue
      }
      // The task cannot end before this unit is done, so its fields hold still.
      let units = self.units.load(ordering: .relaxed)
      program.run(
        task: Int(word >> 32),
        unit: units - Int(word & 0xFFFF_FFFF),
        thread: thread
      )
      let count = done.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
      if count == units, isCallerAsleep.load(ordering: .sequentiallyConsistent) { finish.ring() }
      return true
    }
    return false
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

/// A word to sleep on.
@safe private final class Bell: @unchecked Sendable {
  private let bell: UnsafeMutablePointer<cp_bell>

  init() {
    unsafe bell = .allocate(capacity: 1)
    unsafe bell.initialize(to: cp_bell(rings: 0))
  }

  deinit { unsafe bell.deallocate() }

  /// Rings so far; to be read before the last look at what one waits for.
  var rings: UInt32 { unsafe cp_bell_rings(bell) }

  /// Sleeps unless somebody rang since there were `rings`.
  func wait(_ rings: UInt32) { unsafe cp_bell_wait(bell, rings) }

  func ring() { unsafe cp_bell_ring(bell) }
}
