@testable import RepCore

extension Recipe {
  /// Seven blocks in three stages, small enough for the oracle.
  static func small(groups: Int = 1, squeezeExcite: SqueezeExcite? = nil) -> Recipe {
    Recipe(
      name: "small",
      widths: [8, 8, 16],
      depths: [1, 3, 3],
      strides: [2, 1, 2],
      groups: groups,
      squeezeExcite: squeezeExcite,
      classes: 5,
      input: InputShape(channels: 3, height: 16, width: 16)
    )
  }
}

extension Architecture {
  /// The first three stages of MobileOne-S0: several convolutions a block, 3x3 and 1x1 windows.
  static var startOfMobileOne: Architecture {
    var architecture = Architecture(mobileOne: .s0, classes: 3)
    architecture.stages.removeLast(2)
    return architecture
  }
}

extension Block {
  /// A block of `shape` with seeded random weights.
  static func random(_ shape: BlockShape, seed: UInt64) -> Block {
    let architecture = Architecture(
      name: "one block",
      input: InputShape(channels: shape.inputChannels, height: 8, width: 8),
      stages: [StageShape(blocks: [shape])],
      classes: 2
    )
    return Network(random: architecture, seed: seed).blocks[0]
  }
}

extension Activation {
  /// Every activation that the engine computes, LeakyReLU with slopes of all sorts.
  static let allThatRun: [Activation] =
    [.relu, .relu6, .hardswish, .silu, .identity]
    + [0.01, 0.1, 1, 0, 2.5, -0.25].map { .leakyReLU(slope: $0) }
}
