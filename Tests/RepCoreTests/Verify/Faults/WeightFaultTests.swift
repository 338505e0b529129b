import Testing
import Words

@testable import RepCore

@Suite("Weights that cannot be right")
struct WeightFaultTests {
  private let network = Network(
    random: Architecture(.small(squeezeExcite: .init(reduction: 4, placement: .beforeActivation))),
    seed: 5
  )

  @Test("a sound network has none")
  func sound() { #expect(network.faults.isEmpty) }

  @Test(
    "are named with their place wherever they stand",
    arguments: [
      ("stage1.0.rbr_dense.conv.weight", "stage1.0 3x3: kernel[0, 0, 0, 2] is NaN"),
      ("stage1.0.rbr_1x1.bn.weight", "stage1.0 1x1: gamma[2] is NaN"),
      ("stage1.1.rbr_identity.bias", "stage1.1 identity: beta[2] is NaN"),
      ("stage2.0.rbr_dense.bn.running_mean", "stage2.0 3x3: mean[2] is NaN"),
      ("stage2.0.se.down.weight", "stage2.0 squeeze-excite: reduce kernel[0, 2] is NaN"),
      ("linear.weight", "classifier: kernel[0, 2] is NaN"),
      ("linear.bias", "classifier: bias[2] is NaN"),
    ]
  )
  func places(name: String, line: String) throws {
    let opened = try network.rewritten { $0 == name ? $1.replacing(2, by: .nan) : $1 }
    #expect(opened.network.faults.map(\.description) == [line])
    #expect(opened.tensorFaults().map(\.name) == [name])
    let verification = try Verification(opened.network)
    #expect(!verification.passes && verification.isDamaged, "\(name)")
    #expect(verification.logits == nil, "\(name): a damaged network is not run")
  }

  @Test(
    "are norms whose variance is none, too",
    arguments: [
      (-1, "variance[2] is -1.0, which is not a variance"), (.infinity, "variance[2] is inf"),
      (.nan, "variance[2] is NaN"),
    ] as [(Float, String)]
  )
  func variances(value: Float, reason: String) throws {
    let name = "stage1.0.rbr_dense.bn.running_var"
    let opened = try network.rewritten { $0 == name ? $1.replacing(2, by: value) : $1 }
    #expect(opened.network.faults.map(\.description) == ["stage1.0 3x3: \(reason)"])
  }

  @Test("a variance of nothing needs an epsilon")
  func zeroVariance() throws {
    let name = "stage1.0.rbr_dense.bn.running_var"
    let opened = try network.rewritten { $0 == name ? $1.replacing(2, by: 0) : $1 }
    #expect(opened.network.faults.isEmpty)
    let block = opened.network.blocks[1].withEpsilon(0)
    #expect(block.faults.map { $0.place.en } == ["stage1.0 3x3"])
  }
}
