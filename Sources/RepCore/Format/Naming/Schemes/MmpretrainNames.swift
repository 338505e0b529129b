extension BlockPattern {
  /// open-mmlab/mmpretrain, and mmdetection's RT-DETR, which has no identity.
  static let mmpretrain = BlockPattern(
    id: "mmpretrain",
    title: "mmpretrain",
    branches: [
      .window(.dense, "branch_3x3", norm: "norm"),
      .window(.pointwise, "branch_1x1", norm: "norm", isTelling: false),
      .identity("branch_norm", isTelling: false),
    ],
    folded: Folded(module: "branch_reparam", norm: "norm"),
    gates: [
      Gate(
        reduce: "se_layer.conv1.conv",
        expand: "se_layer.conv2.conv",
        placement: .beforeActivation
      )
    ],
    epsilons: [EpsilonRule(code: "mmpretrain", epsilon: 1e-5)]
  )

  /// open-mmlab/mmpretrain, `MobileOneBlock`.
  static let mmpretrainMobileOne = BlockPattern(
    id: "mmpretrain-mobileone",
    title: "mmpretrain",
    branches: [
      .window(.dense, "branch_conv_list", norm: "norm", isCounted: true),
      .window(.pointwise, "branch_scale", norm: "norm"), .identity("branch_norm", isTelling: false),
    ],
    folded: Folded(module: "branch_reparam", norm: "norm"),
    gates: [
      Gate(reduce: "se.conv1.conv", expand: "se.conv2.conv", placement: .beforeActivation)
    ],
    epsilons: mmpretrain.epsilons
  )
}
