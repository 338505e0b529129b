import Foundation
import Testing

@testable import RepCore

/// What the kernel guard runs on an emulated processor (`Scripts/kernel-guard --old-cpu`); small, because
/// emulation is slow.
@Suite struct OldProcessorTests {
  @Test func `every algorithm and activation runs with the best instruction set of this processor`()
    throws
  {
    let set = InstructionSet.best
    if let expected = ProcessInfo.processInfo.environment["REPVGG_EXPECTED_SET"] {
      #expect(set.rawValue == expected)
    }
    for stride in 1...2 {
      let instance = BlockCase(
        channels: (32, 48),
        stride: stride,
        height: stride * 10,
        width: stride * 7,
        set: set
      )
      let variants = ConvolutionAlgorithm.allCases.map { algorithm in
        var variant = instance
        variant.algorithm = algorithm
        return variant
      }
      try expectAccuracy(instance, variants: variants) {
        $0.algorithm == .winogradF6 ? 1e-4 : 2e-5
      }
    }
    for activation in Activation.allThatRun {
      try expectAccuracy(BlockCase(height: 3, width: 5, activation: activation, set: set))
    }
  }
}
