/// A checkpoint whose graph is not known, with the blocks that were found in it.
struct UnknownGraph: Sendable {
  let checkpoint: Checkpoint
  /// In the order of the network's blocks.
  let blocks: [Survey.Found]

  /// The same checkpoint with the branches of every block replaced by the folded convolution of
  /// `network`, under the name that the block's own code gives it; all other tensors are untouched.
  func folded(_ network: Network) -> [String: Tensor] {
    var tensors = checkpoint.tensors
    for (found, block) in zip(blocks, network.blocks) {
      for name in found.names where found.isFoldedAway(name) {
        tensors["\(found.prefix).\(name)"] = nil
      }
      let slots = BlockSlots(block.shape, naming: found.naming, prefix: found.prefix)
      for (slots, branch) in zip(slots.branches, block.branches) {
        if let slot = slots.kernel { tensors[slot.name] = branch.kernel }
        if let slot = slots.bias { tensors[slot.name] = branch.bias }
      }
    }
    return tensors
  }
}

extension Survey.Found {
  /// Whether folding makes the tensor `name` of this block pointless.
  fileprivate func isFoldedAway(_ name: String) -> Bool {
    name == BlockNaming.alpha
      || (naming.anchors + [naming.postNorm]).contains { name.hasPrefix($0 + ".") }
  }
}
