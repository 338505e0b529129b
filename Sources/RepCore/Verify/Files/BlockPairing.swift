/// Which block of the second file stands where each block of the first does.
struct BlockPairing {
  /// The blocks of the first file in order, each with its partner.
  private(set) var pairs: [(first: Block, second: Block?)] = []
  /// Blocks that only the second file has.
  private(set) var extra: [Block] = []
  /// Tensors of the second file that became blocks only here.
  private(set) var taken: Set<String> = []

  /// Pairs two networks by the places of their blocks, whatever their names; blocks of graphs that are not
  /// known by their modules, or by order where no module has the same name.
  init(_ first: ModelFile.Opened, _ second: ComparedFile) {
    let blocks = first.network.blocks
    let others = second.opened?.network.blocks ?? []
    if first.network.head != nil && second.opened?.network.head != nil {
      pair(blocks, others, by: (\.path.description, \.path.description))
      return
    }
    pair(
      blocks,
      others,
      by: ({ ComparedFile(first).bare($0.shape.title) }, { second.bare($0.shape.title) })
    )
    for index in pairs.indices where pairs[index].second == nil {
      guard let found = FoldedTensors(pairs[index].first, in: second, of: first) else { continue }
      pairs[index].second = found.block
      taken.formUnion(found.names)
    }
    let isUnpaired = pairs.allSatisfy { $0.second == nil }
    if isUnpaired && blocks.count == others.count {
      pairs = zip(blocks, others).map { ($0, $1) }
      extra = []
    }
  }

  private mutating func pair(
    _ first: [Block],
    _ second: [Block],
    by key: (first: (Block) -> String, second: (Block) -> String)
  ) {
    var left = Dictionary(second.map { (key.second($0), $0) }) { first, _ in first }
    pairs = first.map { ($0, left.removeValue(forKey: key.first($0))) }
    extra = second.filter { left[key.second($0)] != nil }
  }
}
