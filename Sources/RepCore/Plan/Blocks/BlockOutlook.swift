/// What plans would make of one block under each algorithm; counted from shapes alone, nothing is run.
public struct BlockOutlook: Sendable {
  /// The block's convolutions as the options have them now.
  public let planned: [PlannedConvolution]
  /// Under each algorithm the block's convolutions, or why they cannot be computed so.
  public let each: [ConvolutionAlgorithm: Result<[PlannedConvolution], ChoiceObstacle>]

  /// The outlook for the block at `path` of a network of this architecture.
  ///
  /// - Throws: `PlanError` when a block does not run, an option cannot be met or maps take more memory than there is.
  public init(
    of path: BlockPath,
    in architecture: Architecture,
    _ options: PlanOptions = PlanOptions(),
    cache: PlanCache? = .user
  ) throws(PlanError) {
    let network = Network(blank: architecture)
    let choices = cache?.choices(for: options, PlanAccuracy(network)) ?? [:]
    func list(_ draft: PlanDraft) -> [PlannedConvolution] {
      PlannedConvolution.all(of: path, in: draft.lowered.nodes, threads: options.threads)
    }
    planned = list(try PlanDraft(network, options, choices: choices))
    var each: [ConvolutionAlgorithm: Result<[PlannedConvolution], ChoiceObstacle>] = [:]
    for algorithm in ConvolutionAlgorithm.allCases {
      var own = options
      own.algorithms[path] = algorithm
      let draft = try PlanDraft(network, own, choices: choices)
      each[algorithm] = draft.obstacles[path].map { .failure($0) } ?? .success(list(draft))
    }
    self.each = each
  }
}
