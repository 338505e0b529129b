/// The pictures that a changed network is tried on.
public struct TrialPictures: Sendable {
  /// Where they are from.
  public let data: Dataset
  /// Their places in it, at least one.
  public let places: [Int]

  /// The pictures at `places` of `data`.
  public init(_ places: [Int], in data: Dataset) {
    precondition(!places.isEmpty, "nothing is tried on no picture")
    (self.data, self.places) = (data, places)
  }

  /// Pictures of `data` that were kept from training, where that is known, as many as a network is run on in some
  /// seconds; nil where they do not fit the network.
  ///
  /// - Parameters:
  ///   - network: What is tried.
  ///   - data: Where the pictures are from.
  ///   - most: Multiply-adds that all pictures together may take, unless a single one takes more.
  public init?(for network: Network, in data: Dataset, within most: Int = 8_000_000_000) {
    guard data.mismatch(with: network) == nil else { return nil }
    let places = data.places(in: data.judged)
    self.init(Array(places.prefix(network.pictures(of: data, within: most))), in: data)
  }

  /// Pictures of `data` that a network was trained on, for its norms to be measured on; nil where they do not fit, or
  /// nobody says which those are.
  ///
  /// - Parameters:
  ///   - network: What is measured.
  ///   - data: Where the pictures are from.
  ///   - count: Pictures that are enough.
  ///   - most: Multiply-adds that all pictures together may take, unless a single one takes more.
  /// - Returns: the first of them, at least one.
  public static func trained(
    for network: Network,
    in data: Dataset,
    count: Int = 256,
    within most: Int = 8_000_000_000
  ) -> TrialPictures? {
    guard data.mismatch(with: network) == nil else { return nil }
    let places = data.places(in: .training)
    let affordable = min(count, network.pictures(of: data, within: most))
    return places.isEmpty ? nil : TrialPictures(Array(places.prefix(affordable)), in: data)
  }

  /// All of them as `network` takes them, `N x C x H x W`.
  func input(for network: Network) -> Tensor { data.input(places, for: network.input) }

  /// The classes that `network` gives them, in whatever form its blocks are.
  func classes(
    of network: Network,
    _ threads: Int,
    _ isCancelled: @escaping () -> Bool
  ) throws -> Classification {
    try Classification(
      of: network,
      on: places,
      in: data,
      threads: threads,
      isCancelled: isCancelled
    )
  }

  /// The classes that logits give them which are made otherwise than by a network: `logits` of some pictures,
  /// `N x C x H x W`, has one row for each.
  ///
  /// - Throws: `CancellationError`.
  func classes(
    of network: Network,
    _ isCancelled: () -> Bool,
    logits: (Tensor) -> [[Float]]
  ) throws -> Classification {
    var classes: [Int?] = []
    for start in stride(from: 0, to: places.count, by: TrialPictures.batch) {
      if isCancelled() { throw CancellationError() }
      let chosen = places[start..<min(start + TrialPictures.batch, places.count)]
      classes += logits(data.input(chosen, for: network.input)).map { row in
        row.allSatisfy(\.isFinite) ? row.indices.max { row[$0] < row[$1] } : nil
      }
    }
    return Classification(places: places, classes: classes)
  }

  /// Pictures between two questions whether anybody still waits.
  private static let batch = 32
}

extension Network {
  /// Pictures of `data` that it runs on with so many multiply-adds at most; at least one.
  fileprivate func pictures(of data: Dataset, within most: Int) -> Int {
    max(1, most / max(architecture.macs(height: data.height, width: data.width), 1))
  }
}
