extension TensorTake {
  /// The block of `shape`, nil when one of its tensors is missing or unfit.
  mutating func block(_ shape: BlockShape, _ slots: BlockSlots) -> Block? {
    // Every slot is asked for, also behind a fault, so that the account is complete.
    let branches = zip(shape.branches, slots.branches).map { branch($0, $1) }
    let postNorm = norm(shape.postNorm, slots.postNorm)
    let reduce = slots.reduce.map { linear($0) }
    let expand = slots.expand.map { linear($0) }
    let present = branches.compactMap(\.self)
    guard present.count == branches.count, (postNorm != nil) == (shape.postNorm != nil) else {
      return nil
    }
    guard let excite = shape.squeezeExcite else {
      return Block(shape: shape, branches: present, postNorm: postNorm)
    }
    guard let reduce = reduce ?? nil, let expand = expand ?? nil else { return nil }
    return Block(
      shape: shape,
      branches: present,
      postNorm: postNorm,
      squeezeExcite: SqueezeExcite(
        reduceKernel: reduce.kernel.reshaped([excite.hidden, shape.outputChannels]),
        reduceBias: reduce.bias,
        expandKernel: expand.kernel.reshaped([shape.outputChannels, excite.hidden]),
        expandBias: expand.bias
      )
    )
  }

  /// The two tensors of a linear map.
  mutating func linear(_ slots: LinearSlots) -> (kernel: Tensor, bias: Tensor)? {
    let (kernel, bias) = (take(slots.kernel), take(slots.bias))
    guard let kernel, let bias else { return nil }
    return (kernel, bias)
  }

  private mutating func branch(_ shape: BranchShape, _ slots: BranchSlots) -> Branch? {
    let kernel = slots.kernel.map { take($0) } ?? nil
    let bias = slots.bias.map { take($0) } ?? nil
    let norm = norm(shape.norm, slots.norm)
    guard (kernel != nil) == shape.role.hasKernel, (bias != nil) == shape.hasBias,
      (norm != nil) == (shape.norm != nil)
    else { return nil }
    return Branch(role: shape.role, index: shape.index, kernel: kernel, bias: bias, norm: norm)
  }

  private mutating func norm(_ shape: NormShape?, _ slots: NormSlots?) -> BatchNorm? {
    guard let shape, let slots else { return nil }
    let gamma = slots.gamma.map { take($0) } ?? nil
    let beta = slots.beta.map { take($0) } ?? nil
    let (mean, variance) = (take(slots.mean), take(slots.variance))
    guard let mean, let variance, (gamma != nil) == shape.isAffine, (beta != nil) == shape.isAffine
    else { return nil }
    return BatchNorm(shape: shape, gamma: gamma, beta: beta, mean: mean, variance: variance)
  }
}
