/// The sets of tensors in two files beside those that are compared, opened when they are tried.
public struct OtherSets {
  private let first: [(name: String, open: () -> ModelFile.Opened?)]
  private let second: [(name: String, open: () -> ModelFile.Opened?)]

  /// The sets of the first and of the second file by name.
  public init(
    first: [(name: String, open: () -> ModelFile.Opened?)] = [],
    second: [(name: String, open: () -> ModelFile.Opened?)] = []
  ) {
    (self.first, self.second) = (first, second)
  }

  /// The set with which every block agrees within `tolerance`.
  func fitting(
    _ first: ModelFile.Opened,
    _ second: ComparedFile,
    tolerance: Double?
  ) -> Guess? {
    for set in self.first {
      guard let opened = set.open(), OtherSets.agree(opened, second, tolerance) else { continue }
      return .setOfFirst(set.name)
    }
    for set in self.second {
      guard let opened = set.open(), OtherSets.agree(first, ComparedFile(opened), tolerance)
      else { continue }
      return .setOfSecond(set.name)
    }
    return nil
  }

  private static func agree(
    _ first: ModelFile.Opened,
    _ second: ComparedFile,
    _ tolerance: Double?
  ) -> Bool {
    let pairing = BlockPairing(first, second)
    return pairing.extra.isEmpty
      && pairing.pairs.allSatisfy { pair in
        pair.second.map { BlockComparison(pair.first, $0, tolerance: tolerance).agrees } ?? false
      }
  }
}
