/// What two folded kernels have in common channel by channel where they are not equal.
struct ChannelGuess {
  private let expected: BlockFold
  private let found: BlockFold
  private let tolerance: FoldTolerance
  private let magnitude: FoldMagnitude

  /// Compares `second`, a folded block, with the fold of `first`.
  init(_ first: Block, _ second: Block, _ tolerance: FoldTolerance) {
    (expected, found) = (BlockFold(first), BlockFold(second))
    self.tolerance = tolerance
    magnitude = FoldMagnitude(expected)
  }

  private var shape: BlockShape { expected.block.shape }
  private var outputs: Range<Int> { 0..<shape.outputChannels }

  /// What holds for every output channel.
  func run() -> Guess? {
    if outputs.allSatisfy({ isClose(expected.row(output: $0), found.row(output: $0), $0) }) {
      return outputs.allSatisfy { found.bias(output: $0) == 0 } ? .withoutBias : .otherBias
    }
    if isPermuted { return .otherOrder }
    if let factors = factors(of: { _ in true }), let least = factors.min(), let most = factors.max()
    {
      return .scaled(least...most)
    }
    let taps = shape.kernelSize * shape.kernelSize
    let widest = expected.block.branches.filter {
      shape.kernelSize(of: $0.role) == shape.kernelSize
    }
    guard widest.count == 1, shape.kernelSize > 1,
      factors(of: { $0 % taps != taps / 2 }) != nil
    else { return nil }
    return .otherStatistics
  }

  private func isClose(_ own: [Double], _ other: [Double], _ output: Int, factor: Double = 1)
    -> Bool
  {
    let magnitude = magnitude.kernel[output] * max(abs(factor), 1e-30)
    return own.indices.allSatisfy { tap in
      let scaled = own[tap] * factor
      return abs(scaled - other[tap])
        <= tolerance.allowance(scaled, other[tap], magnitude: magnitude)
    }
  }

  /// The factor of each output channel's kernel that makes the taps of `chosen` agree; nil if one has none.
  private func factors(of chosen: (Int) -> Bool) -> [Double]? {
    var factors: [Double] = []
    for output in outputs {
      let (all, other) = (expected.row(output: output), found.row(output: output))
      let taps = all.indices.filter(chosen)
      let (own, its) = (taps.map { all[$0] }, taps.map { other[$0] })
      let square = own.reduce(0) { $0 + $1 * $1 }
      let product = zip(own, its).reduce(0) { $0 + $1.0 * $1.1 }
      guard square > 0, product != 0, isClose(own, its, output, factor: product / square) else {
        return nil
      }
      factors.append(product / square)
    }
    return factors
  }

  /// Whether the output channels are the same in another order, told by a random projection of each kernel.
  private var isPermuted: Bool {
    let length = expected.row(output: 0).count
    var random = SeededRandom(seed: 1)
    let weights = (0..<length).map { _ in Double(random.normal()) }
    func order(_ fold: BlockFold) -> [Int] {
      let keys = outputs.map { output in
        zip(fold.row(output: output), weights).reduce(0) { $0 + $1.0 * $1.1 }
      }
      return outputs.sorted { keys[$0] < keys[$1] }
    }
    return zip(order(expected), order(found)).allSatisfy { own, other in
      isClose(expected.row(output: own), found.row(output: other), own)
    }
  }
}
