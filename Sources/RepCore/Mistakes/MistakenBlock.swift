/// A block that computes what a mistake makes of it.
struct MistakenBlock {
  private let block: Block
  private let mistake: Mistake
  /// What the block is folded into, where the mistake is in the fold or behind it.
  private let folded: Block
  /// How it is computed, where the mistake is in that.
  private let tiles: WrongWinograd?

  /// The block `block`, which the mistake concerns, with it.
  init(_ block: Block, _ mistake: Mistake) {
    (self.block, self.mistake) = (block, mistake)
    let isFolded = mistake.isOfFold || mistake == .winograd
    folded = isFolded ? BlockFold(block, making: mistake).folded(threads: 1) : block
    tiles = mistake == .winograd ? WrongWinograd(folded) : nil
  }

  /// What it makes of `input`, up to the activation.
  func linearPart<Scalar>(of input: FeatureMap<Scalar>) -> FeatureMap<Scalar> {
    switch mistake {
    case .epsilon, .identity, .corner:
      return Reference<Scalar>.linearPart(of: folded, input: input)
    case .norms:
      let measured = block.measuringNorms(on: input).block
      return Reference<Scalar>.linearPart(of: measured, input: input)
    case .activation:
      let sum = activatedSum(of: input)
      return block.postNorm.map { Reference<Scalar>.normalize(sum, $0) } ?? sum
    case .winograd: return winograd(input)
    }
  }

  /// What it makes of `input`.
  func run<Scalar>(_ input: FeatureMap<Scalar>) -> FeatureMap<Scalar> {
    switch mistake {
    case .epsilon, .identity, .corner: Reference<Scalar>.run(folded, input: input)
    case .norms: block.measuringNorms(on: input).output
    case .activation: Reference<Scalar>.finish(block, sum: activatedSum(of: input))
    case .winograd: Reference<Scalar>.finish(folded, sum: winograd(input))
    }
  }

  private func winograd<Scalar>(_ input: FeatureMap<Scalar>) -> FeatureMap<Scalar> {
    guard let tiles else { preconditionFailure("tiles are computed where the mistake is in them") }
    return tiles.linearPart(of: input)
  }

  /// The branches added up, each behind the activation that belongs behind the sum.
  private func activatedSum<Scalar>(of input: FeatureMap<Scalar>) -> FeatureMap<Scalar> {
    let outputs = block.branches.map { branch in
      let output = Reference<Scalar>.run(branch, in: block.shape, input: input)
      return Reference<Scalar>.activate(output, block.shape.activation)
    }
    guard let first = outputs.first else {
      preconditionFailure("the block \(block.path) has no branches")
    }
    return outputs.dropFirst().reduce(first) { Reference<Scalar>.add($0, $1) }
  }
}
