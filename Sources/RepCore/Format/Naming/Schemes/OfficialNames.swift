extension BlockPattern {
  /// DingXiaoH/RepVGG, `repvgg.py` and `repvggplus.py`; also YOLOv6, QARepVGG in it, mmyolo and other
  /// users of that block.
  static let official = BlockPattern(
    id: "official",
    title: "official",
    branches: [
      .window(.dense, "rbr_dense"), .window(.pointwise, "rbr_1x1"), .identity("rbr_identity"),
    ],
    folded: Folded(module: "rbr_reparam"),
    postNorm: "bn",
    gates: [
      Gate(reduce: "se.down", expand: "se.up", placement: .beforeActivation),
      Gate(reduce: "post_se.down", expand: "post_se.up", placement: .afterActivation),
    ],
    factor: "alpha",
    silentIdentity: "rbr_identity",
    average: "rbr_avg",
    epsilons: [
      EpsilonRule(code: "YOLOv6", epsilon: 1e-3, part: "ERBlock_"),
      EpsilonRule(code: "PP-YOLOE", epsilon: 1e-5, part: ".alpha"),
      EpsilonRule(code: "mmyolo", epsilon: 1e-3, part: "bbox_head.head_module."),
    ],
    auxiliaries: ["stage1_aux.", "stage2_aux.", "stage3_first_aux."]
  )
}
