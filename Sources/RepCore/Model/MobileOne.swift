/// The published MobileOne networks (Vasu et al., "MobileOne: An Improved One millisecond Mobile
/// Backbone", arXiv 2206.04040, table 2 and appendix).
public enum MobileOneVariant: String, Hashable, PublishedVariant {
  case s0 = "MobileOne-S0"
  case s1 = "MobileOne-S1"
  case s2 = "MobileOne-S2"
  case s3 = "MobileOne-S3"
  case s4 = "MobileOne-S4"

  /// Factors of the base widths 64, 128, 256 and 512 of stages 1 to 4.
  var widthMultipliers: [Double] {
    switch self {
    case .s0: [0.75, 1, 1, 2]
    case .s1: [1.5, 1.5, 2, 2.5]
    case .s2: [1.5, 2, 2.5, 4]
    case .s3: [2, 2.5, 3, 4]
    case .s4: [3, 3.5, 3.5, 4]
    }
  }

  /// Convolutions of the same window in each block but the first: over-parameterization.
  var branches: Int { self == .s0 ? 4 : 1 }

  /// Pairs of blocks at the end of each stage that have squeeze-excite.
  var excitedPairs: [Int] { self == .s4 ? [0, 0, 5, 1] : [0, 0, 0, 0] }
}

extension Architecture {
  /// A published MobileOne in its training form.
  public init(mobileOne variant: MobileOneVariant, classes: Int = 1000) {
    let base = [64, 128, 256, 512]
    let widths = zip(base, variant.widthMultipliers).map { Int(Double($0) * $1) }
    let stem = min(64, widths[0])
    var channels = 3
    func block(
      _ path: BlockPath,
      outputs: Int,
      size: Int,
      stride: Int,
      isDepthwise: Bool,
      isExcited: Bool,
      convolutions: Int = variant.branches
    ) -> BlockShape {
      let role: BranchRole = size == 1 ? .pointwise : .dense
      var block = BlockShape(
        path: path,
        inputChannels: channels,
        outputChannels: outputs,
        kernelSize: size,
        stride: stride,
        groups: isDepthwise ? channels : 1,
        branches: (0..<convolutions).map { BranchShape(role: role, index: $0) }
          + (size > 1 ? [BranchShape(role: .pointwise)] : []),
        squeezeExcite: isExcited
          ? SqueezeExciteShape(hidden: outputs / 16, placement: .beforeActivation) : nil
      )
      if block.admitsIdentity { block.branches.append(BranchShape(role: .identity)) }
      channels = outputs
      return block
    }
    let first = block(
      BlockPath(stage: 0, block: 0),
      outputs: stem,
      size: 3,
      stride: 2,
      isDepthwise: false,
      isExcited: false,
      convolutions: 1
    )
    var stages = [StageShape(blocks: [first])]
    for (index, pairs) in [2, 8, 10, 1].enumerated() {
      var blocks: [BlockShape] = []
      for pair in 0..<pairs {
        let isExcited = pair >= pairs - variant.excitedPairs[index]
        for isDepthwise in [true, false] {
          blocks.append(
            block(
              BlockPath(stage: index + 1, block: blocks.count),
              outputs: isDepthwise ? channels : widths[index],
              size: isDepthwise ? 3 : 1,
              stride: isDepthwise && pair == 0 ? 2 : 1,
              isDepthwise: isDepthwise,
              isExcited: isExcited
            )
          )
        }
      }
      stages.append(StageShape(blocks: blocks))
    }
    self.init(
      name: variant.rawValue,
      input: .imageNet(size: 224),
      stages: stages,
      family: .mobileOne,
      classes: classes
    )
  }
}
