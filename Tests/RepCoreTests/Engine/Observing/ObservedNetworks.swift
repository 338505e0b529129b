@testable import RepCore

/// Small networks of all families, each with a map that something works on in place.
enum ObservedNetworks {
  /// By a name for messages.
  static let all: [String: Network] = [
    "RepVGG": Network(random: Architecture(Recipe.small()), seed: 31),
    "RepVGG, 4 groups": Network(random: Architecture(Recipe.small(groups: 4)), seed: 32),
    "squeeze-excite before": Network(
      random: Architecture(
        .small(squeezeExcite: .init(reduction: 4, placement: .beforeActivation))
      ),
      seed: 33
    ),
    "squeeze-excite after": Network(
      random: Architecture(.small(squeezeExcite: .init(reduction: 4, placement: .afterActivation))),
      seed: 34
    ),
    "MobileOne": Network(random: .startOfMobileOne, seed: 35),
    "QARepVGG": Network(random: quantizationAware, seed: 36),
  ]

  /// Norms after the sum, an average, an identity without a norm, one branch alone, other activations.
  private static var quantizationAware: Architecture {
    var architecture = Architecture(Recipe.small())
    for stage in architecture.stages.indices {
      for block in architecture.stages[stage].blocks.indices {
        var shape = architecture.stages[stage].blocks[block]
        shape.postNorm = NormShape()
        shape.branches = [BranchShape(role: .dense), BranchShape(role: .pointwise, norm: nil)]
        if shape.admitsIdentity {
          shape.branches += [
            BranchShape(role: .identity, norm: nil), BranchShape(role: .average, norm: nil),
          ]
        }
        shape.activation = [.silu, .relu, .identity][(stage + block) % 3]
        architecture.stages[stage].blocks[block] = shape
      }
    }
    architecture.stages[1].blocks[1].branches = [BranchShape(role: .dense)]
    architecture.stages[1].blocks[1].postNorm = nil
    return architecture
  }
}
