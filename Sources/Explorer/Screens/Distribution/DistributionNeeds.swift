internal import RepCore
internal import Words

/// How the numbers of a block lie, before and after folding.
struct BlockDistributionNeed: Need {
  /// Which block.
  let path: BlockPath

  var title: Text { DistributionWords.counting }

  func find(in document: Document, _ context: JobContext) -> BlockDistribution? {
    document.network.block(at: path).map { BlockDistribution($0) }
  }
}

/// How the values lie that enter and leave a block.
struct MapDistributionNeed: Need {
  /// Which block.
  let path: BlockPath
  /// Threads and kernels.
  let options: PlanOptions

  var title: Text { DistributionWords.running }

  func find(in document: Document, _ context: JobContext) throws -> MapDistribution? {
    // Both forms make the same maps; the deploy form makes them sooner.
    let trial = try QuantizationTrial.kept(.deploy, of: document, model: nil, options, context)
    return try MapDistribution(
      at: path,
      in: trial.network,
      on: trial.pictures,
      options: options,
      isCancelled: context.isCancelled
    )
  }
}

/// What integer networks of some bits, with one step a kernel and with one a channel, do.
struct QuantizationNeed: Need {
  /// The model that is meant; nil for the one that is shown.
  let other: OtherModel?
  /// Which form becomes an integer network.
  let form: Form
  /// Bits of weights and maps.
  let bits: QuantizedBits
  /// Threads and kernels.
  let options: PlanOptions

  var title: Text { DistributionWords.simulating(bits) }

  func find(in document: Document, _ context: JobContext) throws -> QuantizationStudy? {
    let document = other?.document ?? document
    let trial = try QuantizationTrial.kept(form, of: document, model: other?.id, options, context)
    return try QuantizationStudy(
      of: trial.network,
      WeightSteps.allCases.map { QuantizationSetting(bits, $0) },
      on: trial.pictures,
      options: options,
      progress: context.report,
      isCancelled: context.isCancelled
    )
  }
}

/// Another model that is open, told from others by its reading.
struct OtherModel: Hashable, Sendable {
  let id: ModelID
  let document: Document

  static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A form of a network with the pictures that it is tried on.
private struct QuantizationTrial: Sendable {
  let network: Network
  let pictures: QuantizationPictures

  private struct Key: Hashable, Sendable {
    let form: Form
    let model: ModelID?
  }

  /// What was prepared for the bits before, else prepared here and now.
  ///
  /// - Throws: `Refusal` where blocks stand alone; `MemoryError`; `FormatError` where the pictures do not fit;
  ///   `CancellationError`.
  static func kept(
    _ form: Form,
    of document: Document,
    model: ModelID?,
    _ options: PlanOptions,
    _ context: JobContext
  ) throws -> QuantizationTrial {
    guard !document.isSeparate else { throw Refusal(DistributionWords.noChain) }
    return try context.kept.value(for: Key(form: form, model: model)) {
      let network = try document.network(in: form, threads: options.threads)
      try context.checkCancellation()
      let pictures =
        try document.data.map { try QuantizationPictures($0, for: network) }
        ?? QuantizationPictures(seeded: FormRunner.seed, for: network)
      return QuantizationTrial(network: network, pictures: pictures)
    }
  }
}
