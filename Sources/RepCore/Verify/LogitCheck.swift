/// How far the logits of several forms of one network are apart.
public struct LogitCheck: Hashable, Sendable {
  /// The worst difference from the reference.
  public let difference: Difference
  /// Whether every form puts the reference's top class first.
  public let topClassAgrees: Bool

  /// The larger difference of two checks, and whether both agree on the top class.
  init(worstOf left: LogitCheck, _ right: LogitCheck) {
    difference =
      left.difference.maximumRelative > right.difference.maximumRelative
      ? left.difference : right.difference
    topClassAgrees = left.topClassAgrees && right.topClassAgrees
  }

  private init(_ forms: [[Double]], reference: [Double]) {
    let differences = forms.map { Difference(of: $0, from: reference) }
    difference =
      differences.max { $0.maximumRelative < $1.maximumRelative }
      ?? Difference(of: reference, from: reference)
    topClassAgrees = forms.allSatisfy { $0.indexOfMaximum == reference.indexOfMaximum }
  }

  /// Compares the engine's logits of all `forms` with those of the first.
  static func engines(_ forms: [Network], input: Tensor) throws -> LogitCheck {
    let logits = try forms.map { try engineLogits($0, input: input) }
    return LogitCheck(logits, reference: logits[0])
  }

  /// Compares the engine's logits of all `forms` with the oracle's of `network`, in double.
  static func oracle(_ network: Network, forms: [Network], input: Tensor) throws -> LogitCheck {
    // A map of the widest block three times over, in double.
    try Memory.require(network.oracleBytes(for: input), for: "the oracle's maps")
    let reference = Reference<Double>.run(network, input: FeatureMap(input))[0]
    return LogitCheck(try forms.map { try engineLogits($0, input: input) }, reference: reference)
  }

  private static func engineLogits(_ network: Network, input: Tensor) throws -> [Double] {
    let options = PlanOptions(batch: 1, height: input.shape[2], width: input.shape[3])
    return try Session(Plan.cached(network, options)).run(input).doubles()
  }
}

extension [Double] {
  /// Where the first of the largest values stands.
  fileprivate var indexOfMaximum: Int? { indices.max { (self[$0], $1) < (self[$1], $0) } }
}

extension Tensor {
  /// A seeded picture of the network's own size, or smaller: at most `macs` multiply-adds.
  ///
  /// - Throws: `MemoryError`.
  static func picture(for network: Network, seed: UInt64, macs: Int? = nil) throws(MemoryError)
    -> Tensor
  {
    let architecture = network.architecture
    var (height, width) = (architecture.input.height, architecture.input.width)
    while let macs, height * width > 1, architecture.macs(height: height, width: width) > macs {
      (height, width) = (max(height / 2, 1), max(width / 2, 1))
    }
    return try .normalInput(shape: [1, architecture.input.channels, height, width], seed: seed)
  }
}

extension Network {
  /// About what the oracle takes for `input` in double: the largest map that a block reads or makes, three
  /// times.
  fileprivate func oracleBytes(for input: Tensor) -> Int {
    let extents = architecture.extents(height: input.shape[2], width: input.shape[3])
    let values = zip(blocks, extents).map { block, extent in
      extent.height * extent.width * max(block.shape.inputChannels, block.shape.outputChannels)
    }
    return 3 * MemoryLayout<Double>.stride * input.shape[0] * (values.max() ?? 0)
  }
}
