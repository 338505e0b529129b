internal import CPlatform

extension Ceilings {
  /// Runs of each trial.
  static let runs = 9

  /// Measures what this machine gives at most, in about a second.
  ///
  /// - Parameters:
  ///   - threads: Threads that work, the caller included.
  ///   - set: The kernels to try.
  ///   - progress: Is told the pieces of work that are done, and all of them; what it throws ends the
  ///     measurement.
  /// - Returns: the rates of all runs.
  /// - Throws: `MemoryError` where there is no memory that no cache holds, `ThreadFailure` where the system has
  ///   too few threads, what `progress` throws.
  public static func measured(
    threads: Int,
    _ set: InstructionSet = .best,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> Ceilings {
    let caches = CacheSizes()
    let trials = Trial.all(threads: threads, caches: caches)
    return try measured(trials, threads: threads, set, caches.last, progress: progress)
  }

  static func measured(
    _ trials: [Trial],
    threads: Int,
    _ set: InstructionSet,
    _ lastCache: Int?,
    progress: (_ done: Int, _ total: Int) throws -> Void
  ) throws -> Ceilings {
    // Each product gives the sum anew, so that it never grows.
    let bench = try TrialBench(trials, set, factor: 0, addend: 1)
    let pieces = bench.valueCount.cut(into: 4 << 20)
    let total = pieces.count + runs * trials.count
    var done = 0
    for piece in pieces {
      try progress(done, total)
      bench.fill(piece) { _ in 1 }
      done += 1
    }
    var rates: [Ceiling: [Double]] = [:]
    // A pool of one thread has no helpers that spin beside the trial of one.
    for (pool, isOne) in [(1, true), (threads, false)] {
      let pool = ThreadPool(threads: pool, list: bench.list)
      if let failure = pool.failure { throw failure }
      for _ in 0..<runs {
        for (task, trial) in trials.enumerated() where (trial.ceiling == .peakOfOne) == isOne {
          try progress(done, total)
          let start = cp_nanoseconds()
          pool.run(task: task, units: trial.units)
          let seconds = Double(max(cp_nanoseconds() - start, 1)) * 1e-9
          rates[trial.ceiling, default: []].append(trial.amount(sums: bench.sums) / seconds)
          done += 1
        }
      }
    }
    try progress(total, total)
    return Ceilings(threads: threads, instructionSet: set, lastCache: lastCache) {
      Rate($0.unit, runs: rates[$0] ?? [])
    }
  }
}

extension Int {
  /// `0..<self` in ranges of at most `size`.
  fileprivate func cut(into size: Int) -> [Range<Int>] {
    stride(from: 0, to: self, by: size).map { $0..<Swift.min($0 + size, self) }
  }
}
