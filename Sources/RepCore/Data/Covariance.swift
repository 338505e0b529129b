/// Sums from which variances and covariances of several series with one of them follow, in double.
///
/// Values are added one behind the other by Welford's recurrence, which needs no means beforehand: maps of thousands of
/// pictures are seen once and never held.
struct Covariance: Sendable {
  /// Values of each series so far.
  private(set) var count = 0
  private var means: [Double]
  private var meanOfSum = 0.0
  /// Sums of products of what deviates from the mean: of each series with the sum, and of the sum with itself.
  private(set) var products: [Double]
  private(set) var square = 0.0

  /// No values of `series` series yet.
  init(series: Int) {
    means = [Double](repeating: 0, count: series)
    products = means
  }

  /// Adds one value of each series; the sum of them is the series that they are compared with.
  mutating func add(_ values: some Sequence<Double>) {
    count += 1
    let sum = values.reduce(0, +)
    let before = sum - meanOfSum
    meanOfSum += before / Double(count)
    let after = sum - meanOfSum
    square += before * after
    for (series, value) in values.enumerated() {
      means[series] += (value - means[series]) / Double(count)
      products[series] += before * (value - means[series])
    }
  }
}
