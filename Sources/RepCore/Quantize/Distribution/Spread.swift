/// How far values spread: their ends, their mean and their standard deviation.
public struct Spread: Hashable, Sendable {
  /// Finite values so far.
  public private(set) var count = 0
  /// Values so far that are no finite numbers; they count for nothing else.
  public private(set) var damaged = 0
  /// The least value; infinite without any.
  public private(set) var least = Double.infinity
  /// The greatest value; negative infinity without any.
  public private(set) var greatest = -Double.infinity
  /// Their sum by their number.
  public private(set) var mean = 0.0
  private var squares = 0.0

  /// No values yet.
  public init() {}

  /// The spread of `values`.
  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Adds a value, by Welford's recurrence, so that values are seen once and never held.
  public mutating func add(_ value: Double) {
    guard value.isFinite else {
      damaged += 1
      return
    }
    count += 1
    (least, greatest) = (min(least, value), max(greatest, value))
    let before = value - mean
    mean += before / Double(count)
    squares += before * (value - mean)
  }

  /// The standard deviation of all of them, about their mean; 0 without any.
  public var deviation: Double { count == 0 ? 0 : (squares / Double(count)).squareRoot() }

  /// The largest magnitude; 0 without any.
  public var largest: Double { count == 0 ? 0 : max(least.magnitude, greatest.magnitude) }

  /// The largest magnitude in deviations; nil where nothing deviates.
  public var largestInDeviations: Double? { deviation > 0 ? largest / deviation : nil }

  /// How many steps of a symmetric grid of `bits` bits over all of them one deviation is: the fewer, the coarser; nil
  /// where all are zero.
  public func stepsPerDeviation(bits: Int) -> Double? {
    let step = SymmetricGrid(largest: largest, bits: bits).step
    return step > 0 ? deviation / step : nil
  }
}
