/// One convolution of a block as a plan computes it: the algorithm, what it costs, and the memory it takes.
public struct PlannedConvolution: Hashable, Sendable {
  /// Its place among the steps of the plan, from 0.
  public let step: Int
  /// The branch that it is; nil for a block's only convolution without branches.
  public let branch: BranchID?
  /// How it is computed.
  public let algorithm: Algorithm
  /// The tiles that it is cut into; nil where it is computed as the definition says.
  public let family: WinogradFamily?
  /// How many tiles there are of each size, in all pictures.
  public let tiles: [TileSize: Int]
  /// Products and additions of the whole batch.
  public let counts: ConvolutionCounts
  /// Bytes of its weights as the kernels read them.
  public let weightBytes: Int
  /// Bytes of transformed inputs and products, shared and of all threads together.
  public let valueBytes: Int
}

extension Plan {
  /// The convolutions of a block, in order of execution; none where it has none or does not run.
  public func convolutions(of path: BlockPath) -> [PlannedConvolution] {
    PlannedConvolution.all(of: path, in: nodes, threads: threads)
  }
}

extension PlannedConvolution {
  /// The convolutions of a block among the steps of a plan.
  static func all(of path: BlockPath, in nodes: [Node], threads: Int) -> [PlannedConvolution] {
    nodes.enumerated().compactMap { step, node in
      guard case .convolution(let work) = node.work, node.step.blockPath == path else { return nil }
      return PlannedConvolution(step: step, node.step, work, threads: threads)
    }
  }

  private init(step: Int, _ planned: PlanStep, _ work: ConvolutionWork, threads: Int) {
    (self.step, branch, algorithm) = (step, planned.branch, planned.algorithm)
    let window = work.shape.window
    family = work.choice.family
    tiles = work.method.tiles
    weightBytes = work.weights.count * MemoryLayout<Float>.stride
    var values = threads * work.method.ownCount
    let pixels = work.shape.batch * work.shape.height * work.shape.width
    var counts = ConvolutionCounts()
    switch work.method {
    case .direct, .depthwise:
      counts.direct = window.taps * pixels * window.depth * window.outputChannels
      counts.products = counts.direct
    case .stem:
      counts = work.shape.stemCounts
    case .winograd(let layout, _):
      let family = layout.choice.family
      counts = family.counts(
        of: tiles,
        inputs: window.inputChannels,
        depth: window.depth,
        outputs: window.outputChannels
      )
      counts.kernelAdditions = family.kernelAdditions * window.depth * window.outputChannels
      if layout.choice.isShared { values += layout.valueCount }
    }
    self.counts = counts
    valueBytes = values * MemoryLayout<Float>.stride
  }
}

extension ConvolutionMethod {
  /// How many tiles there are of each size.
  fileprivate var tiles: [TileSize: Int] {
    guard case .winograd(let layout, _) = self else { return [:] }
    var tiles: [TileSize: Int] = [:]
    for block in layout.tileBlocks {
      for (size, count) in LayerTiles(layout.choice.family, block.rows, block.columns).sizes {
        tiles[size, default: 0] += count * block.pictures
      }
    }
    return tiles
  }
}

extension ConvolutionShape {
  /// What polyphase along the rows alone costs: two rows of outputs are a tile, a last one alone is computed as one.
  fileprivate var stemCounts: ConvolutionCounts {
    let rows = TileAlgorithm(outputs: 2, in: .p2)
    let pairs = batch * ((height + 1) / 2)
    let (inputs, outputs) = (window.inputChannels, window.outputChannels)
    // A row of samples is as wide as all windows together.
    return ConvolutionCounts(
      direct: 9 * batch * height * width * inputs * outputs,
      products: 3 * rows.products * pairs * width * inputs * outputs,
      inputAdditions: rows.inputAdditions * pairs * (2 * width + 1) * inputs,
      outputAdditions: rows.outputAdditions * pairs * width * outputs,
      kernelAdditions: 3 * rows.kernelAdditions * inputs * outputs
    )
  }
}
