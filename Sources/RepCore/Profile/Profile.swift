internal import CPlatform
internal import Synchronization

/// The times of the last runs of a plan, step by step.
///
/// A session writes it while it runs; anybody may take a snapshot at any time.
///
///     let profile = Profile(plan: plan)
///     _ = try session.run(picture, profile: profile)
///     profile.snapshot().whole.median     // microseconds
public final class Profile: Sendable {
  /// The steps that are timed.
  public let steps: [PlanStep]
  private let capacity: Int
  private let ring: Mutex<Ring>

  /// An empty profile that remembers the last `capacity` runs.
  public init(plan: Plan, capacity: Int = 64) {
    precondition(capacity > 0, "a profile remembers at least one run")
    steps = plan.steps
    self.capacity = capacity
    ring = Mutex(Ring(steps: plan.steps.count, capacity: capacity))
  }

  /// An empty profile that remembers `runs` runs of `plan`, as many as a user says.
  ///
  /// - Throws: `MemoryError`.
  public convenience init(timing runs: Int, of plan: Plan) throws(MemoryError) {
    // Twice: a snapshot is a copy.
    let bytes =
      [2 * MemoryLayout<UInt64>.stride, plan.steps.count, runs + 1].checkedProduct() ?? .max
    try Memory.require(bytes, for: .times)
    self.init(plan: plan, capacity: runs)
  }

  /// Forgets all runs, also the one in hand, whose first steps are gone.
  public func clear() {
    ring.withLock { $0 = Ring(steps: steps.count, capacity: capacity) }
  }

  /// What is known now.
  public func snapshot() -> ProfileSnapshot {
    let (runs, times) = ring.withLock { ($0.runs, $0.finishedRuns) }
    return ProfileSnapshot(
      steps: steps,
      runs: runs,
      times: times,
      residentBytes: cp_resident_bytes(),
      residentPeakBytes: cp_resident_peak_bytes()
    )
  }

  func beginRun(steps count: Int) {
    precondition(count == steps.count, "a profile is made for the plan whose session it times")
    ring.withLock { $0.begin() }
  }

  func recordStep(_ index: Int, nanoseconds: UInt64) {
    ring.withLock { $0.write(step: index, nanoseconds) }
  }

  func endRun() { ring.withLock { $0.finish() } }
}

/// The last runs, oldest overwritten first; the row in hand is not counted until it is finished.
private struct Ring {
  private(set) var runs = 0
  private let steps: Int
  private let rows: Int
  private var times: [UInt64]
  /// Whether the row in hand has every step since its first.
  private var isWhole = false

  init(steps: Int, capacity: Int) {
    self.steps = steps
    rows = capacity + 1
    times = Array(repeating: 0, count: steps * (capacity + 1))
  }

  mutating func write(step: Int, _ nanoseconds: UInt64) {
    times[runs % rows * steps + step] = nanoseconds
  }

  mutating func begin() { isWhole = true }

  mutating func finish() {
    if isWhole { runs += 1 }
    isWhole = false
  }

  /// Times per step of each run that is remembered, oldest first.
  var finishedRuns: [[UInt64]] {
    (max(0, runs - rows + 1)..<runs).map { run in
      let start = run % rows * steps
      return Array(times[start..<start + steps])
    }
  }
}
