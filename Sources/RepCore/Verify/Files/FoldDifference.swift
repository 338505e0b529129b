/// How far the kernel and bias of a block are from the fold of another, both in double.
public struct FoldDifference: Hashable, Sendable {
  /// A number that is not what the fold makes.
  public struct Place: Hashable, Sendable {
    /// What it belongs to: `kernel`, `bias`, or a tensor of a branch.
    public let tensor: String
    /// Its index along each axis, output channel first.
    public let index: [Int]
    /// What the first file makes of it.
    public let expected: Double
    /// What the second file holds.
    public let found: Double
  }

  /// The largest difference relative to the numbers that were summed for its channel.
  public let maximumRelative: Double
  /// The first number outside the tolerance; nil where all agree.
  public let first: Place?

  /// Whether every number agrees within the tolerance.
  public var agrees: Bool { first == nil }

  /// A difference that was found elsewhere.
  init(maximumRelative: Double, first: Place?) {
    self.maximumRelative = maximumRelative
    self.first = first
  }

  /// Compares the fold of `second`, which for a folded block is itself, with that of `first`; both have the
  /// same folded kernel shape.
  init(of second: Block, from first: Block, tolerance: FoldTolerance) {
    let shape = first.shape.foldedKernelShape
    precondition(
      shape == second.shape.foldedKernelShape,
      "folds of \(shape) and \(second.shape.foldedKernelShape) cannot be compared"
    )
    let comparison = RowComparison(
      expected: BlockFold(first),
      found: BlockFold(second),
      tolerance: tolerance
    )
    let band = 32
    let starts = Array(stride(from: 0, to: shape[0], by: band))
    let parts = concurrentMap(starts) { start in
      (start..<min(start + band, shape[0])).map { comparison.row($0) }
    }
    .flatMap(\.self)
    self.init(
      maximumRelative: parts.map(\.maximumRelative).max() ?? 0,
      first: parts.compactMap(\.first).first
    )
  }
}

/// Compares two folds one output channel at a time.
private struct RowComparison: Sendable {
  private let expected: BlockFold
  private let found: BlockFold
  private let tolerance: FoldTolerance
  private let magnitude: FoldMagnitude

  init(expected: BlockFold, found: BlockFold, tolerance: FoldTolerance) {
    self.expected = expected
    self.found = found
    self.tolerance = tolerance
    magnitude = FoldMagnitude(expected)
  }

  func row(_ output: Int) -> FoldDifference {
    var worst = 0.0
    var first: FoldDifference.Place?
    func look(_ tensor: String, _ index: [Int], _ pair: (Double, Double), _ magnitude: Double) {
      let difference = abs(pair.1 - pair.0)
      // Compared so that NaN is as far away as can be.
      let relative = difference == 0 ? 0 : difference / magnitude
      worst = relative.isNaN ? .infinity : max(worst, relative)
      let allowance = tolerance.allowance(pair.0, pair.1, magnitude: magnitude)
      guard !(difference <= allowance), first == nil else { return }
      first = FoldDifference.Place(
        tensor: tensor,
        index: index,
        expected: pair.0,
        found: pair.1
      )
    }
    let (own, other) = (expected.row(output: output), found.row(output: output))
    let window = expected.block.shape.kernelSize
    for tap in own.indices where own[tap] != other[tap] {
      let (input, place) = (tap / (window * window), tap % (window * window))
      let index = [output, input, place / window, place % window]
      look("kernel", index, (own[tap], other[tap]), magnitude.kernel[output])
    }
    let biases = (expected.bias(output: output), found.bias(output: output))
    look("bias", [output], biases, magnitude.bias[output])
    return FoldDifference(maximumRelative: worst, first: first)
  }
}
