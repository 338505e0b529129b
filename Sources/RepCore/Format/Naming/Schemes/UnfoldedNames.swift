/// Blocks with larger windows, longer chains or scales: known by their names, shown as opaque with the
/// reason, and not folded yet.
extension BlockPattern {
  /// ACNet, `ACBlock`: a square window between a row and a column.
  static let acNet = BlockPattern(
    id: "acnet",
    title: "ACNet",
    branches: [
      .unfolded(.convolution(["square_conv"], .block), .norm("square_bn")),
      .unfolded(.convolution(["ver_conv"], .column), .norm("ver_bn")),
      .unfolded(.convolution(["hor_conv"], .row), .norm("hor_bn")),
    ]
  )

  /// Diverse branch blocks (arXiv 2103.13425).
  static let diverseBranch = BlockPattern(
    id: "dbb",
    title: "DBB",
    branches: [
      .unfolded(.convolution(["dbb_origin.conv"], .block), .norm("dbb_origin.bn")),
      .unfolded(.convolution(["dbb_1x1.conv"], .point), .norm("dbb_1x1.bn")),
      .unfolded(
        .convolution(["dbb_avg.conv"], .point),
        .norm("dbb_avg.bn.bn"),
        .average,
        .norm("dbb_avg.avgbn")
      ),
      .unfolded(
        .convolution(["dbb_1x1_kxk.idconv1", "dbb_1x1_kxk.conv1"], .point),
        .norm("dbb_1x1_kxk.bn1.bn"),
        .convolution(["dbb_1x1_kxk.conv2"], .block),
        .norm("dbb_1x1_kxk.bn2")
      ),
    ]
  )

  /// RepLKNet, and Apple's FastViT: a large window beside a small one.
  static let largeKernel = BlockPattern(
    id: "replknet",
    title: "RepLKNet",
    branches: [
      .unfolded(.convolution(["lkb_origin.conv"], .block), .norm("lkb_origin.bn")),
      .unfolded(
        .convolution(["small_conv.conv"], .smaller),
        .norm("small_conv.bn"),
        isTelling: false
      ),
    ]
  )

  /// timm's FastViT: the same under another name.
  static let timmLargeKernel = BlockPattern(
    id: "timm-large-kernel",
    title: "FastViT",
    branches: [
      .unfolded(.convolution(["large_conv.conv"], .block), .norm("large_conv.bn")),
      .unfolded(
        .convolution(["small_conv.conv"], .smaller),
        .norm("small_conv.bn"),
        isTelling: false
      ),
    ]
  )

  /// UniRepLKNet: dilated windows beside a large one.
  static let dilatedKernels = BlockPattern(
    id: "unireplknet",
    title: "UniRepLKNet",
    branches: [.unfolded(.convolution(["lk_origin"], .block), .norm("origin_bn"))]
  )

  /// RepOptimizers, the search network: branches scaled by learned factors.
  static let repOptimizer = BlockPattern(
    id: "repopt",
    title: "RepOptimizer",
    branches: [
      .unfolded(.convolution(["conv"], .block), .scale("scale_conv"), isTelling: false),
      .unfolded(.scale("scale_1x1")), .unfolded(.scale("scale_identity")),
    ]
  )

  /// YOLOv10, `RepVGGDW`: depthwise 7x7 and 3x3.
  static let repVggDw = BlockPattern(
    id: "repvggdw",
    title: "RepVGGDW",
    branches: [
      .unfolded(.convolution(["conv.conv"], .block), .norm("conv.bn"), isTelling: false),
      .unfolded(.convolution(["conv1.conv"], .smaller), .norm("conv1.bn"), isTelling: false),
    ],
    sequence: SequenceDoubt(places: [], classes: ["RepVGGDW"])
  )

  /// RepViT: a depthwise window with a norm, a bare 1x1, and the input itself.
  static let repViT = BlockPattern(
    id: "repvit",
    title: "RepViT",
    branches: [
      .unfolded(.convolution(["conv.c"], .block), .norm("conv.bn"), isTelling: false),
      .unfolded(.convolution(["conv1.c", "conv1"], .point), .norm("conv1.bn"), isTelling: false),
    ]
  )
}
