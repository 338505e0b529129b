/// What a branch computes: which convolution, if any.
public enum BranchRole: String, Hashable, Sendable, CaseIterable {
  /// The 3x3 convolution of the training form.
  case dense = "3x3"
  /// The 1x1 convolution of the training form.
  case pointwise = "1x1"
  /// The input itself; exists where it has the output's shape.
  case identity = "identity"
  /// The one 3x3 convolution of the deploy form.
  case folded = "folded"

  /// Width of the square kernel; 1 for the identity, which is a 1x1 kernel with ones on its diagonal.
  public var kernelSize: Int {
    switch self {
    case .dense, .folded: 3
    case .pointwise, .identity: 1
    }
  }

  /// Whether the branch stores a kernel.
  public var hasKernel: Bool { self != .identity }
}

/// What a batch norm needs besides its vectors.
public struct NormShape: Hashable, Sendable {
  /// Added to the variance under the root; checkpoints do not store it.
  public var epsilon: Double
  /// Whether there are learned gamma and beta; without, they are 1 and 0.
  public var isAffine: Bool

  /// A norm with PyTorch's defaults unless said otherwise.
  public init(epsilon: Double = 1e-5, isAffine: Bool = true) {
    self.epsilon = epsilon
    self.isAffine = isAffine
  }
}

/// One linear branch of a block: a convolution or the identity, then perhaps a batch norm.
public struct BranchShape: Hashable, Sendable {
  /// Which linear map.
  public var role: BranchRole
  /// Whether the convolution has a bias of its own.
  public var hasBias: Bool
  /// The batch norm behind it.
  public var norm: NormShape?

  /// A branch; by default as in the training form: no bias, a norm.
  public init(role: BranchRole, hasBias: Bool = false, norm: NormShape? = NormShape()) {
    self.role = role
    self.hasBias = hasBias
    self.norm = norm
  }

  /// The one branch of the deploy form.
  public static let folded = BranchShape(role: .folded, hasBias: true, norm: nil)
}
