/// What a norm does to the values of its channels, by what training has left in it.
///
/// Before it, the values of a channel have about the running mean and variance; behind it, beta for a mean and gamma for
/// a deviation, a little less where epsilon counts:
///
///     scale             = gamma / sqrt(variance + epsilon)
///     deviation behind  = |scale| * sqrt(variance)
public struct NormEffect: Hashable, Sendable {
  /// Means of the channels before it.
  public let meansBefore: Spread
  /// Deviations of the channels before it.
  public let deviationsBefore: Spread
  /// What it multiplies the channels by.
  public let scales: Spread
  /// Means of the channels behind it.
  public let meansBehind: Spread
  /// Deviations of the channels behind it.
  public let deviationsBehind: Spread

  /// What `norm` does.
  public init(_ norm: BatchNorm) {
    let fold = NormFold(norm)
    let (means, variances) = (norm.mean.doubles(), norm.variance.doubles())
    let deviations = variances.map { $0.squareRoot() }
    meansBefore = Spread(means)
    deviationsBefore = Spread(deviations)
    scales = Spread(fold.scale)
    meansBehind = Spread(means.indices.map { fold.scale[$0] * means[$0] + fold.shift[$0] })
    deviationsBehind = Spread(
      deviations.indices.map { (fold.scale[$0] * deviations[$0]).magnitude }
    )
  }
}
