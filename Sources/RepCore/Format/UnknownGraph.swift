/// A checkpoint with the blocks that were found in it, so that it can be written again with them folded.
struct UnknownGraph: Sendable {
  let checkpoint: Checkpoint
  /// In the order of the network's blocks.
  let blocks: [FoundBlock]

  /// The same checkpoint with the branches of every block replaced by the folded convolution of
  /// `network`, under the name that the block's own code gives it; all other tensors are untouched.
  func folded(_ network: Network) -> [String: Tensor] {
    var tensors = checkpoint.tensors
    let set = CheckpointSet(checkpoint)
    for (found, block) in zip(blocks, network.blocks) {
      for name in found.namesFoldedAway(in: set) { tensors[found.name(name)] = nil }
      let slots = BlockSlots(block.shape, naming: found.pattern, prefix: found.prefix)
      for (slots, branch) in zip(slots.branches, block.branches) {
        if let slot = slots.kernel { tensors[slot.name] = branch.kernel }
        if let slot = slots.bias { tensors[slot.name] = branch.bias }
      }
    }
    return tensors
  }

  /// The metadata of the folded checkpoint: those of its source, that it is for PyTorch, which blocks were
  /// folded under whose names, and what was assumed.
  func metadata(of network: Network) -> [String: String] {
    var metadata = checkpoint.metadata
    metadata["format"] = "pt"
    let folded = blocks.map { JSON.Member(key: $0.prefix, value: .string($0.pattern.id)) }
    metadata[Self.foldedKey] = JSON.object(folded).encoded()
    let assumptions = network.assumptions.filter { $0.effect == .kernels }
    if !assumptions.isEmpty {
      metadata[Self.assumedKey] =
        JSON.array(assumptions.map { .string($0.sentence) }).encoded()
    }
    return metadata
  }

  /// Which blocks were folded: an object from the block's module to the scheme of its names.
  static let foldedKey = "repvgg-tui.folded"
  /// What the folded kernels depend on: a list of sentences.
  static let assumedKey = "repvgg-tui.assumed"
}

extension FoundBlock {
  /// Names that folding makes pointless: of the branches, the norm after the sum, a learned factor and
  /// whatever stood in the folded convolution's place, with the counters among them.
  fileprivate func namesFoldedAway(in set: CheckpointSet) -> [String] {
    let gates = pattern.gates.flatMap { [$0.reduce + ".", $0.expand + "."] }
    let modules = Set(
      branches.flatMap(\.pattern.words)
        + [pattern.folded?.module, pattern.postNorm].compactMap {
          $0.map { $0.prefix { $0 != "." } }
        }
    )
    return names.filter { name in
      if explained.contains(name) { return !gates.contains { name.hasPrefix($0) } }
      guard modules.contains(name.prefix { $0 != "." }) else { return false }
      return isInFoldedPlace(name) || IgnoredTensor.isWithoutMeaning(self.name(name), in: set)
    }
  }
}
