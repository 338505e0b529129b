import Testing

@testable import RepCore

/// Convolutions of each channel by itself against the double-precision oracle.
@Suite struct DepthwiseAccuracyTests {
  /// The case with every instruction set; all of its convolutions behind the first are depthwise.
  private func expectAccuracyOfAll(_ instance: BlockCase) throws {
    let plan = try instance.plan(Network(random: instance.architecture, seed: 7))
    let convolutions = plan.steps.filter { $0.macs > 0 && $0.blockPath?.stage == 1 }
    #expect(convolutions.allSatisfy { $0.algorithm == .depthwise }, "\(instance)")
    let variants = InstructionSet.available.map { set in
      var variant = instance
      variant.set = set
      return variant
    }
    try expectAccuracy(instance, variants: variants)
  }

  @Test(arguments: 1...2)
  func `every extent from 1 to 33 comes out right`(stride: Int) throws {
    for extent in 1...33 {
      try expectAccuracyOfAll(
        BlockCase(
          channels: (20, 20),
          stride: stride,
          groups: 20,
          height: extent,
          width: extent * 7 % 33 + 1,
          form: .deploy
        )
      )
    }
  }

  @Test(arguments: BranchExecution.allCases)
  func `every number of channels, stride and dilation comes out right in batches`(
    branches: BranchExecution
  ) throws {
    for channels in [2, 15, 16, 17, 33, 64] {
      for stride in 1...3 {
        for dilation in 1...3 {
          try expectAccuracyOfAll(
            BlockCase(
              channels: (channels, channels),
              stride: stride,
              groups: channels,
              dilation: dilation,
              height: 11,
              width: 13,
              batch: 2,
              threads: 3,
              branches: branches
            )
          )
        }
      }
    }
  }
}
