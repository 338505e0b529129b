/// What each branch has of a block's folded kernel, by absolute kernel sum, over all channels.
///
///     part[o, branch]  = sum over inputs and taps of |scale[o] * padded[o, i]|, times the scale behind the sum
///     share[branch]    = sum over o of part[o, branch] / sum over o and branches of part[o, branch]
///
/// Parts that take from each other count in full, so the shares tell how much of the kernel was added up, and
/// not how much of it is left. Channels with a part that is no number are left out and listed.
public struct KernelShares: Hashable, Sendable {
  /// The share of each branch, 0...1, in the block's order; zeros where all parts are zero.
  public let shares: [Double]
  /// Output channels whose folded taps are all zero: whatever comes in, their bias alone goes out.
  public let dead: [Int]
  /// Output channels of which the identity has more than half.
  public let identityDominated: [Int]
  /// Output channels that hold a value that is no number, or infinite.
  public let damaged: [Int]
  /// How many output channels there are.
  public let channels: Int

  /// The shares of `fold`, which reads every kernel once.
  public init(_ fold: BlockFold) {
    let outputs = 0..<fold.block.shape.outputChannels
    let identity = fold.branches.firstIndex { $0.role == .identity }
    var totals = fold.branches.map { _ in 0.0 }
    var (dead, dominated, damaged): ([Int], [Int], [Int]) = ([], [], [])
    for output in outputs {
      let parts = fold.magnitudes(output: output)
      guard parts.allSatisfy(\.isFinite) else {
        damaged.append(output)
        continue
      }
      for (branch, part) in parts.enumerated() { totals[branch] += part }
      if fold.isDead(output: output, parts) { dead.append(output) }
      if let identity, parts[identity] > parts.reduce(0, +) / 2 { dominated.append(output) }
    }
    shares = KernelShares.shares(of: totals) ?? totals.map { _ in 0 }
    (self.dead, identityDominated, self.damaged) = (dead, dominated, damaged)
    channels = outputs.count
  }

  /// Each of `parts` divided by their sum; nil where that is zero or no number.
  public static func shares(of parts: [Double]) -> [Double]? {
    let sum = parts.reduce(0, +)
    return sum > 0 && sum.isFinite ? parts.map { $0 / sum } : nil
  }
}

extension BlockFold {
  /// The sum of the absolute taps that each branch adds to the folded kernel of one output channel, in the
  /// block's order.
  public func magnitudes(output: Int) -> [Double] {
    zip(block.branches, branches).map { branch, fold in
      let factor = (fold.scale[output] * postNorm.scale[output]).magnitude
      // An identity is one tap of 1, an average k * k taps of 1 / (k * k).
      guard let kernel = branch.kernel else { return factor }
      let taps = kernel.slice(output..<output + 1).doubles()
      return factor * taps.reduce(0) { $0 + $1.magnitude }
    }
  }

  /// Whether all folded taps of an output channel are zero; `parts` are its magnitudes.
  fileprivate func isDead(output: Int, _ parts: [Double]) -> Bool {
    // What the branches add may cancel, so the sum is looked at, unless nothing is added at all.
    parts.allSatisfy { $0 == 0 } || row(output: output).allSatisfy { $0 == 0 }
  }
}
