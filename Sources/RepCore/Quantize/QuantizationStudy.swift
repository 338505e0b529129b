/// What one simulated integer network does, against the network that it was made of.
public struct QuantizedRun: Hashable, Sendable {
  /// How it was made.
  public let setting: QuantizationSetting
  /// How far the map behind each block is from the network's own, in the order of the blocks: all errors until there.
  public let errors: [SignalToNoise]
  /// How well it does: by the labels, or in agreement with the network itself.
  public let score: Score
}

/// Integer networks of one form, simulated: floating point numbers that are rounded to integers times a step wherever
/// an integer network would hold integers.
///
/// The sums themselves are made in float32, whose own error is a thousandth of an 8-bit step: a value that lies just
/// between two integers may go to the other one than in exact arithmetic, and so may a picture between two classes.
public struct QuantizationStudy: Hashable, Sendable {
  /// One for each setting, in the order in which they were asked for.
  public let runs: [QuantizedRun]
  /// How well the network itself does by the labels; nil where nobody says what is right.
  public let whole: Score?

  /// Runs a network in whatever form its blocks are, and the integer networks that `settings` make of it.
  ///
  /// - Parameters:
  ///   - network: A chain.
  ///   - settings: How integer networks are made of it.
  ///   - pictures: What they are tried on; made for this network.
  ///   - options: Threads and kernels; all else follows from the pictures.
  ///   - progress: Told behind each block how many are done, of how many.
  ///   - isCancelled: Asked before each step of the engine.
  /// - Throws: `PlanError` where a block does not run; `MemoryError`; `SessionError`, which is `cancelled` where
  ///   `isCancelled` says so.
  public init(
    of network: Network,
    _ settings: [QuantizationSetting],
    on pictures: QuantizationPictures,
    options: PlanOptions = PlanOptions(),
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    guard let head = network.head else {
      preconditionFailure("blocks that stand alone hand nothing on")
    }
    try network.requireRunning()
    try network.requireHeldMaps(of: pictures, networks: settings.count + 1)
    var walk = QuantizationWalk(pictures, settings, options, isCancelled: isCancelled)
    let blocks = network.blocks
    for (index, block) in blocks.enumerated() {
      try walk.pass(block)
      progress(index + 1, blocks.count)
    }
    let places = Array(0..<pictures.count)
    let found = walk.classes(head)
    let whole = Classification(places: places, classes: found.whole)
    runs = settings.indices.map { index in
      let classification = Classification(places: places, classes: found.rounded[index])
      return QuantizedRun(
        setting: settings[index],
        errors: walk.errors[index],
        score: pictures.labels.map { .accuracy(classification.accuracy(by: $0)) }
          ?? .agreement(classification.agreement(with: whole))
      )
    }
    self.whole = pictures.labels.map { .accuracy(whole.accuracy(by: $0)) }
  }
}

extension Network {
  /// Asks for what the maps of all pictures take: those that a block reads and those that it makes, of every network.
  fileprivate func requireHeldMaps(
    of pictures: QuantizationPictures,
    networks: Int
  ) throws(MemoryError) {
    guard let shape = pictures.tried.first?.shape else { return }
    let extents = architecture.extents(height: shape[2], width: shape[3])
    let values = zip(blocks.map(\.shape), extents).map { block, extent in
      block.inputChannels * extent.height * extent.width
        + block.outputChannels * block.outputExtent(extent.height)
        * block.outputExtent(extent.width)
    }
    let held = networks * pictures.count + pictures.calibrationCount
    let bytes = [values.max() ?? 0, held, MemoryLayout<Float>.stride].checkedProduct() ?? .max
    try Memory.require(bytes, for: .activations)
  }
}
