/// The pictures that an integer network is simulated on, and those that show how large its maps become.
public struct QuantizationPictures: Sendable {
  /// What the ranges of maps are taken from, in batches `N x C x H x W` of one size.
  let calibration: [Tensor]
  /// What both networks are run on, in batches of one size.
  let tried: [Tensor]
  /// The class of each picture of `tried`; nil where nobody says.
  let labels: [Int]?

  /// How many pictures the ranges are taken from.
  public let calibrationCount: Int
  /// How many pictures are tried.
  public let count: Int
  /// What the tried pictures are; nil for seeded values.
  public let part: Dataset.Part?

  /// The most pictures of calibration.
  public static let mostCalibration = 64
  /// The most multiply-adds of one run over all pictures, so that large networks are tried on few of them.
  private static let mostMacs = 60_000_000_000
  /// The least pictures, of however large a network.
  private static let least = 4
  /// How many seeded pictures stand for none.
  private static let seededCount = 16

  /// Pictures of `data`: those that a network is judged by, and the first that it was trained on, or, where nobody
  /// says which, the first of all.
  ///
  /// - Throws: `FormatError.Kind.mismatch` where the pictures do not fit.
  public init(_ data: Dataset, for network: Network) throws(FormatError) {
    if let mismatch = data.mismatch(with: network) { throw FormatError(.mismatch, mismatch) }
    let most = QuantizationPictures.most(for: network, height: data.height, width: data.width)
    let trained = data.places(in: .training)
    let seen = (trained.isEmpty ? data.places(in: .everything) : trained)
      .prefix(min(most, QuantizationPictures.mostCalibration))
    let tried = data.places(in: data.judged).prefix(most)
    calibration = QuantizationPictures.batches(of: data.input(seen, for: network.input))
    self.tried = QuantizationPictures.batches(of: data.input(tried, for: network.input))
    labels = data.labels.map { labels in tried.map { labels[$0] } }
    (calibrationCount, count, part) = (seen.count, tried.count, data.judged)
  }

  /// Seeded normal values in place of pictures of the network's own size.
  ///
  /// - Throws: `MemoryError`.
  public init(seeded seed: UInt64, for network: Network) throws(MemoryError) {
    let input = network.input
    let most = QuantizationPictures.most(for: network, height: input.height, width: input.width)
    let number = min(most, QuantizationPictures.seededCount)
    let shape = [number, network.inputChannels, input.height, input.width]
    calibration = QuantizationPictures.batches(of: try .normalInput(shape: shape, seed: seed &+ 1))
    tried = QuantizationPictures.batches(of: try .normalInput(shape: shape, seed: seed))
    (labels, part) = (nil, nil)
    (calibrationCount, count) = (number, number)
  }

  private static func most(for network: Network, height: Int, width: Int) -> Int {
    max(least, mostMacs / max(network.architecture.macs(height: height, width: width), 1))
  }

  /// The pictures in as few batches of one size as there can be without leaving any over.
  private static func batches(of pictures: Tensor) -> [Tensor] {
    let count = pictures.shape[0]
    let values = pictures.count / max(count, 1)
    let most = max(1, min(count, mostCalibration, (1 << 18) / max(values, 1)))
    let size = (1...most).last { count.isMultiple(of: $0) } ?? 1
    return stride(from: 0, to: count, by: size).map { pictures.slice($0..<$0 + size) }
  }
}
