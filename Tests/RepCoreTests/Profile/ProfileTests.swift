import Testing

@testable import RepCore

@Suite struct ProfileTests {
  private let plan: Plan

  init() throws { plan = try Plan(Network(random: Architecture(Recipe.small()), seed: 1)) }

  /// A profile of `runs` runs in which every step of run `r` takes `r + 1` microseconds.
  private func profile(runs: Int, capacity: Int = 64) -> Profile {
    let profile = Profile(plan: plan, capacity: capacity)
    for run in 0..<runs {
      profile.beginRun(steps: plan.steps.count)
      for step in plan.steps.indices {
        profile.recordStep(step, nanoseconds: UInt64(1000 * (run + 1)))
      }
      profile.endRun()
    }
    return profile
  }

  @Test func `median, minimum and 95th percentile are those of nearest rank`() {
    let timing = Timing(nanoseconds: (1...100).map { $0 * 1000 }.shuffled())
    #expect((timing.median, timing.minimum, timing.p95) == (50, 1, 95))
    #expect(Timing(nanoseconds: [7000]).p95 == 7)
    #expect(Timing.none.median == 0)
  }

  @Test func `only the last runs count`() {
    let snapshot = profile(runs: 10, capacity: 4).snapshot()
    let steps = Double(plan.steps.count)
    #expect(snapshot.runs == 10)
    #expect(snapshot.history == [7, 8, 9, 10].map { $0 * steps })
    #expect(snapshot.steps.allSatisfy { $0.minimum == 7 && $0.median == 8 && $0.p95 == 10 })
    #expect(snapshot.whole.median == 8 * steps)
  }

  @Test func `a run in hand does not show`() {
    let profile = profile(runs: 2)
    profile.recordStep(0, nanoseconds: 1)
    #expect(profile.snapshot().runs == 2)
    #expect(profile.snapshot().steps[0].minimum == 1)
    profile.clear()
    #expect(profile.snapshot().history.isEmpty)
  }

  @Test func `a run whose first steps were forgotten does not count`() {
    let profile = profile(runs: 2)
    profile.beginRun(steps: plan.steps.count)
    profile.recordStep(0, nanoseconds: 5000)
    profile.clear()
    for step in plan.steps.indices.dropFirst() { profile.recordStep(step, nanoseconds: 5000) }
    profile.endRun()
    #expect(profile.snapshot().runs == 0, "it lacks its first step")
    profile.beginRun(steps: plan.steps.count)
    for step in plan.steps.indices { profile.recordStep(step, nanoseconds: 7000) }
    profile.endRun()
    #expect(profile.snapshot().history == [7 * Double(plan.steps.count)])
  }

  @Test func `blocks and stages add up their steps`() {
    let snapshot = profile(runs: 1).snapshot()
    for block in snapshot.blocks {
      let steps = plan.steps.filter { $0.blockPath == block.path }.count
      #expect(block.timing.median == Double(steps), "\(block.path)")
    }
    #expect(snapshot.blocks.map(\.path) == plan.steps.compactMap(\.blockPath).removingRepeats())
    let inBlocks = plan.steps.filter { $0.blockPath != nil }.count
    #expect(snapshot.stages.map(\.median).reduce(0, +) == Double(inBlocks))
  }

  @Test func `a real run is recorded whole`() throws {
    let profile = Profile(plan: plan)
    let session = try Session(plan)
    for _ in 0..<3 {
      _ = try session.run(Tensor.normal(shape: plan.inputShape, seed: 1), profile: profile)
    }
    let snapshot = profile.snapshot()
    #expect(snapshot.runs == 3)
    #expect(snapshot.whole.minimum > 0)
    #expect(snapshot.residentBytes > 0)
    #expect(snapshot.residentPeakBytes >= snapshot.residentBytes / 2)
  }
}

extension Array where Element: Equatable {
  fileprivate func removingRepeats() -> [Element] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
