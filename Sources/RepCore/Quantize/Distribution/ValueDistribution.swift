/// How the values of a kernel, of biases or of a map lie, in all and in each output channel.
public struct ValueDistribution: Hashable, Sendable {
  /// All values.
  public let spread: Spread
  /// How many lie where.
  public let histogram: Histogram
  /// The values of each channel.
  public let channels: [Spread]
  /// Where the largest magnitude stands, the first of several; nil where there is no finite value.
  public let largestPlace: Place?

  /// Bins of every histogram: enough for a screen, and divided by 2, 3 and 4.
  public static let bins = 48

  /// A value's place: its channel, and its number among the values of that.
  public struct Place: Hashable, Sendable {
    /// The channel.
    public let channel: Int
    /// The number of the value in its channel, row-major.
    public let element: Int
  }

  /// Where a histogram begins and ends.
  enum Extent {
    /// As far below zero as above it: that is how weights are rounded.
    case aroundZero
    /// From the least value, or zero, to the greatest, or zero: that is how maps are rounded.
    case betweenEnds
  }

  /// The values of `rows` channels, each of which `row` makes when it is asked for, twice.
  init(rows: Int, _ extent: Extent, row: (Int) -> [Double]) {
    var (spread, channels) = (Spread(), [Spread]())
    var (largest, place) = (-1.0, Place?.none)
    for channel in 0..<rows {
      var own = Spread()
      for (element, value) in row(channel).enumerated() {
        own.add(value)
        spread.add(value)
        guard value.isFinite, value.magnitude > largest else { continue }
        (largest, place) = (value.magnitude, Place(channel: channel, element: element))
      }
      channels.append(own)
    }
    (self.channels, largestPlace) = (channels, place)
    self.spread = spread
    var histogram = Histogram(extent.range(of: spread), bins: ValueDistribution.bins)
    for index in 0..<rows {
      for value in row(index) { histogram.add(value) }
    }
    self.histogram = histogram
  }

  /// Channels by their largest magnitude, the worst first; of equal ones the first.
  public var worstFirst: [Int] {
    channels.indices.sorted { (channels[$1].largest, $0) < (channels[$0].largest, $1) }
  }
}

extension ValueDistribution.Extent {
  fileprivate func range(of spread: Spread) -> ClosedRange<Double> {
    switch self {
    case .aroundZero: -spread.largest...spread.largest
    case .betweenEnds: min(spread.least, 0)...max(spread.greatest, 0)
    }
  }
}
