/// What a branch computes: which linear map.
public enum BranchRole: String, Hashable, Sendable, CaseIterable {
  /// The `k x k` convolution of the training form; 3x3 in every network that is read.
  case dense = "3x3"
  /// The 1x1 convolution of the training form.
  case pointwise = "1x1"
  /// The input itself; exists where it has the output's shape.
  case identity = "identity"
  /// The mean of each 3x3 window, zeros around the map counted (QARepVGG, second version).
  case average = "average"
  /// The one convolution of the deploy form.
  case folded = "folded"

  /// Whether the branch stores a kernel.
  public var hasKernel: Bool {
    switch self {
    case .dense, .pointwise, .folded: true
    case .identity, .average: false
    }
  }
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

/// Which branch of its block a branch is.
public struct BranchID: Hashable, Sendable, CustomStringConvertible {
  /// Which linear map.
  public let role: BranchRole
  /// Which of several branches of this role, from 0; MobileOne has up to four.
  public let index: Int

  /// The branch number `index` of `role`.
  public init(_ role: BranchRole, index: Int = 0) {
    self.role = role
    self.index = index
  }

  /// `3x3`, `1x1`, `identity`; from the second of a role on with its number: `3x3.1`.
  public var description: String { index == 0 ? role.rawValue : "\(role.rawValue).\(index)" }
}

/// One linear branch of a block: a linear map, then perhaps a batch norm.
public struct BranchShape: Hashable, Sendable {
  /// Which linear map.
  public var role: BranchRole
  /// Which of several branches of this role, from 0.
  public var index: Int
  /// Whether the convolution has a bias of its own.
  public var hasBias: Bool
  /// The batch norm behind it.
  public var norm: NormShape?

  /// A branch; by default as in the training form: no bias, a norm.
  public init(
    role: BranchRole,
    index: Int = 0,
    hasBias: Bool = false,
    norm: NormShape? = NormShape()
  ) {
    self.role = role
    self.index = index
    self.hasBias = hasBias
    self.norm = norm
  }

  /// The one branch of the deploy form.
  public static let folded = BranchShape(role: .folded, hasBias: true, norm: nil)

  /// Which branch of its block it is.
  public var id: BranchID { BranchID(role, index: index) }
}
