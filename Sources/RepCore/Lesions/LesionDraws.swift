extension Lesion {
  /// Lesions of `size` branches each, drawn at random among `cuts`; the same seed draws the same.
  ///
  /// - Parameters:
  ///   - size: Branches of each lesion, no more than there are.
  ///   - cuts: What is drawn from.
  ///   - draws: How many lesions; two of them may be the same.
  ///   - seed: Begins the sequence, another one for each size.
  /// - Returns: as many as `draws`, each of `size` different branches.
  public static func random(_ size: Int, of cuts: [Cut], draws: Int, seed: UInt64) -> [Lesion] {
    precondition((0...cuts.count).contains(size), "\(size) of \(cuts.count) branches")
    var random = SeededRandom(seed: seed &* 1_000_003 &+ UInt64(size))
    return (0..<draws).map { _ in
      var rest = cuts
      var drawn: Set<Cut> = []
      for _ in 0..<size {
        // Of so few branches the remainder's preference for the first ones is far below one in a billion.
        let place = Int(random.next() % UInt64(rest.count))
        drawn.insert(rest.remove(at: place))
      }
      return Lesion(cutting: drawn)
    }
  }
}

/// How a network does without branches that chance has chosen.
public struct LesionDraws: Hashable, Sendable {
  /// Each draw, in the order in which they were drawn; an odd number of them.
  public let trials: [LesionTrial]

  /// What became of an odd number of draws.
  public init(_ trials: [LesionTrial]) {
    precondition(!trials.count.isMultiple(of: 2), "\(trials.count) draws have no one in the middle")
    self.trials = trials
  }

  /// The draw that as many are better as are worse than.
  public var median: LesionTrial {
    trials.sorted { $0.score.tally.hits < $1.score.tally.hits }[trials.count / 2]
  }
}
