/// How many values lie in each of equally wide bins.
public struct Histogram: Hashable, Sendable {
  /// Where the first bin begins, and the last one ends.
  public let range: ClosedRange<Double>
  /// Values of each bin, in order; those at an inner border belong to the bin above it.
  public private(set) var counts: [Int]

  /// No values yet, over `range`.
  public init(_ range: ClosedRange<Double>, bins: Int) {
    self.range = range
    counts = [Int](repeating: 0, count: bins)
  }

  /// Adds a value; one outside the range, or no finite number, is left out.
  public mutating func add(_ value: Double) {
    guard range.contains(value) else { return }
    let width = range.upperBound - range.lowerBound
    let place = width > 0 ? (value - range.lowerBound) / width * Double(counts.count) : 0
    counts[min(Int(place), counts.count - 1)] += 1
  }
}
