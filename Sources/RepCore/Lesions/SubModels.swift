/// How many paths lead through a network that take one branch of each block: the sub-models of which it has been
/// called an ensemble.
///
/// The article counts `3^n` for `n` blocks; a block without an identity has but two branches.
public struct SubModels: Hashable, Sendable {
  /// So many blocks of so many branches each.
  public struct Factor: Hashable, Sendable {
    /// Branches of each block.
    public let branches: Int
    /// How many such blocks there are.
    public let blocks: Int

    /// `branches ^ blocks`; nil where that is beyond all integers.
    public var count: Int? { [Int](repeating: branches, count: blocks).checkedProduct() }

    /// `branches ^ blocks`, rounded where it is beyond 2^53.
    public var approximateCount: Double {
      [Double](repeating: Double(branches), count: blocks).reduce(1, *)
    }
  }

  /// The blocks by their number of branches, the fewest first.
  public let factors: [Factor]
  /// What the article counts: three branches in every block.
  public let article: Factor

  /// The sub-models of a network.
  public init(of architecture: Architecture) {
    let counts = Dictionary(grouping: architecture.blocks, by: \.branches.count)
    factors = counts.keys.sorted().map { Factor(branches: $0, blocks: counts[$0]?.count ?? 0) }
    article = Factor(branches: 3, blocks: architecture.blocks.count)
  }

  /// All of them; nil where that is beyond all integers.
  public var count: Int? {
    let counts = factors.compactMap(\.count)
    return counts.count == factors.count ? counts.checkedProduct() : nil
  }

  /// All of them, rounded where they are beyond 2^53.
  public var approximateCount: Double { factors.reduce(1) { $0 * $1.approximateCount } }
}
