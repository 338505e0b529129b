internal import Glibc

/// Lets one thread sleep until another signals; signals while nobody sleeps are kept.
@safe final class Semaphore: Sendable {
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

  /// Wakes the sleeper, or the next one.
  func signal() { unsafe sem_post(semaphore) }

  /// Sleeps until there is a signal.
  func wait() {
    // A signal may end the wait early.
    while unsafe sem_wait(semaphore) != 0 && errno == EINTR {}
  }

  /// Waits for so long at most; longer only where the system's clock is set back meanwhile.
  ///
  /// - Returns: whether there was a signal.
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
