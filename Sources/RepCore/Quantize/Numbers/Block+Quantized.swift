extension Block {
  /// The block with every kernel that it stores rounded to `bits` bits; all else stays as it is.
  ///
  /// In the training form these are the branches' kernels before their norms, in the deploy form the folded one.
  func quantized(bits: Int, _ steps: WeightSteps) -> Block {
    let branches = branches.map { branch in
      Branch(
        role: branch.role,
        index: branch.index,
        kernel: branch.kernel?.quantized(bits: bits, steps),
        bias: branch.bias,
        norm: branch.norm
      )
    }
    return Block(shape: shape, branches: branches, postNorm: postNorm, squeezeExcite: squeezeExcite)
  }
}

extension Tensor {
  /// A kernel `O x ...` with its values on grids that share their step as `steps` says.
  fileprivate func quantized(bits: Int, _ steps: WeightSteps) -> Tensor {
    let rows = steps == .perTensor ? [0..<shape[0]] : (0..<shape[0]).map { $0..<$0 + 1 }
    var rounded: [Float] = []
    rounded.reserveCapacity(count)
    for row in rows {
      let values = slice(row).floats()
      let largest = values.lazy.map { $0.magnitude }.filter(\.isFinite).max() ?? 0
      let grid = SymmetricGrid(largest: Double(largest), bits: bits)
      rounded += values.map { Float(grid.nearest(Double($0))) }
    }
    return Tensor(rounded, shape: shape)
  }
}
