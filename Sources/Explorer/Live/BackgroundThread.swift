internal import Glibc
internal import Synchronization

/// Threads that give way to the screen.
enum BackgroundThread {
  /// How far below the screen's thread, in the units of `nice`.
  private static let niceness: Int32 = 10

  /// Runs `body` on a new thread of low priority; threads that it starts inherit that priority.
  ///
  /// - Returns: whether the system had a thread left.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(Body(run: body))
    let status = unsafe pthread_create(
      &thread,
      nil,
      { context in
        guard let context = unsafe context else { return nil }
        // On Linux "this process" means the calling thread, and a higher number is always allowed.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, BackgroundThread.niceness)
        unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      },
      context.toOpaque()
    )
    guard status == 0 else {
      unsafe context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
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
}

/// Seconds on a clock that never jumps.
func monotonicSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
