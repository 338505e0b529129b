/// What is known of a block's surroundings when it is read.
enum BlockPlace {
  /// In the layout of a known network: the channels that come in, nil for the picture, whether it begins a
  /// stage, and the stride that the user or the file's description said.
  case chain(channels: Int?, beginsStage: Bool, stride: Fact<Int>?)
  /// Alone.
  case separate
}

/// What the reader of a block looks things up in.
struct BlockSource {
  let set: CheckpointSet
  let options: ReadingOptions
  /// The rules of the schemes that hold for the file's names.
  let epsilons: [String: EpsilonRule]
  /// The children of each pickled module.
  let children: [String: [String]]

  init(_ set: CheckpointSet, _ options: ReadingOptions, patterns: [BlockPattern]) {
    self.set = set
    self.options = options
    var epsilons: [String: EpsilonRule] = [:]
    for pattern in patterns {
      epsilons[pattern.id] = pattern.epsilons.first { $0.holds(among: set.names) }
    }
    self.epsilons = epsilons
    var children: [String: [String]] = [:]
    for path in set.modules.keys.sorted() where !path.isEmpty {
      let dot = path.lastIndex(of: ".")
      let parent = dot.map { String(path[..<$0]) } ?? ""
      children[parent, default: []].append(
        dot.map { String(path[path.index(after: $0)...]) } ?? path
      )
    }
    self.children = children
  }
}
