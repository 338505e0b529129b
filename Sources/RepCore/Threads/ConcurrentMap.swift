internal import Synchronization

/// The results of `transform` for all `values`, in their order, computed on all processors.
func concurrentMap<Value: Sendable, Result: Sendable>(
  _ values: [Value],
  _ transform: @escaping @Sendable (Value) -> Result
) -> [Result] {
  let results = SharedResults<Result>(count: values.count)
  concurrentLoop(values.count) { index in results.store(transform(values[index]), at: index) }
  return results.all
}

/// A place for each result; every one is filled before anybody reads.
private final class SharedResults<Result: Sendable>: Sendable {
  private let slots: Mutex<[Result?]>

  init(count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func store(_ result: Result, at index: Int) { slots.withLock { $0[index] = result } }

  var all: [Result] { slots.withLock { $0.compactMap { $0 } } }
}
