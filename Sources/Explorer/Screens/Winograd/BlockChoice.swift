internal import RepCore
internal import Words

/// By what a block can be asked to be computed.
enum BlockChoice: String, Hashable, Sendable, CaseIterable {
  /// As the plan finds best.
  case auto
  case direct
  case f2
  case f4
  case f6

  /// The algorithm; nil where the plan chooses.
  var algorithm: ConvolutionAlgorithm? {
    switch self {
    case .auto: nil
    case .direct: .direct
    case .f2: .winogradF2
    case .f4: .winogradF4
    case .f6: .winogradF6
    }
  }

  /// What is chosen for a block that is asked for an algorithm, or for none.
  init(_ algorithm: ConvolutionAlgorithm?) {
    self = BlockChoice.allCases.first { $0.algorithm == algorithm } ?? .auto
  }

  /// What it is called for windows that step so far: `F(4,3)`, with stride 2 `P4`.
  func title(stride: Int) -> Text {
    switch self {
    case .auto: Text(en: "as the plan has it", vi: "theo kế hoạch")
    case .direct: Text(en: "direct", vi: "trực tiếp")
    case .f2, .f4, .f6:
      Text(name: algorithm?.family(stride: stride)?.title ?? "F(\(rawValue.dropFirst()),3)")
    }
  }
}

/// Which plans of a block are compared.
struct OutlookSubject: Need {
  let block: BlockPath
  /// How all else is computed.
  let options: PlanOptions
  /// Whether the choices that were measured on this machine count.
  let isMeasured: Bool

  func find(in document: Document, _ context: JobContext) throws -> BlockOutlook? {
    try BlockOutlook(of: block, in: document.deployed, options, cache: cache)
  }

  private var cache: PlanCache? { isMeasured ? .user : nil }
}

/// What the block takes under each algorithm, measured.
struct TrialSubject: Need {
  let block: BlockPath
  let picture: MapsPicture
  /// How all else is computed.
  let options: PlanOptions

  var title: Text { Text(en: "measuring the block, run", vi: "đang đo khối, lần") }

  func find(in document: Document, _ context: JobContext) throws -> BlockTrial? {
    let input = try picture.input(of: document)
    let network = try document.network(in: .deploy, threads: options.threads)
    return try BlockTrial(of: block, in: network, on: input, options) { done, total in
      try context.checkCancellation()
      context.report(done, total)
    }
  }
}
