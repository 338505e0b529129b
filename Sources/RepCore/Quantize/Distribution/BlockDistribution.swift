/// How the numbers of a block lie before and after its branches are folded into one kernel.
public struct BlockDistribution: Hashable, Sendable {
  /// A branch that stores a kernel.
  public struct Part: Hashable, Sendable {
    /// Which branch.
    public let branch: BranchID
    /// Its taps as stored, before its norm.
    public let kernel: ValueDistribution
  }

  /// A norm of the block.
  public struct Norm: Hashable, Sendable {
    /// The branch that it stands in; nil behind the sum.
    public let branch: BranchID?
    /// What it does.
    public let effect: NormEffect
  }

  /// The branches that store a kernel, in the block's order.
  public let stored: [Part]
  /// All taps of the folded kernel.
  public let folded: ValueDistribution
  /// The taps of the folded kernel around the middle one; nil where there are none.
  public let ring: Spread?
  /// The middle taps that link a channel with itself, which alone an identity adds to; nil where the block cannot have
  /// an identity.
  public let diagonal: Spread?
  /// What the branches add to every value, before a norm behind their sum.
  public let branchBiases: ValueDistribution
  /// The folded bias.
  public let foldedBias: ValueDistribution
  /// What each norm does, in order of execution.
  public let norms: [Norm]

  /// Reads every kernel of `block` twice, and folds it as often.
  public init(_ block: Block) {
    let fold = BlockFold(block)
    let shape = block.shape
    stored = block.branches.compactMap { branch in
      branch.kernel.map { kernel in
        let values = ValueDistribution(rows: kernel.shape[0], .aroundZero) {
          kernel.slice($0..<$0 + 1).doubles()
        }
        return Part(branch: branch.id, kernel: values)
      }
    }
    let outputs = shape.outputChannels
    folded = ValueDistribution(rows: outputs, .aroundZero) { fold.row(output: $0) }
    (ring, diagonal) = fold.ringAndDiagonal()
    branchBiases = ValueDistribution(rows: outputs, .aroundZero) { output in
      fold.branches.map { $0.bias[output] }
    }
    foldedBias = ValueDistribution(rows: outputs, .aroundZero) { [fold.bias(output: $0)] }
    norms =
      block.branches.compactMap { branch in
        branch.norm.map { Norm(branch: branch.id, effect: NormEffect($0)) }
      } + (block.postNorm.map { [Norm(branch: nil, effect: NormEffect($0))] } ?? [])
  }

  /// How many times wider one step of the folded kernel is than one of the widest stored kernel; nil where that is all
  /// zeros.
  public var coarser: Double? {
    let largest = stored.map(\.kernel.spread.largest).max() ?? 0
    return largest > 0 ? folded.spread.largest / largest : nil
  }
}

extension BlockFold {
  /// The taps of the folded kernel around the middle one, and the middle ones that link a channel with itself.
  fileprivate func ringAndDiagonal() -> (ring: Spread?, diagonal: Spread?) {
    let (taps, shape) = (block.shape.kernelSize * block.shape.kernelSize, block.shape)
    let inputs = shape.inputChannels / shape.groups
    var (ring, diagonal) = (Spread(), Spread())
    for output in 0..<shape.outputChannels {
      for (index, value) in row(output: output).enumerated() {
        if index % taps != taps / 2 {
          ring.add(value)
        } else if index / taps == output % inputs {
          diagonal.add(value)
        }
      }
    }
    return (taps > 1 ? ring : nil, shape.admitsIdentity ? diagonal : nil)
  }
}
