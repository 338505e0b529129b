/// Tries what may have been done otherwise when a block was folded.
struct GuessSearch {
  private let first: Block
  private let second: Block
  private let tolerance: FoldTolerance

  /// Looks for what makes `second`, a folded block, out of `first`, as closely as the user says in `tolerance`, if
  /// at all; both have the same folded kernel shape.
  init(_ first: Block, _ second: Block, tolerance told: Double? = nil) {
    self.first = first
    self.second = second
    tolerance = FoldTolerance(
      storedAs: second.storage ?? .float32,
      from: first.storage,
      told: told
    )
  }

  /// The first guess that makes both agree; those that leave the least open come first.
  func run() -> Guess? {
    candidates.first { holds($0) }
      ?? ChannelGuess(first, second, tolerance).run()
      ?? roundings.first { holds($0) }
  }

  /// Whether `guess` makes both agree.
  func holds(_ guess: Guess) -> Bool {
    switch guess {
    case .epsilon(let epsilon): agrees(first.withEpsilon(epsilon))
    case .withoutBranches(let ids):
      agrees(first.keeping(Set(first.branches.map(\.id)).subtracting(ids)))
    case .withoutNorms(let ids): agrees(first.withoutNorms(of: Set(ids)))
    case .withoutPostNorm: first.postNorm != nil && agrees(first.withoutPostNorm())
    case .reversedInputs: agrees(first.reversingInputs())
    case .rounded(let type): agrees(first, FoldTolerance(storedAs: type))
    case .computed(let type):
      second.branches[0].isRepresentable(in: type) && agrees(first, FoldTolerance(computedIn: type))
    case .withoutBias, .otherBias, .otherOrder, .otherStatistics:
      ChannelGuess(first, second, tolerance).run() == guess
    case .scaled:
      if case .scaled = ChannelGuess(first, second, tolerance).run() { true } else { false }
    case .setOfFirst, .setOfSecond: false
    }
  }

  private func agrees(_ changed: Block, _ tolerance: FoldTolerance? = nil) -> Bool {
    FoldDifference(of: second, from: changed, tolerance: tolerance ?? self.tolerance).agrees
  }

  private var candidates: [Guess] {
    let ids = first.branches.map(\.id)
    let normed = first.branches.filter { $0.norm != nil }.map(\.id)
    var guesses = epsilons.map { Guess.epsilon($0) }
    guesses += subsets(of: ids).filter { $0.count < ids.count }.map { .withoutBranches($0) }
    guesses += subsets(of: normed).map { .withoutNorms($0) }
    guesses.append(.withoutPostNorm)
    if first.shape.inputChannels == 3 && first.shape.groups == 1 { guesses.append(.reversedInputs) }
    return guesses
  }

  private var roundings: [Guess] {
    [.rounded(.float16), .rounded(.bfloat16), .computed(.float16), .computed(.bfloat16)]
  }

  /// The usual epsilons, then the one that the kernels imply.
  private var epsilons: [Double] {
    guard let own = first.norms.first?.shape.epsilon else { return [] }
    let implied = ImpliedEpsilon(first, second).values
    return ([1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-12, 0] + implied).filter { $0 != own }
  }

  /// All subsets of up to four, smallest first; of more, only the single ones and all but one.
  private func subsets(of ids: [BranchID]) -> [[BranchID]] {
    let all = (1..<max(1 << min(ids.count, 16), 1)).map { bits in
      ids.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
    }
    let wanted =
      ids.count <= 4
      ? all : ids.map { [$0] } + ids.map { id in ids.filter { $0 != id } } + [ids]
    return wanted.filter { !$0.isEmpty }.sorted { $0.count < $1.count }
  }
}

extension Branch {
  /// Whether every number of the kernel is one of `type`, as after arithmetic in it.
  fileprivate func isRepresentable(in type: ElementType) -> Bool {
    kernel?.floats().allSatisfy { value in
      type == .bfloat16
        ? value.bitPattern & 0xFFFF == 0 : Float(halfBits: value.halfBits) == value
    } == true
  }
}
