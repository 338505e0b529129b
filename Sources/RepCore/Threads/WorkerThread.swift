internal import CPlatform
internal import Glibc
internal import Synchronization
public import Words

/// A thread of the system's.
///
///     let thread = try WorkerThread { work() }
///     thread.join()
///
/// Where its stack overflows, handlers of signals still have a stack to run on. A thread that nobody joins goes
/// on alone.
public final class WorkerThread: Sendable {
  private let thread: pthread_t
  private let isJoined = Atomic<Bool>(false)

  /// Starts a thread that runs `body` and ends.
  ///
  /// - Throws: `ThreadFailure` where the system has no thread left; then `body` never runs.
  public init(_ body: @escaping @Sendable () -> Void) throws(ThreadFailure) {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(Body(run: body))
    let status = unsafe cp_thread_start(
      &thread,
      { context in
        guard let context = unsafe context else { return }
        unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
      },
      context.toOpaque()
    )
    guard status == 0 else {
      unsafe context.release()
      throw ThreadFailure(code: status)
    }
    self.thread = thread
  }

  deinit {
    if !isJoined.load(ordering: .relaxed) { pthread_detach(thread) }
  }

  /// Waits until the thread has ended; to be called once.
  public func join() {
    let wasJoined = isJoined.exchange(true, ordering: .relaxed)
    precondition(!wasJoined, "a thread is joined once")
    pthread_join(thread, nil)
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }
}

/// Why no thread was started: the system or the user's limit has none left.
public struct ThreadFailure: TranslatedError, Hashable {
  /// The number of the system's error.
  public let code: Int32

  /// What is wrong and what to do, in one line.
  public var words: Text {
    let reason = SystemError.words(code)
    return Text(
      en: "cannot start a thread: \(reason.en); end other programs, or raise 'ulimit -u'",
      vi: "không tạo được luồng: \(reason.vi); hãy đóng bớt chương trình, hoặc nâng 'ulimit -u'"
    )
  }
}
