internal import Synchronization

/// One thread's range of a task's units, from which its owner takes the first and others the last.
final class Share: Sendable {
  /// A unit to run.
  struct Piece {
    let task: Int
    let unit: Int
  }

  /// Number of the task (upper 16 bits), first unit and end of the range (24 bits each).
  private let word = Atomic<UInt64>(0)

  /// The units of thread number `thread` of `threads`.
  static func range(_ thread: Int, of threads: Int, units: Int) -> Range<Int> {
    thread * units / threads..<(thread + 1) * units / threads
  }

  /// Offers units of a task; only when all units of the task before are taken.
  func offer(task: Int, _ units: Range<Int>) {
    precondition(task < 1 << 16 && units.upperBound < 1 << 24, "a plan has fewer tasks and units")
    word.store(
      UInt64(task) << 48 | UInt64(units.lowerBound) << 24 | UInt64(units.upperBound),
      ordering: .sequentiallyConsistent
    )
  }

  /// Takes the first unit; nil when none is left.
  func takeFirst() -> Piece? { take { ($0 + (1 << 24), Self.first($0)) } }

  /// Takes the last unit; nil when none is left.
  func takeLast() -> Piece? { take { ($0 - 1, Self.end($0) - 1) } }

  /// `step` gives the word without a unit and that unit.
  private func take(_ step: (UInt64) -> (rest: UInt64, unit: Int)) -> Piece? {
    var found = word.load(ordering: .acquiring)
    while Self.first(found) < Self.end(found) {
      let (rest, unit) = step(found)
      let (isTaken, now) = word.weakCompareExchange(
        expected: found,
        desired: rest,
        ordering: .acquiringAndReleasing
      )
      if isTaken { return Piece(task: Int(found >> 48), unit: unit) }
      found = now
    }
    return nil
  }

  private static func first(_ word: UInt64) -> Int { Int(word >> 24 & 0xFF_FFFF) }
  private static func end(_ word: UInt64) -> Int { Int(word & 0xFF_FFFF) }
}
