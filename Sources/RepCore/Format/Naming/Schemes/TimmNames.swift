extension BlockPattern {
  /// huggingface/pytorch-image-models, `RepVggBlock`.
  static let timm = BlockPattern(
    id: "timm",
    title: "timm",
    branches: [
      .window(.dense, "conv_kxk"), .window(.pointwise, "conv_1x1", isTelling: false),
      .identity("identity", isTelling: false),
    ],
    folded: Folded(module: "reparam_conv"),
    homes: [".stem.", ".stages."],
    postNorm: "bn",
    gates: [Gate(reduce: "attn.fc1", expand: "attn.fc2", placement: .beforeActivation)],
    epsilons: [EpsilonRule(code: "timm", epsilon: 1e-5)]
  )

  /// huggingface/pytorch-image-models, `MobileOneBlock`, also in its FastViT.
  static let timmMobileOne = BlockPattern(
    id: "timm-mobileone",
    title: "timm",
    branches: [
      .window(.dense, "conv_kxk", isCounted: true), .window(.pointwise, "conv_scale"),
      .identity("identity", isTelling: false),
    ],
    folded: Folded(module: "reparam_conv"),
    postNorm: "bn",
    gates: timm.gates + [Gate(reduce: "se.fc1", expand: "se.fc2", placement: .beforeActivation)],
    epsilons: timm.epsilons
  )
}
