extension TensorTake {
  /// The block of `shape` from where `reader` finds it, with its learned factor multiplied in.
  ///
  /// - Throws: `OpaqueReason` with the first tensor that is missing or unfit.
  mutating func block(_ shape: BlockShape, _ reader: BlockReader) throws(OpaqueReason) -> Block {
    let block = self.block(shape, BlockSlots(shape, reader.found))
    let factor = try factor(reader, channels: shape.outputChannels)
    if let fault = faults.first { throw fault }
    guard let block else { preconditionFailure("a take without faults has all of its block") }
    return factor.map { block.multiplying(.pointwise, by: $0) } ?? block
  }

  /// The learned factor of the 1x1 branch: one for all channels, or one for each; nil without one.
  private mutating func factor(
    _ reader: BlockReader,
    channels: Int
  ) throws(OpaqueReason) -> [Double]? {
    guard reader.found.isTraining, let name = reader.pattern.factor,
      reader.found.names.contains(name)
    else { return nil }
    let shape = reader.extents(name)
    let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard count == 1 || count == channels else {
      throw .shape(reader.found.name(name), shape, needed: [1])
    }
    guard let values = take(TensorSlot(name: reader.found.name(name), shape: shape))?.doubles()
    else {
      return nil
    }
    return count == 1 ? Array(repeating: values[0], count: channels) : values
  }
}

extension Block {
  /// The same block with the branches of `role` times `factors`, one for each output channel, in double.
  fileprivate func multiplying(_ role: BranchRole, by factors: [Double]) -> Block {
    guard !factors.allSatisfy({ $0 == 1 }) else { return self }
    let branches = branches.map { $0.role == role ? $0.multiplied(by: factors) : $0 }
    var shape = shape
    shape.branches = branches.map(\.shape)
    return Block(
      shape: shape,
      branches: branches,
      postNorm: postNorm,
      squeezeExcite: squeezeExcite
    )
  }
}

extension Branch {
  /// `factor * branch(x)`: of a norm its scale and shift, else the kernel and bias.
  fileprivate func multiplied(by factors: [Double]) -> Branch {
    guard let norm else {
      return Branch(
        role: role,
        index: index,
        kernel: kernel?.multiplied(by: factors),
        bias: bias?.multiplied(by: factors)
      )
    }
    let ones = Tensor([Float](repeating: 1, count: factors.count), shape: [factors.count])
    let zeros = Tensor([Float](repeating: 0, count: factors.count), shape: [factors.count])
    return Branch(
      role: role,
      index: index,
      kernel: kernel,
      bias: bias,
      norm: BatchNorm(
        shape: NormShape(epsilon: norm.shape.epsilon, isAffine: true),
        gamma: (norm.gamma ?? ones).multiplied(by: factors),
        beta: (norm.beta ?? zeros).multiplied(by: factors),
        mean: norm.mean,
        variance: norm.variance
      )
    )
  }
}

extension Tensor {
  /// Each row of the outermost axis times its factor, in double, so that nothing is rounded before the fold.
  fileprivate func multiplied(by factors: [Double]) -> Tensor {
    let row = count / max(shape.first ?? 1, 1)
    let values = doubles()
    return Tensor(
      storage: Storage(copying: values.indices.map { values[$0] * factors[$0 / row] }),
      byteOffset: 0,
      elementType: .float64,
      shape: shape
    )
  }
}
