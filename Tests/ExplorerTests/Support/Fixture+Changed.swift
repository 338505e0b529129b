import RepCore

// Networks with something about their norms changed, for what screens say of them.

extension Network {
  /// The network with the first norm of the block at `path` changed.
  func changingNorm(at path: BlockPath, _ change: (BatchNorm) -> BatchNorm) -> Network {
    Network(
      name: name,
      input: input,
      stages: stages.map { $0.map { $0.shape.path == path ? $0.changingNorms(1, change) : $0 } },
      head: head
    )
  }

  /// The network with all norms of the block at `path` changed.
  func changingNorms(at path: BlockPath, _ change: (BatchNorm) -> BatchNorm) -> Network {
    Network(
      name: name,
      input: input,
      stages: stages.map { $0.map { $0.shape.path == path ? $0.changingNorms(.max, change) : $0 } },
      head: head
    )
  }
}

extension Block {
  fileprivate func changingNorms(_ count: Int, _ change: (BatchNorm) -> BatchNorm) -> Block {
    let changed = branches.enumerated().map { index, branch in
      guard index < count, let norm = branch.norm else { return branch }
      return Branch(
        role: branch.role,
        index: branch.index,
        kernel: branch.kernel,
        bias: branch.bias,
        norm: change(norm)
      )
    }
    return Block(
      shape: shape,
      branches: changed,
      postNorm: postNorm,
      squeezeExcite: squeezeExcite
    )
  }
}

extension BatchNorm {
  /// The norm with the variance of one channel replaced.
  func with(variance: Float, at channel: Int) -> BatchNorm {
    var values = self.variance.floats()
    values[channel] = variance
    return BatchNorm(
      shape: shape,
      gamma: gamma,
      beta: beta,
      mean: mean,
      variance: Tensor(values, shape: self.variance.shape)
    )
  }

  /// The norm with what it learned multiplied.
  func learned(times factor: Float) -> BatchNorm {
    func scaled(_ tensor: Tensor?) -> Tensor? {
      tensor.map { Tensor($0.floats().map { $0 * factor }, shape: $0.shape) }
    }
    return BatchNorm(
      shape: shape,
      gamma: scaled(gamma),
      beta: scaled(beta),
      mean: mean,
      variance: variance
    )
  }
}
