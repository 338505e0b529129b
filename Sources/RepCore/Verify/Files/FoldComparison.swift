/// Whether a file is another one folded: block by block, and every tensor that folding leaves alone.
///
/// Kernels and biases are compared in double with the fold of the first file's branches, so that nothing
/// but the second file is judged. Neither file's names matter, as long as blocks are found.
public struct FoldComparison: Sendable {
  /// What the second file is.
  public enum Outcome: Hashable, Sendable {
    /// The first, folded.
    case folded
    /// The first, folded in so many of its blocks; the others hold the same weights.
    case partlyFolded(Int)
    /// Both files are folded and hold the same weights.
    case sameFolded
    /// Not folded: the same weights.
    case unfolded
    /// Not folded, and the first file is its fold: the two stand the wrong way round.
    case swapped
    /// Not folded, and other weights.
    case otherUnfolded
    /// Something else.
    case different
  }

  /// The blocks of the first file in order, then those that only the second has.
  public let blocks: [BlockComparison]
  /// Classifier and the tensors outside of blocks.
  public let tensors: [TensorComparison]
  /// Where two whole networks differ in what tensors do not tell.
  public let facts: [FactDifference]
  /// Whether both files describe themselves, so that such a difference is none of what was assumed.
  public let areFactsTold: Bool
  /// Why blocks differ, where that was found.
  public let explanation: GuessedCause?
  /// What the second file is.
  public let outcome: Outcome
  /// The tensors of each file that hold NaN or infinity.
  public let faults: (first: [TensorFault], second: [TensorFault])

  /// Whether the second file computes what the first does, and is folded.
  public var passes: Bool {
    switch outcome {
    case .folded, .partlyFolded, .sameFolded: true
    case .unfolded, .swapped, .otherUnfolded, .different: false
    }
  }

  /// The first block that differs.
  public var firstDifferent: BlockComparison? { blocks.first { !$0.agrees } }

  /// Compares `second` with `first`.
  ///
  /// - Parameters:
  ///   - first: The file that is taken for right.
  ///   - second: The file that is judged.
  ///   - tolerance: How far folded kernels and biases may be apart, relative to the largest of what is summed;
  ///     rounding to the type that they are stored in comes on top. Where nobody says it, what float32
  ///     arithmetic may cost.
  ///   - otherSets: The other sets of each file, tried only where blocks differ.
  ///   - progress: Told after each block how many of how many are done; what it throws ends the comparison.
  /// - Throws: what `progress` throws.
  public init(
    _ first: ModelFile.Opened,
    _ second: ComparedFile,
    tolerance: Double? = nil,
    otherSets: OtherSets = OtherSets(),
    progress: (_ done: Int, _ total: Int) throws -> Void
  ) rethrows {
    let pairing = BlockPairing(first, second)
    var blocks: [BlockComparison] = []
    for (index, pair) in pairing.pairs.enumerated() {
      let title = pair.first.shape.title
      blocks.append(
        pair.second.map { BlockComparison(pair.first, $0, tolerance: tolerance) }
          ?? BlockComparison(title, only: .missing)
      )
      try progress(index + 1, pairing.pairs.count)
    }
    blocks += pairing.extra.map { BlockComparison($0.shape.title, only: .extra) }
    self.blocks = blocks
    tensors = OtherTensors(first, second, taken: pairing.taken).comparisons
    let areNetworks = first.network.head != nil && second.opened?.network.head != nil
    facts =
      areNetworks
      ? pairing.pairs.flatMap { pair in pair.second.map { FactDifference.all(pair.first, $0) } ?? []
      }
      : []
    areFactsTold = first.container == .rvg && second.opened?.container == .rvg
    let outcome = FoldComparison.outcome(first.network, blocks, tensors)
    self.outcome = areFactsTold && !facts.isEmpty ? .different : outcome
    explanation = FoldComparison.explain(first, second, pairing, blocks, otherSets, tolerance)
    faults = (first.tensorFaults(), second.tensorFaults(ofBlocks: pairing.taken))
  }

  /// The same, with nobody to be told how far it is.
  public init(
    _ first: ModelFile.Opened,
    _ second: ComparedFile,
    tolerance: Double? = nil,
    otherSets: OtherSets = OtherSets()
  ) {
    self.init(first, second, tolerance: tolerance, otherSets: otherSets) { _, _ in }
  }

  private static func outcome(
    _ network: Network,
    _ blocks: [BlockComparison],
    _ tensors: [TensorComparison]
  ) -> Outcome {
    let folded = blocks.count { $0.isFolded }
    let agree = blocks.allSatisfy(\.agrees) && tensors.allSatisfy(\.agrees)
    if folded == 0 {
      guard agree else { return blocks.allSatisfy(\.isUnfolded) ? .otherUnfolded : .different }
      return network.form == .deploy ? .swapped : .unfolded
    }
    guard agree else { return .different }
    guard folded == blocks.count else { return .partlyFolded(folded) }
    return network.form == .deploy ? .sameFolded : .folded
  }

  private static func explain(
    _ first: ModelFile.Opened,
    _ second: ComparedFile,
    _ pairing: BlockPairing,
    _ blocks: [BlockComparison],
    _ sets: OtherSets,
    _ tolerance: Double?
  ) -> GuessedCause? {
    let differing = zip(pairing.pairs, blocks).compactMap { pair, comparison in
      comparison.isFolded && !comparison.agrees ? pair.second.map { (pair.first, $0) } : nil
    }
    if let (own, other) = differing.first,
      let guess = GuessSearch(own, other, tolerance: tolerance).run()
    {
      let explained = differing.count {
        GuessSearch($0.0, $0.1, tolerance: tolerance).holds(guess)
      }
      return GuessedCause(guess: guess, explained: explained, differing: differing.count)
    }
    guard blocks.contains(where: { !$0.agrees }),
      let guess = sets.fitting(first, second, tolerance: tolerance)
    else { return nil }
    let count = blocks.count { !$0.agrees }
    return GuessedCause(guess: guess, explained: count, differing: count)
  }
}

extension BlockComparison {
  /// Whether the block's branches were compared as they are.
  fileprivate var isUnfolded: Bool { if case .unfolded = finding { true } else { false } }
}
