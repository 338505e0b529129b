internal import Glibc
internal import Synchronization

/// Runs `body(0)` … `body(count - 1)` on up to `threads` threads and returns when all are done.
///
/// For long work that happens once, such as folding or checking: threads are started and joined. The
/// engine, which is called again and again, has a pool of its own.
func concurrentLoop(
  _ count: Int,
  threads: Int = processorCount(),
  _ body: @escaping @Sendable (Int) -> Void
) {
  let loop = SharedLoop(count: count, body: body)
  let helpers = (0..<max(0, min(threads, count) - 1)).compactMap { _ in loop.startThread() }
  loop.work()
  for helper in helpers { pthread_join(helper, nil) }
}

/// The counter that threads draw their next piece of work from.
private final class SharedLoop: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let body: @Sendable (Int) -> Void

  init(count: Int, body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }

  /// A thread that works along; nil if the system has none left, and then the caller does it all.
  func startThread() -> pthread_t? {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(self)
    let status = unsafe pthread_create(
      &thread,
      nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<SharedLoop>.fromOpaque(context).takeRetainedValue().work()
        return nil
      },
      context.toOpaque()
    )
    if status == 0 { return thread }
    unsafe context.release()
    return nil
  }
}
