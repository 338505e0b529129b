/// How many of some pictures a network gets right, or as another one has them; and how much of that is chance.
///
///     Tally(hits: 356, count: 360).noise    // 4
public struct Tally: Hashable, Sendable {
  /// The pictures that it gets so.
  public let hits: Int
  /// All pictures, at least one.
  public let count: Int

  /// So many of `count` pictures.
  public init(hits: Int, count: Int) {
    precondition(count > 0 && (0...count).contains(hits), "\(hits) of \(count) pictures")
    (self.hits, self.count) = (hits, count)
  }

  /// The part of the pictures, 0...1.
  public var share: Double { Double(hits) / Double(count) }

  /// Pictures that chance alone makes of difference: two standard deviations, rounded up.
  ///
  /// `2 sqrt(n p (1 - p))`, the binomial distribution's with `p` the share. Where all pictures are hits or none
  /// is, that would be 0 and claim what no finite number of pictures can; it counts as if one were not.
  public var noise: Int {
    guard count > 1 else { return 1 }
    let hits = min(max(hits, 1), count - 1)
    // The root of whole numbers' quotient, so that a whole result is not rounded up to the next one.
    let square = Double(4 * hits * (count - hits)) / Double(count)
    return Int(square.squareRoot().rounded(.up))
  }

  /// Whether the two differ by more than chance makes of either.
  public func isResolvable(from other: Tally) -> Bool {
    precondition(count == other.count, "\(count) pictures and \(other.count)")
    return abs(hits - other.hits) > max(noise, other.noise)
  }
}
