// A block as it would be if something about it were otherwise.

extension Block {
  /// The same block with `epsilon` in every norm.
  func withEpsilon(_ epsilon: Double) -> Block {
    changed(
      branches.map { $0.withNorm($0.norm?.withEpsilon(epsilon)) },
      postNorm?.withEpsilon(epsilon)
    )
  }

  /// The same block with the branches `ids` alone.
  func keeping(_ ids: Set<BranchID>) -> Block {
    changed(branches.filter { ids.contains($0.id) }, postNorm)
  }

  /// The same block without the norms of the branches `ids`.
  func withoutNorms(of ids: Set<BranchID>) -> Block {
    changed(branches.map { ids.contains($0.id) ? $0.withNorm(nil) : $0 }, postNorm)
  }

  /// The same block without the norm after its sum.
  func withoutPostNorm() -> Block { changed(branches, nil) }

  /// The same block with the channels of every kernel's input in reverse order.
  func reversingInputs() -> Block {
    changed(branches.map { $0.reversingInputs() }, postNorm)
  }

  /// The same block with other branches and another norm behind the sum.
  func changed(_ branches: [Branch], _ postNorm: BatchNorm?) -> Block {
    var shape = shape
    shape.branches = branches.map(\.shape)
    shape.postNorm = postNorm?.shape
    return Block(shape: shape, branches: branches, postNorm: postNorm, squeezeExcite: squeezeExcite)
  }
}

extension Branch {
  /// The same branch with another norm, or none.
  func withNorm(_ norm: BatchNorm?) -> Branch {
    Branch(role: role, index: index, kernel: kernel, bias: bias, norm: norm)
  }

  fileprivate func reversingInputs() -> Branch {
    guard let kernel else { return self }
    let values = kernel.floats()
    let (inputs, taps) = (kernel.shape[1], kernel.shape[2] * kernel.shape[3])
    let reversed = values.indices.map { index in
      let (row, input) = (index / (inputs * taps), index / taps % inputs)
      return values[(row * inputs + inputs - 1 - input) * taps + index % taps]
    }
    let tensor = Tensor(reversed, shape: kernel.shape)
    return Branch(role: role, index: index, kernel: tensor, bias: bias, norm: norm)
  }
}

extension BatchNorm {
  fileprivate func withEpsilon(_ epsilon: Double) -> BatchNorm {
    var shape = shape
    shape.epsilon = epsilon
    return BatchNorm(shape: shape, gamma: gamma, beta: beta, mean: mean, variance: variance)
  }
}
