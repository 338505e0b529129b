internal import RepCore
internal import Words

/// Which tile is looked at: of a block, of what the block sees of a picture, and by which algorithm.
struct TileSubject: Need {
  let source: BlockSource
  /// The output channel.
  let output: Int
  /// The tile; nil for the one in the middle.
  let place: TilePlace?
  /// Whose tiles they are.
  let algorithm: ConvolutionAlgorithm
  /// Whether a sign of the input's matrix is made wrong on purpose.
  var hasWrongSign = false

  static var isLarge: Bool { true }

  /// Traces the tile; one beyond the last is the last.
  ///
  /// - Throws: Why the block has no such tiles, in words that say what is done instead.
  func find(in document: Document, _ context: JobContext) throws -> TileSight? {
    let input = try source.input(in: document, context)
    let shape = input.shape
    if let reason = shape.untraceable { throw Refusal(reason) }
    guard let family = algorithm.family(stride: shape.stride) else {
      throw Refusal(ChoiceObstacle.sixOfStrideTwo.words + WinogradWords.otherSize)
    }
    let (height, width) = (
      shape.outputExtent(input.map.height), shape.outputExtent(input.map.width)
    )
    guard let tiles = LayerTiles(family, height: height, width: width) else {
      let obstacle = ChoiceObstacle.extent(height: height, width: width, family)
      throw Refusal(obstacle.words + WinogradWords.otherSize)
    }
    let place = TilePlace(
      row: min(place?.row ?? tiles.rows.count / 2, tiles.rows.count - 1),
      column: min(place?.column ?? tiles.columns.count / 2, tiles.columns.count - 1)
    )
    let output = min(output, shape.outputChannels - 1)
    let tile = tiles[place.row, place.column]
    let trace = TileTrace(
      of: tile,
      kernel: input.kernel,
      groups: shape.groups,
      output: output,
      on: input.map,
      mistake: hasWrongSign ? .sign(of: tile.rowAlgorithm()) : nil
    )
    return TileSight(shape: shape, tiles: tiles, place: place, output: output, trace: trace)
  }
}

/// Where a tile stands among those of its map, both from 0.
struct TilePlace: Hashable, Sendable {
  let row: Int
  let column: Int
}

/// A tile on its way, and where it stands.
struct TileSight: Sendable {
  /// The block in the deploy form.
  let shape: BlockShape
  /// How its map is cut.
  let tiles: LayerTiles
  /// Which of them it is.
  let place: TilePlace
  /// The output channel.
  let output: Int
  /// The tile with every value.
  let trace: TileTrace
}

/// A block of the deploy form, with what it reads of a picture.
struct BlockSource: Hashable, Sendable {
  let block: BlockPath
  let picture: MapsPicture
  let threads: Int
  /// The kernels that make its input; nil for the fastest of this machine.
  let kernels: InstructionSet?

  /// The block's kernel and its input, as they were prepared for the tile before, else here and now.
  ///
  /// - Throws: `PlanError`, `SessionError`, `MemoryError`: why the input cannot be had; `CancellationError`.
  func input(in document: Document, _ context: JobContext) throws -> BlockInput {
    try context.kept.value(for: self) { try BlockInput(self, in: document, context) }
  }

  /// What plans of the whole network are made with.
  func options(for input: Tensor) -> PlanOptions {
    var options = EngineSettings(threads: threads).options(for: input)
    options.instructionSet = kernels
    return options
  }
}

/// The kernel of a block in the deploy form, and the map that it reads.
struct BlockInput: Sendable {
  let shape: BlockShape
  /// `O x I/g x k x k`.
  let kernel: Tensor
  /// What the engine gives to the block, as doubles; the first picture.
  let map: FeatureMap<Double>

  fileprivate init(_ source: BlockSource, in document: Document, _ context: JobContext) throws {
    guard let block = document.network.block(at: source.block) else {
      throw Refusal(ChoiceObstacle.noConvolution.words)
    }
    if let reason = block.shape.obstacleWords { throw Refusal(WinogradWords.stopped(reason)) }
    let folded = BlockFold(block).folded(threads: source.threads)
    guard let kernel = folded.branches.first?.kernel else {
      throw Refusal(ChoiceObstacle.noConvolution.words)
    }
    let picture = try source.picture.input(of: document)
    let map: Tensor
    if let before = document.block(before: source.block) {
      let form = try ObservedForm.kept(.deploy, of: document, source.options(for: picture), context)
      let seen = try form.run(picture, observing: [.block(before)], context)
      guard let made = seen[.block(before)] else {
        preconditionFailure("a run hands out what was asked for")
      }
      map = made
    } else {
      map = picture
    }
    (shape, self.kernel) = (folded.shape, kernel)
    self.map = FeatureMap(map).channels(folded.shape.inputChannels)
  }
}

extension Document {
  /// The block whose map the block at `path` reads; nil for one that reads the picture.
  fileprivate func block(before path: BlockPath) -> BlockPath? {
    guard !isSeparate, let place = paths.firstIndex(of: path), place > 0 else { return nil }
    return paths[place - 1]
  }
}

extension FeatureMap<Double> {
  /// The first channels of the first picture: blocks that stand alone read as many as they need.
  fileprivate func channels(_ count: Int) -> FeatureMap {
    FeatureMap(
      batch: 1,
      channels: count,
      height: height,
      width: width,
      values: Array(values.prefix(count * height * width))
    )
  }
}

extension BlockShape {
  /// Why no tile can be traced, with what is done instead; nil where one can.
  fileprivate var untraceable: Text? {
    let obstacle: ChoiceObstacle? =
      kernelSize != 3
      ? .window(kernelSize)
      : stride > 2 ? .stride(stride) : dilation > 1 ? .dilation(dilation) : nil
    return obstacle.map { $0.words + WinogradWords.directInstead }
  }
}
