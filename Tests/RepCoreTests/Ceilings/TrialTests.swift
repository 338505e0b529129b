import Testing

@testable import RepCore

/// What the kernels of a measurement do is what is said of them.
@Suite struct TrialTests {
  /// Runs every trial of a bench with so many threads.
  private func run(_ bench: TrialBench, threads: Int) {
    let pool = ThreadPool(threads: threads, list: bench.list)
    for (task, trial) in bench.trials.enumerated() { pool.run(task: task, units: trial.units) }
  }

  @Test(arguments: InstructionSet.available)
  func `every product is done, and counted as two operations`(set: InstructionSet) throws {
    for threads in 1...3 {
      for (units, rounds) in [(1, 1), (1, 5), (3, 17), (8, 4096)] {
        let trial = Trial(ceiling: .peak, units: units, rounds: rounds)
        // Times one and one more: a sum counts its own products.
        let bench = try TrialBench([trial], set, factor: 1, addend: 1)
        run(bench, threads: threads)
        let counted = bench.results(of: trial).reduce(0.0) { $0 + Double($1) }
        #expect(
          2 * counted == trial.amount(sums: bench.sums),
          "\(set) \(threads) threads, \(trial)"
        )
        #expect(
          bench.results(of: trial).allSatisfy { $0 == Float(rounds) },
          "\(set) \(threads) threads, \(trial)"
        )
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `a product takes the sum times the factor`(set: InstructionSet) throws {
    let trial = Trial(ceiling: .peakOfOne, units: 2, rounds: 20)
    let bench = try TrialBench([trial], set, factor: 0.5, addend: 1)
    run(bench, threads: 1)
    // 1 + 1/2 + 1/4 + … of twenty terms, which float holds exactly.
    #expect(bench.results(of: trial).allSatisfy { $0 == 2 - 1 / Float(1 << 19) }, "\(set)")
  }

  @Test(arguments: InstructionSet.available)
  func `everything is read, in every round`(set: InstructionSet) throws {
    for (units, rounds, steps) in [(1, 1, 1), (2, 3, 1), (5, 2, 3), (3, 1, 8)] {
      let trial = Trial(ceiling: .level1, units: units, rounds: rounds, unitValues: 128 * steps)
      let bench = try TrialBench([trial], set, factor: 0, addend: 0)
      bench.fill(0..<bench.valueCount) { Float($0 % 251) }
      run(bench, threads: 2)
      for (unit, lane) in (0..<units).flatMap({ unit in (0..<16).map { (unit, $0) } }) {
        let places = stride(from: lane, to: 128 * steps, by: 16).map { unit * 128 * steps + $0 }
        let sum = places.reduce(0) { $0 + $1 % 251 } * rounds
        #expect(
          bench.results(of: trial)[unit * 16 + lane] == Float(sum),
          "\(set) \(trial) unit \(unit) lane \(lane)"
        )
      }
      #expect(
        trial.amount(sums: bench.sums) == Double(4 * units * rounds * 128 * steps),
        "\(trial)"
      )
    }
  }

  @Test(arguments: InstructionSet.available)
  func `the triad writes one array from two others`(set: InstructionSet) throws {
    let trial = Trial(ceiling: .triad, units: 3, rounds: 2, unitValues: 256, part: 768)
    let bench = try TrialBench([trial], set, factor: 3, addend: 0)
    bench.fill(0..<bench.valueCount) { Float($0) }
    run(bench, threads: 2)
    let written = (0..<768).map { Float(768 + $0) + 3 * Float(1536 + $0) }
    #expect(bench.values(0..<768) == written, "\(set)")
    #expect(bench.values(768..<2304) == (768..<2304).map { Float($0) }, "\(set)")
    #expect(trial.amount(sums: bench.sums) == Double(3 * 4 * 3 * 2 * 256))
  }

  @Test func `every ceiling is tried, caches by half and memory far beyond them`() {
    for threads in [1, 2, 7, 64] {
      let caches = CacheSizes()
      let trials = Trial.all(threads: threads, caches: caches)
      #expect(trials.map(\.ceiling) == Ceiling.allCases)
      for trial in trials {
        let bytes = 4 * trial.extent(sums: 12).values
        switch trial.ceiling {
        case .peakOfOne, .peak: #expect(bytes == 0)
        case .level1: #expect(4 * trial.unitValues <= (caches.level1 ?? 32 << 10) / 2, "\(trial)")
        case .level2: #expect(4 * trial.unitValues <= (caches.level2 ?? 256 << 10) / 2, "\(trial)")
        case .memory, .triad:
          #expect(bytes > 200 << 20 && bytes <= 1 << 30, "\(trial)")
          #expect(bytes >= 3 * min(caches.last ?? 0, 128 << 20), "\(trial)")
        }
        #expect(trial.unitValues.isMultiple(of: 128), "\(trial)")
      }
    }
  }
}
