internal import Canvas
internal import RepCore

/// The maps of all channels between two steps, of one picture, with what there is to say about each.
struct ChannelMaps: Sendable {
  /// Rows and columns of a map, as columns times rows.
  let extent: Size
  /// The channels from the most active one on: by the mean magnitude, of two alike the earlier one.
  let ranking: [Int]
  private let values: [Float]
  private let means: [Double]

  /// The first picture of `maps`, `N x C x H x W`.
  init(_ maps: Tensor) {
    let shape = maps.shape
    self.init(
      maps.slice(0..<1).floats(),
      channels: shape[1],
      extent: Size(width: shape[3], height: shape[2])
    )
  }

  private init(_ values: [Float], channels: Int, extent: Size) {
    (self.values, self.extent) = (values, extent)
    let area = max(extent.area, 1)
    means = (0..<channels).map { channel in
      values[channel * area..<(channel + 1) * area].reduce(0) { $0 + Double($1.magnitude) }
        / Double(area)
    }
    let ranks = means.map { $0.isNaN ? .infinity : $0 }
    ranking = ranks.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
  }

  /// How many channels there are.
  var channels: Int { means.count }

  /// The value of a channel at a place.
  func value(_ channel: Int, _ row: Int, _ column: Int) -> Double {
    Double(values[channel * extent.area + row * extent.width + column])
  }

  /// All values of a channel, row by row.
  func map(of channel: Int) -> [Double] {
    values[channel * extent.area..<(channel + 1) * extent.area].map(Double.init)
  }

  /// The mean magnitude of a channel, what channels are ranked by.
  func activity(of channel: Int) -> Double { means[channel] }

  /// All values of all channels.
  var all: some Collection<Double> { values.lazy.map(Double.init) }

  /// These maps less `other` ones of the same shape.
  func subtracting(_ other: ChannelMaps) -> ChannelMaps {
    ChannelMaps(zip(values, other.values).map(-), channels: channels, extent: extent)
  }

  /// These maps and `other` ones of the same shape, added up as the engine adds them.
  func adding(_ other: ChannelMaps) -> ChannelMaps {
    ChannelMaps(zip(values, other.values).map(+), channels: channels, extent: extent)
  }
}

/// What there is to say about one channel's map.
struct ChannelFigures {
  /// The mean of all values: what a pool behind it takes.
  let mean: Double
  /// The value of the largest magnitude.
  let largest: Double
  /// Where that is.
  let place: (row: Int, column: Int)
  /// The share of values that are zero, 0...1.
  let zeros: Double

  init(_ maps: ChannelMaps, _ channel: Int) {
    let map = maps.map(of: channel)
    let count = Double(max(map.count, 1))
    mean = map.reduce(0, +) / count
    let index = map.indices.max { map[$0].magnitude < map[$1].magnitude } ?? 0
    largest = map.isEmpty ? 0 : map[index]
    place = (index / max(maps.extent.width, 1), index % max(maps.extent.width, 1))
    zeros = Double(map.count { $0 == 0 }) / count
  }
}
