extension Architecture {
  /// The classifier's tensors in a `.rvg`.
  var headSlots: LinearSlots {
    LinearSlots(NetworkLayout.official.heads[0], kernel: [classes, features], bias: [classes])
  }
}

extension BlockShape {
  /// The block's tensors in a `.rvg` of a network of `family`.
  func slots(_ family: Family) -> BlockSlots {
    BlockSlots(self, naming: .rvg(family), prefix: path.description)
  }
}

extension Network {
  /// Every tensor under its name in a `.rvg`, in the shape that it has there.
  var namedTensors: [String: Tensor] {
    let weights =
      blocks.flatMap { $0.weights(in: $0.shape.slots(family)) }
      + (head?.weights(in: architecture.headSlots) ?? [])
    return Dictionary(uniqueKeysWithValues: weights.map { ($0.name, $0.tensor.made()) })
  }
}
