/// How a code base names the tensors inside a re-parameterizable block: one table for writing and
/// reading.
///
/// Each of them stands in a file of its own in `Schemes`. A block is found where the tensors of at least
/// one telling branch, or of the folded convolution, stand behind the same prefix.
struct BlockPattern: Hashable, Sendable {
  /// The two linear maps of squeeze-excite, and where this code applies it.
  struct Gate: Hashable, Sendable {
    let reduce: String
    let expand: String
    let placement: SqueezeExciteShape.Placement
  }

  /// What stands for the branches after folding.
  struct Folded: Hashable, Sendable {
    /// The module of the convolution; with a norm behind it, of both.
    let module: String
    var convolution = "conv"
    var norm = "bn"
    /// Whether only re-parameterizable blocks have a module of this name.
    var isTelling = true
  }

  /// The name that `--scheme` takes.
  let id: String
  /// The scheme's name in messages and in `info`.
  let title: String
  /// In the order in which they are summed.
  let branches: [BranchPattern]
  var folded: Folded?
  /// Parts of a prefix under which a folded convolution of a shared name is this code's.
  var homes: [String] = []
  /// The norm after the sum.
  var postNorm: String?
  /// In the order in which they are looked for.
  var gates: [Gate] = []
  /// A learned factor of the 1x1 branch.
  var factor: String?
  /// The child that stands for an identity without a tensor, in code that may have one.
  var silentIdentity: String?
  /// The child that stands for an average, which only a pickled module tells.
  var average: String?
  /// In the order in which they are tried; the usual 1e-5 where none holds.
  var epsilons: [EpsilonRule] = []
  /// Modules beside the network that training alone needs.
  var auxiliaries: [String] = []
  /// Where the branches' names are told apart from a sequence; nil where their names leave no doubt.
  var sequence: SequenceDoubt?

  /// Whether the main branches are counted, as in MobileOne.
  var isCounted: Bool { branches.contains(where: \.isCounted) }

  /// First words of the modules in which a block of this scheme begins.
  var anchors: [Substring] {
    branches.flatMap(\.words) + [folded?.module].compactMap { $0.map { $0.prefix { $0 != "." } } }
  }

  /// Where a norm after the sum stands in code that has none of its own name for it.
  static let usualPostNorm = "bn"

  /// The gate of a placement; nil when the code base has none.
  func gate(_ placement: SqueezeExciteShape.Placement) -> Gate? {
    gates.first { $0.placement == placement }
  }

  /// Where writers put a branch's convolution and norm behind the block's prefix.
  ///
  /// The main branches of a block of 1x1 windows are 1x1 convolutions.
  func modules(of branch: BranchShape, kernelSize: Int) -> BranchModules {
    switch branch.role {
    case .folded:
      guard let folded else { return BranchModules() }
      guard branch.norm != nil else { return BranchModules(convolution: folded.module) }
      return BranchModules(
        convolution: "\(folded.module).\(folded.convolution)",
        norm: "\(folded.module).\(folded.norm)"
      )
    case .average: return BranchModules()
    case .dense, .pointwise, .identity:
      let role: BranchRole =
        isCounted && kernelSize == 1 && branch.role == .pointwise ? .dense : branch.role
      return branches.first { $0.role == role }?.modules(index: branch.index) ?? BranchModules()
    }
  }
}
