extension BlockPattern {
  /// Deci-AI/super-gradients, `RepVGGBlock` and `QARepVGGBlock`.
  ///
  /// The identity is a norm in the first and the input itself, without a tensor, in the second, where a bare
  /// 1x1 convolution tells it. The recipes of YOLO-NAS set an epsilon of their own.
  static let superGradients = BlockPattern(
    id: "super-gradients",
    title: "super-gradients",
    branches: [
      .window(.dense, "branch_3x3"), .window(.pointwise, "branch_1x1", isTelling: false),
      .identity("no_conv_branch"),
    ],
    folded: Folded(module: "rbr_reparam"),
    postNorm: "post_bn",
    factor: "alpha",
    silentIdentity: "identity",
    epsilons: [
      EpsilonRule(code: "YOLO-NAS-Pose", epsilon: 1e-6, part: ".pose_pred"),
      EpsilonRule(code: "YOLO-NAS", epsilon: 1e-3, part: ".bottlenecks."),
      EpsilonRule(code: "super-gradients", epsilon: 1e-5),
    ]
  )
}
