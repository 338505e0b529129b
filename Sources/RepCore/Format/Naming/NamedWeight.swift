/// A tensor of a network under its name in a file, in the shape that it has there.
struct NamedWeight {
  /// What the tensor is to the network.
  enum Part {
    /// A kernel or bias of a convolution or a linear map.
    case map
    /// A vector of a batch norm.
    case norm
  }

  let name: String
  let part: Part
  let tensor: LazyTensor

  private init(name: String, part: Part, tensor: LazyTensor) {
    self.name = name
    self.part = part
    self.tensor = tensor
  }

  /// `tensor` in its slot.
  init(_ slot: TensorSlot, _ part: Part, _ tensor: LazyTensor) {
    name = slot.name
    self.part = part
    self.tensor = slot.shape == tensor.shape ? tensor : tensor.reshaped(slot.shape)
  }

  /// `tensor` in its slot; nil where there is neither.
  init?(_ slot: TensorSlot?, _ part: Part, _ tensor: Tensor?) {
    guard let slot, let tensor else { return nil }
    self.init(slot, part, LazyTensor(tensor))
  }

  /// The same weight stored as float32 or float16.
  func converted(to type: ElementType) -> NamedWeight {
    NamedWeight(name: name, part: part, tensor: tensor.converted(to: type))
  }
}

extension Block {
  /// The tensors of all modules of the block, in order of execution; `slots` are those of its shape.
  func weights(in slots: BlockSlots) -> [NamedWeight] {
    let branches = zip(slots.branches, branches).flatMap { slots, branch in
      [
        NamedWeight(slots.kernel, .map, branch.kernel), NamedWeight(slots.bias, .map, branch.bias),
      ].compactMap(\.self) + (branch.norm?.weights(in: slots.norm) ?? [])
    }
    let postNorm = postNorm?.weights(in: slots.postNorm) ?? []
    return branches + postNorm + (squeezeExcite?.weights(in: slots) ?? [])
  }
}

extension BatchNorm {
  fileprivate func weights(in slots: NormSlots?) -> [NamedWeight] {
    guard let slots else { return [] }
    return [
      NamedWeight(slots.gamma, .norm, gamma), NamedWeight(slots.beta, .norm, beta),
      NamedWeight(slots.mean, .norm, mean), NamedWeight(slots.variance, .norm, variance),
    ].compactMap(\.self)
  }
}

extension SqueezeExcite {
  /// The tensors of both linear maps.
  func weights(in slots: BlockSlots) -> [NamedWeight] {
    [
      NamedWeight(slots.reduce?.kernel, .map, reduceKernel),
      NamedWeight(slots.reduce?.bias, .map, reduceBias),
      NamedWeight(slots.expand?.kernel, .map, expandKernel),
      NamedWeight(slots.expand?.bias, .map, expandBias),
    ].compactMap(\.self)
  }
}

extension Head {
  /// The tensors of the classifier.
  func weights(in slots: LinearSlots) -> [NamedWeight] {
    [NamedWeight(slots.kernel, .map, kernel), NamedWeight(slots.bias, .map, bias)]
      .compactMap(\.self)
  }
}
