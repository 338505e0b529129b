/// Squeeze-excite: global mean, down, ReLU, up, sigmoid, scale.
public struct SqueezeExciteShape: Hashable, Sendable {
  /// Where the scaling happens.
  public enum Placement: String, Hashable, Sendable, CaseIterable {
    /// `relu(se(sum))`, as in RepVGG-D2se.
    case beforeActivation = "before-activation"
    /// `se(relu(sum))`, as in RepVGGplus.
    case afterActivation = "after-activation"
  }

  /// Channels between the two linear maps.
  public var hidden: Int
  /// Before or after the activation.
  public var placement: Placement

  /// A squeeze-excite with `hidden` channels in the middle.
  public init(hidden: Int, placement: Placement) {
    self.hidden = hidden
    self.placement = placement
  }
}

/// Everything about a block that its tensors do not say, and enough to know their shapes.
///
/// The output is `activation(postNorm(sum of branches))`, with squeeze-excite before or after the
/// activation. Convolutions are padded so that the window is centred: `dilation` for 3x3, 0 for 1x1.
/// A block with another padding than zeros, an activation that is unknown or layers that are not
/// understood folds, but does not run; see `obstacles`.
public struct BlockShape: Hashable, Sendable {
  /// Where the block stands.
  public var path: BlockPath
  /// The name of its module in a checkpoint whose graph is unknown.
  public var name: String?
  /// Channels that come in.
  public var inputChannels: Int
  /// Channels that go out.
  public var outputChannels: Int
  /// Step of the window in both directions.
  public var stride: Int
  /// Width of the square window of its folded convolution: 3, or 1 (pointwise blocks of MobileOne).
  public var kernelSize: Int
  /// Number of channel groups that do not see each other.
  public var groups: Int
  /// Distance between the taps of a 3x3 window.
  public var dilation: Int
  /// What 3x3 windows see around the map.
  public var padding: PaddingMode
  /// In the order in which they are shown and summed.
  public var branches: [BranchShape]
  /// A norm after the sum (QARepVGG, or a deploy form with its norm kept).
  public var postNorm: NormShape?
  /// Squeeze-excite, where the block has one.
  public var squeezeExcite: SqueezeExciteShape?
  /// The last step of the block, but for squeeze-excite behind it.
  public var activation: Activation
  /// Layers behind the linear part that a pickled module names and that are not understood.
  public var unknownLayers: [String] = []

  /// A block of 3x3 windows with stride, groups and dilation 1 unless said otherwise.
  public init(
    path: BlockPath,
    name: String? = nil,
    inputChannels: Int,
    outputChannels: Int,
    kernelSize: Int = 3,
    stride: Int = 1,
    groups: Int = 1,
    dilation: Int = 1,
    padding: PaddingMode = .zeros,
    branches: [BranchShape],
    postNorm: NormShape? = nil,
    squeezeExcite: SqueezeExciteShape? = nil,
    activation: Activation = .relu
  ) {
    self.path = path
    self.name = name
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.kernelSize = kernelSize
    self.stride = stride
    self.groups = groups
    self.dilation = dilation
    self.padding = padding
    self.branches = branches
    self.postNorm = postNorm
    self.squeezeExcite = squeezeExcite
    self.activation = activation
  }

  /// What the block is called on screens and in messages.
  public var title: String { name ?? path.description }

  /// Every norm of the block, in order of execution: the branches', then the one after the sum.
  public var norms: [NormShape] {
    branches.compactMap(\.norm) + [postNorm].compactMap(\.self)
  }

  /// Deploy when one convolution is all there is, else training.
  public var form: Form {
    branches.count == 1 && branches[0].role == .folded && branches[0].norm == nil && postNorm == nil
      ? .deploy : .train
  }

  /// The same block with its branches folded into one convolution.
  public var deployed: BlockShape {
    var shape = self
    shape.branches = [.folded]
    shape.postNorm = nil
    return shape
  }

  /// Whether an identity branch is possible: the output has the input's shape.
  public var admitsIdentity: Bool { inputChannels == outputChannels && stride == 1 }

  /// Width of the square window of a branch; 1 for the identity, a 1x1 kernel with ones on its diagonal.
  public func kernelSize(of role: BranchRole) -> Int {
    switch role {
    case .dense, .folded, .average: kernelSize
    case .pointwise, .identity: 1
    }
  }

  /// Shape `O x I/g x k x k` of a branch's kernel; nil for one that stores none.
  public func kernelShape(of role: BranchRole) -> [Int]? {
    guard role.hasKernel else { return nil }
    return [outputChannels, inputChannels / groups, kernelSize(of: role), kernelSize(of: role)]
  }

  /// The shape of the folded convolution's kernel: `O x I/g x k x k`.
  public var foldedKernelShape: [Int] {
    [outputChannels, inputChannels / groups, kernelSize, kernelSize]
  }

  /// Output extent along one axis for an input extent `input`, the same for every branch.
  public func outputExtent(_ input: Int) -> Int { (input - 1) / stride + 1 }
}
