/// How far values are from their reference.
public struct Difference: Hashable, Sendable {
  /// Largest absolute difference.
  public let maximumAbsolute: Double
  /// The same relative to the largest absolute value of the reference.
  public let maximumRelative: Double
  /// Sum of squared differences, the number that the authors' own check prints.
  public let sumOfSquares: Double

  /// Compares `values` with `reference`, element by element; both have as many.
  ///
  /// Anything that is not finite, on either side, is an infinite difference: two overflows never agree.
  public init(of values: some Collection<Double>, from reference: some Collection<Double>) {
    precondition(
      values.count == reference.count,
      "\(values.count) values are compared with \(reference.count)"
    )
    var (largest, absolute, squares) = (0.0, 0.0, 0.0)
    for (value, expected) in zip(values, reference) {
      let difference = abs(value - expected)
      guard difference.isFinite else {
        self.init(maximumAbsolute: .infinity, maximumRelative: .infinity, sumOfSquares: .infinity)
        return
      }
      largest = max(largest, abs(expected))
      absolute = max(absolute, difference)
      squares += difference * difference
    }
    self.init(
      maximumAbsolute: absolute,
      maximumRelative: absolute == 0 ? 0 : absolute / largest,
      sumOfSquares: squares
    )
  }

  private init(maximumAbsolute: Double, maximumRelative: Double, sumOfSquares: Double) {
    self.maximumAbsolute = maximumAbsolute
    self.maximumRelative = maximumRelative
    self.sumOfSquares = sumOfSquares
  }
}
