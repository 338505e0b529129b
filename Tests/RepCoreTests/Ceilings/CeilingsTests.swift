import Testing

@testable import RepCore

@Suite struct CeilingsTests {
  /// Trials that take no time.
  private let small: [Trial] = [
    Trial(ceiling: .peakOfOne, units: 2, rounds: 100),
    Trial(ceiling: .peak, units: 4, rounds: 100),
    Trial(ceiling: .level1, units: 2, rounds: 3, unitValues: 256),
    Trial(ceiling: .level2, units: 2, rounds: 2, unitValues: 1024),
    Trial(ceiling: .memory, units: 3, rounds: 1, unitValues: 2048),
    Trial(ceiling: .triad, units: 2, rounds: 1, unitValues: 512, part: 1024),
  ]

  @Test(arguments: InstructionSet.available)
  func `each ceiling has its unit and as many runs as all others`(set: InstructionSet) throws {
    for threads in 1...3 {
      let ceilings = try Ceilings.measured(small, threads: threads, set, 1 << 20) { _, _ in }
      #expect((ceilings.threads, ceilings.instructionSet) == (threads, set))
      for ceiling in Ceiling.allCases {
        let rate = ceilings[ceiling]
        #expect(rate.runs.count == Ceilings.runs, "\(ceiling)")
        #expect(rate.runs.allSatisfy { $0 > 0 && $0.isFinite }, "\(ceiling) \(rate)")
        #expect(rate.median <= rate.best, "\(ceiling) \(rate)")
        #expect(rate.unit == ceiling.unit, "\(ceiling)")
      }
    }
  }

  @Test func `progress goes up to the whole`() throws {
    var told: [(done: Int, total: Int)] = []
    _ = try Ceilings.measured(small, threads: 2, .best, nil) { told.append(($0, $1)) }
    let total = try #require(told.last?.total)
    #expect(told.map(\.done) == Array(0...total))
    #expect(told.allSatisfy { $0.total == total })
  }

  @Test func `whoever reports may end it`() {
    struct Enough: Error {}
    var told = 0
    #expect(throws: Enough.self) {
      _ = try Ceilings.measured(small, threads: 1, .best, nil) { done, _ in
        told += 1
        if done == 5 { throw Enough() }
      }
    }
    #expect(told == 6)
  }

  @Test func `the median is a run, and the best is the ceiling`() {
    #expect(Rate(.flop, runs: [3, 1, 2]).median == 2)
    #expect(Rate(.flop, runs: [4, 1, 3, 2]).median == 2)
    #expect(Rate(.bytes, runs: [4, 1, 3, 2]).best == 4)
    #expect(Rate(.bytes, runs: [7]).median == 7)
  }
}
