internal import Words

/// The vectors of a batch norm at inference, one value per channel.
///
/// `y = gamma * (x - mean) / sqrt(variance + epsilon) + beta`
public struct BatchNorm: Sendable {
  /// Epsilon, and whether there are gamma and beta.
  public let shape: NormShape
  /// Learned scale; nil when not affine.
  public let gamma: Tensor?
  /// Learned shift; nil when not affine.
  public let beta: Tensor?
  /// Running mean.
  public let mean: Tensor
  /// Running variance.
  public let variance: Tensor

  /// A norm of vectors that are all as long as there are channels.
  public init(shape: NormShape, gamma: Tensor?, beta: Tensor?, mean: Tensor, variance: Tensor) {
    precondition(
      (gamma != nil) == shape.isAffine && (beta != nil) == shape.isAffine,
      "an affine norm has gamma and beta, another has neither"
    )
    for vector in [gamma, beta, mean, variance].compactMap(\.self) {
      precondition(
        vector.shape == [mean.count],
        "the vectors of a norm have one value per channel, not the shapes \(mean.shape) and \(vector.shape)"
      )
    }
    self.shape = shape
    self.gamma = gamma
    self.beta = beta
    self.mean = mean
    self.variance = variance
  }

  /// Channels that it normalises.
  public var channels: Int { mean.count }
}

/// One linear branch with its weights.
public struct Branch: Sendable {
  /// Which linear map.
  public let role: BranchRole
  /// Which of several branches of this role, from 0.
  public let index: Int
  /// `O x I/g x k x k`; nil for the identity and the average.
  public let kernel: Tensor?
  /// `O`; nil where the convolution has none.
  public let bias: Tensor?
  /// The norm behind the convolution.
  public let norm: BatchNorm?

  /// A branch of `role`, which tells whether there is a kernel.
  public init(
    role: BranchRole,
    index: Int = 0,
    kernel: Tensor?,
    bias: Tensor? = nil,
    norm: BatchNorm? = nil
  ) {
    precondition((kernel != nil) == role.hasKernel, "identity and average alone have no kernel")
    if let kernel {
      precondition(
        kernel.shape.count == 4,
        "a kernel has four axes, O x I/g x k x k, not \(kernel.shape)"
      )
    }
    precondition(
      bias == nil || kernel.map { [$0.shape[0]] } == bias?.shape,
      "a branch's bias has one value for each output of its kernel"
    )
    precondition(
      kernel == nil || norm == nil || kernel?.shape[0] == norm?.channels,
      "a branch's norm has one value for each output of its kernel"
    )
    self.role = role
    self.index = index
    self.kernel = kernel
    self.bias = bias
    self.norm = norm
  }

  /// The branch without its weights.
  public var shape: BranchShape {
    BranchShape(role: role, index: index, hasBias: bias != nil, norm: norm?.shape)
  }

  /// Which branch of its block it is.
  public var id: BranchID { BranchID(role, index: index) }
}

/// The weights of squeeze-excite; hidden channels `M`, block output channels `O`.
public struct SqueezeExcite: Sendable {
  /// Shape `M x O`.
  public let reduceKernel: Tensor
  /// Shape `M`.
  public let reduceBias: Tensor
  /// Shape `O x M`.
  public let expandKernel: Tensor
  /// Shape `O`.
  public let expandBias: Tensor

  /// The two linear maps with their biases.
  public init(reduceKernel: Tensor, reduceBias: Tensor, expandKernel: Tensor, expandBias: Tensor) {
    let (hidden, channels) = (reduceBias.count, expandBias.count)
    precondition(
      reduceBias.shape == [hidden] && reduceKernel.shape == [hidden, channels]
        && expandBias.shape == [channels] && expandKernel.shape == [channels, hidden],
      "squeeze-excite is M x O with M, then O x M with O, not \(reduceKernel.shape) with "
        + "\(reduceBias.shape), then \(expandKernel.shape) with \(expandBias.shape)"
    )
    self.reduceKernel = reduceKernel
    self.reduceBias = reduceBias
    self.expandKernel = expandKernel
    self.expandBias = expandBias
  }
}

/// A block with its weights, in either form.
public struct Block: Sendable {
  /// The block without its weights.
  public let shape: BlockShape
  /// As many as `shape.branches`, in the same order.
  public let branches: [Branch]
  /// The norm after the sum, where there is one.
  public let postNorm: BatchNorm?
  /// The weights of squeeze-excite, where there is one.
  public let squeezeExcite: SqueezeExcite?

  /// A block whose weights fit its shape.
  public init(
    shape: BlockShape,
    branches: [Branch],
    postNorm: BatchNorm? = nil,
    squeezeExcite: SqueezeExcite? = nil
  ) {
    if let contradiction = shape.contradiction {
      preconditionFailure("\(shape.path) cannot be: \(contradiction.en)")
    }
    precondition(
      shape.branches == branches.map(\.shape),
      "the branches of \(shape.path) have the shapes that the block says"
    )
    precondition(
      postNorm?.shape == shape.postNorm,
      "the norm after the sum of \(shape.path) is the one that the block says"
    )
    precondition(
      (squeezeExcite != nil) == (shape.squeezeExcite != nil),
      "\(shape.path) has squeeze-excite weights exactly when it has squeeze-excite"
    )
    for branch in branches {
      precondition(
        branch.kernel?.shape == shape.kernelShape(of: branch.role),
        "the kernel of \(shape.path) \(branch.id) is \(branch.kernel?.shape ?? []), "
          + "not \(shape.kernelShape(of: branch.role) ?? [])"
      )
    }
    if let weights = squeezeExcite, let wanted = shape.squeezeExcite {
      precondition(
        weights.expandKernel.shape == [shape.outputChannels, wanted.hidden],
        "squeeze-excite of \(shape.path) is \(weights.expandKernel.shape), "
          + "not \([shape.outputChannels, wanted.hidden])"
      )
    }
    self.shape = shape
    self.branches = branches
    self.postNorm = postNorm
    self.squeezeExcite = squeezeExcite
    for norm in norms {
      precondition(
        norm.channels == shape.outputChannels,
        "a norm of \(shape.path) has \(norm.channels) channels, the block \(shape.outputChannels)"
      )
    }
  }

  /// Where the block stands.
  public var path: BlockPath { shape.path }

  /// Every norm of the block, as many as `shape.norms` and in the same order.
  public var norms: [BatchNorm] {
    branches.compactMap(\.norm) + [postNorm].compactMap(\.self)
  }

  /// The first branch of `role`, if the block has one.
  public func branch(_ role: BranchRole) -> Branch? { branches.first { $0.role == role } }
}
