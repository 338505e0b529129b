extension Block {
  /// The same block with gammas of one and betas of zero where its norms have none, because the code that
  /// reads exported files has affine norms only.
  var withExplicitNorms: Block {
    let branches = branches.map { branch in
      Branch(
        role: branch.role,
        index: branch.index,
        kernel: branch.kernel,
        bias: branch.bias,
        norm: branch.norm?.explicit
      )
    }
    var shape = shape
    shape.branches = branches.map(\.shape)
    let postNorm = postNorm?.explicit
    shape.postNorm = postNorm?.shape
    return Block(
      shape: shape,
      branches: branches,
      postNorm: postNorm,
      squeezeExcite: squeezeExcite
    )
  }
}

extension BatchNorm {
  fileprivate var explicit: BatchNorm {
    guard !shape.isAffine else { return self }
    func vector(of value: Float) -> Tensor {
      Tensor(Array(repeating: value, count: mean.count), shape: mean.shape)
    }
    return BatchNorm(
      shape: NormShape(epsilon: shape.epsilon),
      gamma: vector(of: 1),
      beta: vector(of: 0),
      mean: mean,
      variance: variance
    )
  }
}
