internal import Glibc
internal import Synchronization

/// Tells when a file was written, or another one has taken its name.
///
/// A thread sleeps until the system says so; nothing wakes while nothing is written. What is told are whole
/// writes: a file that was closed behind its writer, or moved to its place.
public final class FileWatch: Sendable {
  private let ear: Ear

  /// A watch of no file yet; `wake` is called on its thread when one was written.
  ///
  /// Nil where the system has no watch or no thread left.
  public init?(wake: @escaping @Sendable () -> Void) {
    guard let ear = Ear(wake: wake) else { return nil }
    self.ear = ear
    do throws(ThreadFailure) {
      _ = try WorkerThread { ear.listen() }
    } catch {
      ear.stop()
      ear.close()
      return nil
    }
  }

  deinit { ear.stop() }

  /// Watches the file at `path` from now on.
  ///
  /// - Returns: whether the system can tell.
  @discardableResult
  public func add(_ path: String) -> Bool { ear.add(path) }

  /// The paths of files that were written since the last call.
  public func takeChanges() -> [String] { ear.takeChanges() }
}

/// What the thread and its owner share.
private final class Ear: Sendable {
  private struct Notes {
    /// The watched paths of each folder, by the name in it.
    var folders: [Int32: [String: String]] = [:]
    var changed: [String] = []
  }

  private let notes = Mutex(Notes())
  private let watch: Int32
  /// A pipe whose end is reached when it is time to end.
  private let (ending, writer): (Int32, Int32)
  private let wake: @Sendable () -> Void

  init?(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
    watch = inotify_init1(Int32(IN_CLOEXEC))
    guard watch >= 0 else { return nil }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else {
      Glibc.close(watch)
      return nil
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (ending, writer) = (ends[0], ends[1])
  }

  func add(_ path: String) -> Bool {
    let (folder, name) = SystemPath.split(path)
    let mask = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)
    return notes.withLock { notes in
      let number = unsafe SystemPath.with(folder.isEmpty ? "." : folder) {
        unsafe inotify_add_watch(watch, $0, mask)
      }
      guard number >= 0 else { return false }
      notes.folders[number, default: [:]][name] = path
      return true
    }
  }

  func takeChanges() -> [String] {
    notes.withLock { notes in
      defer { notes.changed = [] }
      return notes.changed
    }
  }

  /// Lets the thread end.
  func stop() { Glibc.close(writer) }

  /// Gives the descriptors back; nothing listens any more.
  func close() {
    Glibc.close(watch)
    Glibc.close(ending)
  }

  /// Listens until it is time to end.
  func listen() {
    defer { close() }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while waits() {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(watch, $0.baseAddress, $0.count)
      }
      guard count > 0 else { continue }
      let events = InotifyEvent.all(in: buffer[..<count])
      let isNews = notes.withLock { notes in
        let paths = events.compactMap { notes.folders[$0.watch]?[$0.name] }
        for path in paths where !notes.changed.contains(path) { notes.changed.append(path) }
        return !paths.isEmpty
      }
      if isNews { wake() }
    }
  }

  /// Sleeps until there is something to read; false when it is time to end.
  private func waits() -> Bool {
    var wanted = [
      pollfd(fd: watch, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
    ]
    let count = nfds_t(wanted.count)
    while unsafe poll(&wanted, count, -1) < 0 {
      guard errno == EINTR else { return false }
    }
    return wanted[1].revents == 0
  }
}

/// One thing that happened in a folder.
private struct InotifyEvent {
  /// The number of the folder's watch.
  let watch: Int32
  /// The file's name in it.
  let name: String

  /// The events in what was read: `watch, mask, cookie, length: 4 x UInt32`, then the name filled up with zeros.
  static func all(in bytes: ArraySlice<UInt8>) -> [InotifyEvent] {
    var events: [InotifyEvent] = []
    var rest = bytes
    while rest.count >= headerBytes {
      let words = (0..<4).map { word in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(rest[rest.startIndex + 4 * word + $1]) << (8 * $1) }
      }
      let name = rest.dropFirst(headerBytes).prefix(Int(words[3]))
      let watch = Int32(bitPattern: words[0])
      events.append(
        InotifyEvent(watch: watch, name: SystemPath.name(Array(name.prefix { $0 != 0 })))
      )
      rest = rest.dropFirst(headerBytes + Int(words[3]))
    }
    return events
  }

  private static let headerBytes = 16
}
