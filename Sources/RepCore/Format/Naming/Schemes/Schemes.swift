extension BlockPattern {
  /// Every scheme, one line each; of two that explain as many tensors the earlier one wins.
  static let all: [BlockPattern] = [
    official, yolov7, mobileOne, timm, timmMobileOne, superGradients, mmpretrain,
    mmpretrainMobileOne,
    rtDetr, repConv,
    acNet, diverseBranch, largeKernel, timmLargeKernel, dilatedKernels, repOptimizer, repVggDw,
    repViT,
  ]

  /// The names in a `.rvg` file: those of the family's own code.
  static func rvg(_ family: Family) -> BlockPattern {
    switch family {
    case .repVGG: official
    case .mobileOne: mobileOne
    }
  }
}
