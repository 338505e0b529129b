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

/// Seconds on a clock that never jumps.
func monotonicSeconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
