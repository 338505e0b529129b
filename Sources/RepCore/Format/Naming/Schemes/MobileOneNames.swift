extension BlockPattern {
  /// apple/ml-mobileone, also in its FastViT.
  static let mobileOne = BlockPattern(
    id: "mobileone",
    title: "MobileOne",
    branches: [
      .window(.dense, "rbr_conv", isCounted: true), .window(.pointwise, "rbr_scale"),
      .identity("rbr_skip"),
    ],
    folded: Folded(module: "reparam_conv"),
    postNorm: "bn",
    gates: [Gate(reduce: "se.reduce", expand: "se.expand", placement: .beforeActivation)],
    epsilons: [EpsilonRule(code: "MobileOne", epsilon: 1e-5)]
  )
}
