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
    var tensors: [String: Tensor] = [:]
    func put(_ slot: TensorSlot?, _ tensor: Tensor?) {
      guard let slot, let tensor else { return }
      tensors[slot.name] = tensor.reshaped(slot.shape)
    }
    func put(_ slots: NormSlots?, _ norm: BatchNorm?) {
      guard let slots, let norm else { return }
      put(slots.gamma, norm.gamma)
      put(slots.beta, norm.beta)
      put(slots.mean, norm.mean)
      put(slots.variance, norm.variance)
    }
    for block in blocks {
      let slots = block.shape.slots(family)
      for (slots, branch) in zip(slots.branches, block.branches) {
        put(slots.kernel, branch.kernel)
        put(slots.bias, branch.bias)
        put(slots.norm, branch.norm)
      }
      put(slots.postNorm, block.postNorm)
      put(slots.reduce?.kernel, block.squeezeExcite?.reduceKernel)
      put(slots.reduce?.bias, block.squeezeExcite?.reduceBias)
      put(slots.expand?.kernel, block.squeezeExcite?.expandKernel)
      put(slots.expand?.bias, block.squeezeExcite?.expandBias)
    }
    put(architecture.headSlots.kernel, head?.kernel)
    put(architecture.headSlots.bias, head?.bias)
    return tensors
  }
}
