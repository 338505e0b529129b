/// Times of the same thing over several runs, in microseconds.
public struct Timing: Hashable, Sendable {
  /// Half of the runs took no longer.
  public let median: Double
  /// The fastest run.
  public let minimum: Double
  /// 95 of 100 runs took no longer.
  public let p95: Double

  /// Zero, before the first run.
  public static let none = Timing(median: 0, minimum: 0, p95: 0)

  /// Times in microseconds.
  public init(median: Double, minimum: Double, p95: Double) {
    self.median = median
    self.minimum = minimum
    self.p95 = p95
  }

  /// The statistics of `nanoseconds`, one value for each run; quantiles are those of nearest rank.
  init(nanoseconds: [UInt64]) {
    let sorted = nanoseconds.sorted()
    func quantile(_ share: Double) -> Double {
      guard !sorted.isEmpty else { return 0 }
      let rank = Int((share * Double(sorted.count)).rounded(.up))
      return Double(sorted[min(max(rank, 1), sorted.count) - 1]) / 1000
    }
    median = quantile(0.5)
    minimum = quantile(0)
    p95 = quantile(0.95)
  }
}
