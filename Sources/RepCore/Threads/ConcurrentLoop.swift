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
  // Where the system has no thread left, those that there are do it all.
  let helpers = (0..<max(0, min(threads, count) - 1)).compactMap { _ in
    try? WorkerThread { loop.work() }
  }
  loop.work()
  for helper in helpers { helper.join() }
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
}
