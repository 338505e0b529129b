internal import Glibc

/// What shows that somebody has written to a file: its size, and when that was last done.
struct FileStamp: Hashable, Sendable {
  let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of an open file; nil where the system does not tell.
  init?(of descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    size = Int(status.st_size)
    (seconds, nanoseconds) = (Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec))
  }

  /// The stamp of an open file, such that every later change gives another one.
  ///
  /// A change bears the time of the kernel's last tick. A file that was changed within the present tick could
  /// be changed once more without a sign, so the tick's end is awaited; that takes milliseconds, and only for
  /// files that were written just now. On file systems with coarser times there is no such promise.
  static func settled(of descriptor: Int32) -> FileStamp? {
    // One that is written all the time is found changed in the end.
    for _ in 0..<patience {
      guard let stamp = FileStamp(of: descriptor) else { return nil }
      guard stamp.isOfThisTick else { return stamp }
      usleep(1000)
    }
    return FileStamp(of: descriptor)
  }

  /// Milliseconds to wait at most.
  private static let patience = 50

  /// Whether the time is the present one, or so little ahead that the clock is about to reach it.
  private var isOfThisTick: Bool {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME_COARSE, &now)
    let ahead = (seconds - Int(now.tv_sec)) * 1_000_000_000 + nanoseconds - Int(now.tv_nsec)
    return (0..<20_000_000).contains(ahead)
  }
}
