extension TensorTake {
  /// The block of `shape` from where `reader` finds it, nil when a tensor is missing or unfit.
  ///
  /// A learned factor of the 1x1 branch is multiplied into its kernel and bias.
  mutating func block(_ shape: BlockShape, _ reader: BlockReader) -> Block? {
    let block = self.block(shape, reader.slots(shape))
    guard let slot = reader.factorSlot else { return block }
    let factor = take(slot)?.double(at: 0)
    guard let block, let factor else { return nil }
    return block.multiplying(.pointwise, by: factor)
  }
}

extension Block {
  /// The same block with the branches of `role` times `factor`.
  fileprivate func multiplying(_ role: BranchRole, by factor: Double) -> Block {
    guard factor != 1 else { return self }
    return Block(
      shape: shape,
      branches: branches.map { branch in
        guard branch.role == role, branch.norm == nil else { return branch }
        return Branch(
          role: role,
          index: branch.index,
          kernel: branch.kernel?.multiplied(by: factor),
          bias: branch.bias?.multiplied(by: factor)
        )
      },
      postNorm: postNorm,
      squeezeExcite: squeezeExcite
    )
  }
}

extension Tensor {
  /// In double, so that nothing is rounded before the fold.
  fileprivate func multiplied(by factor: Double) -> Tensor {
    Tensor(
      storage: Storage(copying: doubles().map { $0 * factor }),
      byteOffset: 0,
      elementType: .float64,
      shape: shape
    )
  }
}
