/// A plan before its weights: the steps, the buffers, and where in the arena each of them lies.
struct PlanDraft {
  let lowered: Lowering
  let arena: ArenaPlan
  let accuracy: PlanAccuracy
  /// `N x C x H x W`.
  let inputShape: [Int]
  let instructionSet: InstructionSet
  /// Why a block is not computed as the options say, by its path.
  let obstacles: [BlockPath: ChoiceObstacle]

  /// Lowers `network`, with `choices` instead of the table's for the shapes whose keys it has.
  ///
  /// - Throws: `PlanError` when a block does not run, an option cannot be met or maps take more memory than
  ///   there is.
  init(
    _ network: Network,
    _ options: PlanOptions,
    choices: [String: ConvolutionChoice],
    accuracy: PlanAccuracy? = nil
  ) throws(PlanError) {
    try options.validate()
    try network.requireRunning()
    let height = options.height ?? network.input.height
    let width = options.width ?? network.input.width
    // Before tables are made that grow with the maps.
    do {
      try network.requireMaps(batch: options.batch, height: height, width: width)
    } catch { throw PlanError(error) }
    instructionSet = options.instructionSet ?? .best
    self.accuracy = accuracy ?? PlanAccuracy(network)
    let table = ChoiceTable(options, self.accuracy)
    lowered = Lowering(
      network,
      batch: options.batch,
      threads: options.threads,
      height: height,
      width: width,
      branches: options.branches,
      kernels: KernelTable(instructionSet),
      choose: { shape, path in
        let known = choices[shape.key].flatMap { table.admits($0, for: shape) ? $0 : nil }
        if let wanted = options.algorithms[path],
          let choice = table.choice(for: shape, wanted, known: known)
        {
          return choice
        }
        guard options.algorithm == nil, let known else { return table.choice(for: shape) }
        return known
      }
    )
    obstacles = table.obstacles(to: options.algorithms, in: network, lowered.nodes)
    arena = ArenaPlan(buffers: lowered.buffers, nodes: lowered.nodes)
    inputShape = [options.batch, network.inputChannels, height, width]
  }

  /// Floats that each thread needs for itself.
  var scratchCount: Int { lowered.nodes.map(\.work.scratchCount).max() ?? 0 }
}
