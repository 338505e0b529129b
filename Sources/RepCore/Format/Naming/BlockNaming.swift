/// How a code base names the tensors inside a re-parameterizable block: one table for writing and reading.
///
/// A branch is a module with a convolution and a norm under words that all branches share; the identity
/// is its norm; the folded convolution is its module itself, unless a norm follows it.
struct BlockNaming: Hashable, Sendable {
  /// The two linear maps of squeeze-excite, and where this code applies it.
  struct Gate: Hashable, Sendable {
    let reduce: String
    let expand: String
    let placement: SqueezeExciteShape.Placement
  }

  /// The scheme's name in messages and in `info`.
  let title: String
  /// Modules of the branches.
  let dense: String
  let pointwise: String
  let identity: String?
  let folded: String
  /// Whether the main branches are counted, `rbr_conv.0` and on, as in MobileOne.
  ///
  /// The main branches of a block of 1x1 windows are 1x1 convolutions; the pointwise branch stands
  /// beside 3x3 windows only.
  var isNumbered = false
  /// Convolution and norm inside a branch's module.
  var convolution = "conv"
  var norm = "bn"
  /// The norm after the sum.
  var postNorm = "bn"
  /// In the order in which they are looked for.
  var gates: [Gate] = []

  /// The module of a branch; nil where it has none.
  func module(of branch: BranchID, kernelSize: Int) -> String? {
    switch branch.role {
    case .dense: main(branch.index)
    case .pointwise: isNumbered && kernelSize == 1 ? main(branch.index) : pointwise
    case .identity: identity
    case .average: nil
    case .folded: folded
    }
  }

  private func main(_ index: Int) -> String { isNumbered ? "\(dense).\(index)" : dense }

  /// Where a branch's convolution and norm stand behind the block's prefix.
  func modules(of branch: BranchShape, kernelSize: Int) -> BranchModules {
    guard let module = module(of: branch.id, kernelSize: kernelSize) else { return BranchModules() }
    switch branch.role {
    case .identity, .average: return BranchModules(norm: module)
    case .folded where branch.norm == nil: return BranchModules(convolution: module)
    default:
      return BranchModules(
        convolution: "\(module).\(convolution)",
        norm: "\(module).\(norm)"
      )
    }
  }

  /// The gate of a placement; nil when the code base has none.
  func gate(_ placement: SqueezeExciteShape.Placement) -> Gate? {
    gates.first { $0.placement == placement }
  }

  /// A learned factor of the 1x1 branch (super-gradients).
  static let alpha = "alpha"

  /// Words that only a re-parameterizable block has.
  var anchors: [String] { [dense, pointwise, folded] + [identity].compactMap(\.self) }
}

/// Where a branch's tensors stand behind the block's prefix.
struct BranchModules: Hashable, Sendable {
  var convolution: String?
  var norm: String?
}

// MARK: - The schemes

extension BlockNaming {
  /// DingXiaoH/RepVGG, `repvgg.py` and `repvggplus.py`; also YOLOv6 and other users of that block.
  static let official = BlockNaming(
    title: "official",
    dense: "rbr_dense",
    pointwise: "rbr_1x1",
    identity: "rbr_identity",
    folded: "rbr_reparam",
    gates: [
      Gate(reduce: "se.down", expand: "se.up", placement: .beforeActivation),
      Gate(reduce: "post_se.down", expand: "post_se.up", placement: .afterActivation),
    ]
  )

  /// WongKinYiu/yolov7, `RepConv`: convolution and norm are counted in a sequence.
  static let sequential = BlockNaming(
    title: "YOLOv7",
    dense: "rbr_dense",
    pointwise: "rbr_1x1",
    identity: "rbr_identity",
    folded: "rbr_reparam",
    convolution: "0",
    norm: "1"
  )

  /// huggingface/pytorch-image-models, `RepVggBlock`.
  static let timm = BlockNaming(
    title: "timm",
    dense: "conv_kxk",
    pointwise: "conv_1x1",
    identity: "identity",
    folded: "reparam_conv",
    gates: [Gate(reduce: "attn.fc1", expand: "attn.fc2", placement: .beforeActivation)]
  )

  /// huggingface/pytorch-image-models, `MobileOneBlock`.
  static let timmMobileOne = BlockNaming(
    title: "timm",
    dense: "conv_kxk",
    pointwise: "conv_scale",
    identity: "identity",
    folded: "reparam_conv",
    isNumbered: true,
    gates: timm.gates
  )

  /// apple/ml-mobileone.
  static let mobileOne = BlockNaming(
    title: "MobileOne",
    dense: "rbr_conv",
    pointwise: "rbr_scale",
    identity: "rbr_skip",
    folded: "reparam_conv",
    isNumbered: true,
    gates: [Gate(reduce: "se.reduce", expand: "se.expand", placement: .beforeActivation)]
  )

  /// open-mmlab/mmpretrain.
  static let mmpretrain = BlockNaming(
    title: "mmpretrain",
    dense: "branch_3x3",
    pointwise: "branch_1x1",
    identity: "branch_norm",
    folded: "branch_reparam",
    norm: "norm",
    gates: [
      Gate(
        reduce: "se_layer.conv1.conv",
        expand: "se_layer.conv2.conv",
        placement: .beforeActivation
      )
    ]
  )

  /// open-mmlab/mmpretrain, `MobileOneBlock`.
  static let mmpretrainMobileOne = BlockNaming(
    title: "mmpretrain",
    dense: "branch_conv_list",
    pointwise: "branch_scale",
    identity: "branch_norm",
    folded: "branch_reparam",
    isNumbered: true,
    norm: "norm",
    gates: [
      Gate(reduce: "se.conv1.conv", expand: "se.conv2.conv", placement: .beforeActivation)
    ]
  )

  /// Deci-AI/super-gradients, `QARepVGGBlock`: the identity branch is the input itself.
  static let superGradients = BlockNaming(
    title: "super-gradients",
    dense: "branch_3x3",
    pointwise: "branch_1x1",
    identity: nil,
    folded: "rbr_reparam",
    postNorm: "post_bn"
  )

  /// Every scheme, those first whose words can be told from fewer names.
  static let all = [
    mobileOne, timmMobileOne, timm, superGradients, mmpretrainMobileOne, mmpretrain, sequential,
    official,
  ]

  /// The names in a `.rvg` file: those of the family's own code.
  static func rvg(_ family: Family) -> BlockNaming {
    switch family {
    case .repVGG: official
    case .mobileOne: mobileOne
    }
  }
}
