internal import Glibc
internal import Words

/// A lock that processes which name the same file take in turn; it ends with the process at the latest.
enum FileLock {
  /// Milliseconds that somebody else may hold it: far longer than it takes to write a small file.
  static let patience = 2000
  private static let pause = 5

  /// Runs `body` while no other process holds the lock of the file at `path`, which is made where there is
  /// none.
  ///
  /// - Throws: `FormatError.Kind.unwritable` when the file cannot be made, or when another process does not
  ///   give the lock back, as one that is stopped.
  static func holding<Result>(
    _ path: String,
    patience: Int = patience,
    _ body: () throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    let file = SystemPath.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, mode: 0o666)
    guard file >= 0 else {
      throw failure(SystemError.current, path)
    }
    defer { close(file) }
    var waited = 0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let isHeld = errno == EWOULDBLOCK || errno == EINTR
      guard isHeld, waited < patience else {
        throw failure(isHeld ? held : SystemError.current, path)
      }
      usleep(UInt32(pause * 1000))
      waited += pause
    }
    return try body()
  }

  private static let held = Text(
    en: "another process holds it",
    vi: "một tiến trình khác đang giữ nó"
  )

  private static func failure(_ reason: Text, _ path: String) -> FormatError {
    FormatError(
      .unwritable,
      en: "cannot lock",
      vi: "không khóa được",
      because: reason,
      path: path
    )
  }
}
