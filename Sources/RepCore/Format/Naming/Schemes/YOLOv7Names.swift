extension BlockPattern {
  /// WongKinYiu/yolov7, `RepConv`: convolution and norm are counted in a sequence.
  static let yolov7 = BlockPattern(
    id: "yolov7",
    title: "YOLOv7",
    branches: [
      .window(.dense, "rbr_dense", convolution: "0", norm: "1"),
      .window(.pointwise, "rbr_1x1", convolution: "0", norm: "1"), .identity("rbr_identity"),
    ],
    folded: Folded(module: "rbr_reparam", convolution: "0", norm: "1"),
    postNorm: "bn",
    epsilons: [EpsilonRule(code: "YOLOv7", epsilon: 1e-3)]
  )
}
