/// How much of something was done in a second, measured several times.
public struct Rate: Hashable, Sendable {
  /// What is counted.
  public enum Unit: Hashable, Sendable {
    /// Floating point operations; a multiply-add is two.
    case flop
    /// Bytes read and written.
    case bytes
  }

  /// What is counted.
  public let unit: Unit
  /// Units a second in each run, in the order of the runs.
  public let runs: [Double]

  /// The rates of at least one run.
  public init(_ unit: Unit, runs: [Double]) {
    precondition(!runs.isEmpty, "a rate is measured at least once")
    (self.unit, self.runs) = (unit, runs)
  }

  /// The fastest run: what else the machine did meanwhile can only have slowed it down.
  public var best: Double { runs.max() ?? 0 }

  /// Half of the runs were no faster; of an even number the lower of the two in the middle.
  public var median: Double { runs.sorted()[(runs.count - 1) / 2] }
}
