internal import Glibc
internal import RepCore

/// Threads that give way to the screen.
enum BackgroundThread {
  /// How far below the screen's thread, in the units of `nice`.
  private static let niceness: Int32 = 10

  /// Runs `body` on a new thread of low priority; threads that it starts inherit that priority.
  ///
  /// - Throws: `ThreadFailure` where the system has no thread left.
  static func start(_ body: @escaping @Sendable () -> Void) throws(ThreadFailure) {
    _ = try WorkerThread {
      // On Linux "this process" means the calling thread, and a higher number is always allowed.
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, BackgroundThread.niceness)
      body()
    }
  }
}

/// Lets one thread sleep until another rings; rings while nobody sleeps are kept.
@safe final class Bell: Sendable {
  // The semaphore must not move, so it lives behind a pointer; all calls on it are thread-safe.
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    unsafe semaphore = .allocate(capacity: 1)
    unsafe sem_init(semaphore, 0, 0)
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  func ring() { unsafe sem_post(semaphore) }

  func wait() {
    // A signal may end the wait early.
    while unsafe sem_wait(semaphore) != 0 && errno == EINTR {}
  }

  /// Waits for so long at most; longer only where the system's clock is set back meanwhile.
  ///
  /// - Returns: whether it rang.
  func wait(seconds: Double) -> Bool {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let nanoseconds = time.tv_nsec + Int(seconds * 1e9)
    time.tv_sec += nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    while unsafe sem_timedwait(semaphore, &time) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }
}

/// Seconds on a clock that never jumps.
func monotonicSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
