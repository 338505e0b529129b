extension BlockPattern {
  /// WongKinYiu/yolov9, `RepConvN`, ultralytics, `RepConv`, whose identity is a norm, and PaddleDetection,
  /// `RepVggBlock`, with a learned factor.
  static let repConv = BlockPattern(
    id: "repconv",
    title: "RepConv",
    branches: [
      .window(.dense, "conv1", isTelling: false), .window(.pointwise, "conv2", isTelling: false),
      .identity("bn", isTelling: false),
    ],
    folded: Folded(module: "conv", isTelling: false),
    factor: "alpha",
    epsilons: [EpsilonRule(code: "ultralytics", epsilon: 1e-3, part: "model.")],
    sequence: SequenceDoubt(
      places: [
        .init(part: ".m.", code: "YOLOv9 and ultralytics"),
        .init(part: ".bottlenecks.", code: "RT-DETR"), .init(part: ".fpn_blocks.", code: "RT-DETR"),
        .init(part: ".pan_blocks.", code: "RT-DETR"),
      ],
      classes: ["RepConvN", "RepConv"]
    )
  )

  /// RT-DETR, `RepVggBlock`, D-FINE, `VGGBlock`, and transformers, `RTDetrRepVggBlock`.
  static let rtDetr = BlockPattern(
    id: "rtdetr",
    title: "RT-DETR",
    branches: [
      .window(.dense, "conv1", norm: "norm", isTelling: false),
      .window(.pointwise, "conv2", norm: "norm", isTelling: false),
    ],
    folded: Folded(module: "conv", norm: "norm", isTelling: false),
    factor: "alpha",
    epsilons: [EpsilonRule(code: "RT-DETR", epsilon: 1e-5)],
    sequence: SequenceDoubt(
      places: [
        .init(part: ".bottlenecks.", code: "RT-DETR"), .init(part: ".fpn_blocks.", code: "RT-DETR"),
        .init(part: ".pan_blocks.", code: "RT-DETR"),
      ],
      classes: [
        "RepVggBlock", "VGGBlock", "RTDetrRepVggBlock", "RTDetrV2RepVggBlock", "DFineRepVggBlock",
      ]
    )
  )
}
