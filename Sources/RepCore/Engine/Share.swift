internal import Synchronization

/// One thread's range of a task's units, from which its owner takes the first and others the last.
final class Share: Sendable {
  /// First unit (upper half) and end of the range.
  private let word = Atomic<UInt64>(0)

  /// The units of thread number `thread` of `threads`.
  static func range(_ thread: Int, of threads: Int, units: Int) -> Range<Int> {
    thread * units / threads..<(thread + 1) * units / threads
  }

  /// Offers units of a task; only when all units of the task before are taken.
  func offer(_ units: Range<Int>) {
    precondition(units.upperBound <= Int(UInt32.max), "a step has fewer than 2^32 units of work")
    word.store(
      UInt64(units.lowerBound) << 32 | UInt64(units.upperBound),
      ordering: .sequentiallyConsistent
    )
  }

  /// Takes the first unit; nil when none is left.
  func takeFirst() -> Int? { take { ($0 + (1 << 32), Self.first($0)) } }

  /// Takes the last unit; nil when none is left.
  func takeLast() -> Int? { take { ($0 - 1, Self.end($0) - 1) } }

  /// `step` gives the word without a unit and that unit.
  private func take(_ step: (UInt64) -> (rest: UInt64, unit: Int)) -> Int? {
    var found = word.load(ordering: .acquiring)
    while Self.first(found) < Self.end(found) {
      let (rest, unit) = step(found)
      let (isTaken, now) = word.weakCompareExchange(
        expected: found,
        desired: rest,
        ordering: .acquiringAndReleasing
      )
      if isTaken { return unit }
      found = now
    }
    return nil
  }

  private static func first(_ word: UInt64) -> Int { Int(word >> 32) }
  private static func end(_ word: UInt64) -> Int { Int(word & 0xFFFF_FFFF) }
}
