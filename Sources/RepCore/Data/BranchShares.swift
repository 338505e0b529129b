/// How much of what a block's sum tells of pictures comes from each of its branches.
///
/// The share of a branch is the covariance of its output with the sum, over the variance of the sum; the shares of all
/// branches add up to 1, and one that works against the others is below 0. What a branch adds to every picture alike
/// counts nothing: it could as well be a bias.
///
///     share(b) = sum over channels of cov(b, s) / sum over channels of var(s),   s = sum of the branches
///
/// Variances are those of one channel over all its places of all pictures.
public struct BranchShares: Hashable, Sendable {
  /// The branches, in the order of the block.
  public let branches: [BranchID]
  /// The share of each branch in the whole block; not a number where the sum never changes.
  public let whole: [Double]
  /// For each output channel the share of each branch.
  public let channels: [[Double]]
  /// The output channels that are zero everywhere on all pictures.
  public let dead: [Int]

  /// The channels whose identity branch has a share above one half.
  public var identityDominated: [Int] {
    guard let identity = branches.firstIndex(where: { $0.role == .identity }) else { return [] }
    return channels.indices.filter { channels[$0][identity] > 0.5 }
  }
}

extension BranchShares {
  /// Runs the training form as written on pictures and watches the branches of one block.
  ///
  /// - Parameters:
  ///   - path: A block that still has its branches.
  ///   - network: A chain that the pictures fit.
  ///   - places: Which pictures of `data`, at least one.
  ///   - data: What it is tried on.
  ///   - options: Threads and kernels; batch and size of the pictures follow from the data.
  ///   - isCancelled: Asked before each step of the engine.
  /// - Throws: `FormatError.Kind.mismatch` where the pictures do not fit; `PlanError`; `SessionError`, which is
  ///   `unobservable` where the block or a branch has no map.
  public init(
    of path: BlockPath,
    in network: Network,
    on places: [Int],
    of data: Dataset,
    options: PlanOptions = PlanOptions(),
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    if let mismatch = data.mismatch(with: network) { throw FormatError(.mismatch, mismatch) }
    let branches = network.block(at: path)?.branches.map(\.id) ?? []
    let values = branches.map { ObservedValue.branch(path, $0) } + [.block(path)]
    var options = options
    (options.branches, options.height, options.width) = (.written, data.height, data.width)
    options.batch = network.batch(of: path, with: options, pictures: places.count)
    let session = try Session(Plan(network, options))
    var tally = ShareTally(branches: branches.count)
    for start in stride(from: 0, to: places.count, by: options.batch) {
      let chosen = places[start..<min(start + options.batch, places.count)]
      let filled = chosen + repeatElement(places[start], count: options.batch - chosen.count)
      let input = data.input(filled, for: network.input)
      let seen = try session.run(input, observing: Set(values), isCancelled: isCancelled)
      tally.add(values.compactMap { seen[$0] }, pictures: chosen.count)
    }
    self.init(branches: branches, tally)
  }

  private init(branches: [BranchID], _ tally: ShareTally) {
    self.branches = branches
    channels = tally.channels.map { channel in channel.products.map { $0 / channel.square } }
    let variance = tally.channels.reduce(0) { $0 + $1.square }
    whole = branches.indices.map { branch in
      tally.channels.reduce(0) { $0 + $1.products[branch] } / variance
    }
    dead = tally.isAlive.indices.filter { !tally.isAlive[$0] }
  }
}

/// What was seen of a block's maps so far.
private struct ShareTally {
  private let branches: Int
  /// For each output channel its branches against their sum.
  private(set) var channels: [Covariance] = []
  /// Whether each output channel was anything but zero anywhere.
  private(set) var isAlive: [Bool] = []

  init(branches: Int) { self.branches = branches }

  /// Adds the first `pictures` of maps `N x C x H x W`: those of the branches, then the block's own.
  mutating func add(_ maps: [Tensor], pictures: Int) {
    guard let block = maps.last, maps.count == branches + 1 else { return }
    let (count, plane) = (block.shape[1], block.shape[2] * block.shape[3])
    if channels.isEmpty {
      channels = [Covariance](repeating: Covariance(series: branches), count: count)
      isAlive = [Bool](repeating: false, count: count)
    }
    let values = maps.map { $0.floats() }
    for index in 0..<pictures * count * plane {
      let channel = index / plane % count
      channels[channel].add(values.dropLast().lazy.map { Double($0[index]) })
      if values[branches][index] != 0 { isAlive[channel] = true }
    }
  }
}

extension Network {
  /// The most pictures that one batch has, and the most values of the maps that it hands out.
  private static let largestBatch = (pictures: 64, values: 1 << 22)

  /// Pictures of one batch, so that the maps of the block's branches stay within bounds.
  fileprivate func batch(of path: BlockPath, with options: PlanOptions, pictures: Int) -> Int {
    let extents = architecture.extents(
      height: options.height ?? input.height,
      width: options.width ?? input.width
    )
    guard let place = blocks.firstIndex(where: { $0.path == path }) else { return 1 }
    let (shape, extent) = (blocks[place].shape, extents[place])
    let map =
      shape.outputChannels * shape.outputExtent(extent.height) * shape.outputExtent(extent.width)
    let most = Network.largestBatch
    return max(1, min(most.pictures, pictures, most.values / (map * (shape.branches.count + 1))))
  }
}
