/// How a family of checkpoints names the tensors of a RepVGG: one table for writing and reading.
///
/// All schemes call a norm's vectors the same and put a branch's convolution under `conv` and its norm
/// under `bn`; they differ in the words for branches, blocks and the classifier.
struct Naming: Sendable {
  /// The scheme's name in messages and in `info`.
  let title: String
  /// How a block's modules are called.
  let layout: BlockLayout
  /// Word of each branch.
  let dense: String
  let pointwise: String
  let identity: String
  let folded: String
  /// Squeeze-excite's two linear maps.
  let reduce: String
  let expand: String
  /// Where this scheme's code applies squeeze-excite.
  let placement: SqueezeExciteShape.Placement
  /// The classifier.
  let head: String

  /// DingXiaoH/RepVGG, `repvgg.py`.
  static let official = Naming(
    title: "official",
    layout: .official,
    dense: "rbr_dense",
    pointwise: "rbr_1x1",
    identity: "rbr_identity",
    folded: "rbr_reparam",
    reduce: "se.down",
    expand: "se.up",
    placement: .beforeActivation,
    head: "linear"
  )

  /// DingXiaoH/RepVGG, `repvggplus.py`.
  static let plus = Naming(
    title: "plus",
    layout: .plus,
    dense: "rbr_dense",
    pointwise: "rbr_1x1",
    identity: "rbr_identity",
    folded: "rbr_reparam",
    reduce: "post_se.down",
    expand: "post_se.up",
    placement: .afterActivation,
    head: "linear"
  )

  /// huggingface/pytorch-image-models, `byobnet.py`.
  static let timm = Naming(
    title: "timm",
    layout: .timm,
    dense: "conv_kxk",
    pointwise: "conv_1x1",
    identity: "identity",
    folded: "reparam_conv",
    reduce: "attn.fc1",
    expand: "attn.fc2",
    placement: .beforeActivation,
    head: "head.fc"
  )

  /// The schemes that are recognised.
  static let all = [official, plus, timm]

  /// The names in a `.rvg` file: the official ones, with squeeze-excite behind the activation called
  /// as its own code calls it.
  static func rvg(placement: SqueezeExciteShape.Placement?) -> Naming {
    guard placement == .afterActivation else { return official }
    return Naming(
      title: official.title,
      layout: .official,
      dense: official.dense,
      pointwise: official.pointwise,
      identity: official.identity,
      folded: official.folded,
      reduce: plus.reduce,
      expand: plus.expand,
      placement: .afterActivation,
      head: official.head
    )
  }

  /// The word of a branch's module.
  func word(_ role: BranchRole) -> String {
    switch role {
    case .dense: dense
    case .pointwise: pointwise
    case .identity: identity
    case .folded: folded
    }
  }

  /// Module of a branch's convolution: the folded one is the convolution itself unless a norm follows.
  func convolution(_ branch: BranchShape) -> String {
    branch.role == .folded && branch.norm == nil ? folded : word(branch.role) + ".conv"
  }

  /// Module of a branch's norm: the identity branch is its norm.
  func norm(_ role: BranchRole) -> String { role == .identity ? identity : word(role) + ".bn" }

  /// Module of the norm after the sum.
  var postNorm: String { "bn" }
}
