/// Something about a network that its file does not say and that was taken to be so.
public struct Assumption: Hashable, Sendable {
  /// What was assumed, with its value.
  public enum Subject: Hashable, Sendable {
    /// Epsilon in so many norms.
    case epsilon(Double, norms: Int)
    /// Strides as the source has them.
    case strides
    /// Stride 2 in the blocks of these titles, 1 in all others.
    case steps(in: [String])
    /// Stride 1 and one group where tensors do not tell, in so many blocks.
    case unitStrides(blocks: Int)
    /// The activation behind every block that does not say its own.
    case activation(Activation)
    /// No activation behind so many blocks, because it is not known.
    case noActivation(blocks: Int)
    /// Where squeeze-excite stands.
    case squeezeExcite(SqueezeExciteShape.Placement)
    /// An identity branch without a tensor, present or not, in the blocks of these titles.
    case identity(Bool, in: [String])
    /// A branch that this code usually has, but of which the file has no tensor, is not there.
    case noIdentity(in: [String])
    /// Branches that could follow one another stand side by side, in the blocks of these titles.
    case parallel(in: [String])
    /// Rows and columns of a picture.
    case pictures(height: Int, width: Int)
    /// The graph around the blocks is not known; each stands alone on maps of this size.
    case alone(height: Int, width: Int)
    /// The classifier has no bias, of which the file has no tensor.
    case noHeadBias
    /// Tensors of no block do not matter.
    case leftOut([String])
    /// What the maker of a `.rvg` had to assume, in its words.
    case recorded(String)
    /// The same, where the weights depend on it.
    case recordedCondition(String)
  }

  /// What a wrong assumption would spoil.
  public enum Effect: Hashable, Sendable {
    /// The folded kernels and biases, and so everything.
    case kernels
    /// What the network gives for a picture.
    case outputs
    /// Only what blocks are tried on.
    case trials
  }

  /// What was assumed.
  public let subject: Subject
  /// Where the value came from.
  public let source: Provenance

  /// An assumption of `subject`, whose value is from `source`.
  public init(_ subject: Subject, _ source: Provenance) {
    self.subject = subject
    self.source = source
  }

  /// What would be wrong if it were.
  public var effect: Effect {
    switch subject {
    case .epsilon, .identity, .noIdentity, .parallel, .recordedCondition: .kernels
    case .strides, .steps, .activation, .squeezeExcite, .pictures, .leftOut, .noHeadBias, .recorded:
      .outputs
    case .alone, .noActivation: .trials
    // Groups of a block that stands alone decide its input channels, not its kernels.
    case .unitStrides: .trials
    }
  }
}
