/// The names of a whole network's tensors: those inside blocks, and those of blocks and classifier.
struct ExportScheme {
  private let architecture: Architecture
  private let depths: [Int]
  private let blocks: BlockPattern
  let layout: NetworkLayout

  /// Names for `architecture` in the form in which it is written.
  init(_ architecture: Architecture, blocks: BlockPattern, layout: NetworkLayout) {
    self.architecture = architecture
    self.blocks = blocks
    self.layout = layout
    depths = architecture.stages.map(\.blocks.count)
  }

  /// The module of `block`; nil where the scheme has no name for it.
  func prefix(of block: BlockShape) -> String? { layout.prefix(of: block.path, depths: depths) }

  /// The slots of `block`, for which the scheme has a name.
  func slots(of block: BlockShape) -> BlockSlots {
    guard let prefix = prefix(of: block) else {
      preconditionFailure("a scheme without a name for \(block.path) was chosen")
    }
    return BlockSlots(block, naming: blocks, prefix: prefix)
  }

  /// The slots of the classifier.
  var head: LinearSlots {
    LinearSlots(
      layout.heads[0],
      kernel: [architecture.classes, architecture.features],
      bias: [architecture.classes]
    )
  }
}
