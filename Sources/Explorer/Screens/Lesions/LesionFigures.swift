internal import Canvas
internal import RepCore
internal import Words

/// What the screen of lesions shows, taken once per frame; the numbers come from answers.
struct LesionFigures {
  private let shared: Shared
  /// The branches in the order of the rows.
  let rows: [Lesion.Cut]
  /// The row under the cursor, that of the selected branch.
  let cursor: Int
  /// What is taken out by the user; empty for nothing.
  let lesion: Lesion
  /// Whether norms are measured anew.
  let measuresAnew: Bool
  /// Whether branches are drawn at random.
  let draws: Bool
  /// Whether there are pictures that the network can be tried on.
  let hasPictures: Bool
  /// Pictures that norms are measured anew on; 0 where there are none.
  let measured: Int

  /// Branches that are cut together at random.
  private static let sizes = [1, 2, 3, 4, 5, 6, 8]

  init(_ shared: Shared, _ screen: LesionsScreen) {
    self.shared = shared
    (lesion, draws) = (screen.lesion, screen.draws)
    hasPictures = shared.document.trialPictures != nil
    measured = shared.document.trainedPictures?.places.count ?? 0
    measuresAnew = screen.measuresAnew && measured > 0
    rows = LesionFigures.rows(shared, byLoss: screen.isByLoss)
    cursor = LesionFigures.cursor(shared, in: rows)
  }

  /// The branches, in order of execution or those first that are missed most.
  static func rows(_ shared: Shared, byLoss: Bool) -> [Lesion.Cut] {
    let cuts = shared.document.stored.cuts
    guard byLoss else { return cuts }
    return cuts.heaviestFirst { cut in
      let need = LesionNeed(cut, isMeasuredAnew: false, shared)
      return shared.answers[need].map { -Double($0.score.tally.hits) } ?? -.infinity
    }
  }

  /// The row of the selected branch, else that of the first branch of the selected block.
  static func cursor(_ shared: Shared, in rows: [Lesion.Cut]) -> Int {
    let selection = shared.selection
    let block = rows.indices.filter { rows[$0].block == selection.block }
    let first = shared.selectedBlock?.branches.first?.id
    return block.first { rows[$0].branch == selection.branch }
      ?? block.first { rows[$0].branch == first } ?? block.first ?? 0
  }
}

// MARK: - What is known

extension LesionFigures {
  /// The branch under the cursor; nil where there is none to cut.
  var selected: Lesion.Cut? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// What the sentences are about: what the user has taken out, else the branch under the cursor.
  var subject: Lesion {
    lesion.isEmpty ? Lesion(cutting: Set([selected].compactMap(\.self))) : lesion
  }

  /// The whole network.
  var whole: LesionPair { self[Lesion()] }

  /// The network without what a lesion takes out.
  subscript(lesion: Lesion) -> LesionPair {
    pair {
      LesionNeed(lesion, isMeasuredAnew: $0, shared)
    } trial: {
      $0
    }
  }

  private func pair<N: Need>(
    _ need: (_ isMeasuredAnew: Bool) -> N,
    trial: (N.Answer) -> LesionTrial
  ) -> LesionPair {
    func outcome(_ isMeasuredAnew: Bool) -> LesionOutcome {
      guard hasPictures, forms.contains(isMeasuredAnew) else { return .none }
      let need = need(isMeasuredAnew)
      if let answer = shared.answers[need] { return .known(trial(answer)) }
      return shared.answers.isKnown(need) ? .none : .coming
    }
    return LesionPair(cut: outcome(false), anew: outcome(true))
  }

  /// The network without the branch of a row.
  func pair(row: Int) -> LesionPair { self[Lesion(cutting: [rows[row]])] }

  /// The part of the pictures that are right in the whole network which the branch of a row costs, as cut.
  func loss(row: Int) -> Double? {
    guard let cut = pair(row: row).cut.tally, let whole = whole.cut.tally else { return nil }
    return whole.hits > 0 ? Double(max(0, whole.hits - cut.hits)) / Double(whole.hits) : 0
  }

  /// All branches of a kind, for each kind that several blocks have.
  var kinds: [(role: BranchRole, lesion: Lesion)] {
    let cuts = shared.document.stored.cuts
    return BranchRole.allCases.compactMap { role in
      let all = cuts.filter { $0.branch.role == role }
      return all.count > 1 ? (role, Lesion(cutting: Set(all))) : nil
    }
  }

  /// How many branches are cut at random.
  var sizes: [Int] { LesionFigures.sizes.filter { $0 < shared.document.stored.cuts.count } }

  /// The draws in the middle of those that cut so many branches at random.
  func drawn(_ size: Int) -> LesionPair {
    guard draws else { return LesionPair(cut: .none, anew: .none) }
    return pair {
      LesionDrawsNeed(size, isMeasuredAnew: $0, shared)
    } trial: {
      $0.median
    }
  }

  /// Why the subject cannot be found out.
  var refusal: Text? {
    shared.answers.refusal(of: LesionNeed(subject, isMeasuredAnew: false, shared))
  }
}

// MARK: - What is to be found out

extension LesionFigures {
  /// All that the screen needs, what is under the cursor in front.
  var needs: [any Need] {
    guard shared.document.hasTrainingForm, hasPictures else { return [] }
    let first = needs([false], [Lesion(), subject]) + needs(forms, [subject])
    let others = [Lesion()] + rows.map { Lesion(cutting: [$0]) } + kinds.map(\.lesion)
    let drawn = draws ? sizes.flatMap { size in forms.map { draw(size, $0) } } : []
    return first + forms.flatMap { needs([$0], others) } + drawn
  }

  /// As cut, and with norms measured anew where that is wanted.
  private var forms: [Bool] { measuresAnew ? [false, true] : [false] }

  private func needs(_ forms: [Bool], _ lesions: [Lesion]) -> [any Need] {
    lesions.flatMap { lesion in
      forms.map { LesionNeed(lesion, isMeasuredAnew: $0, shared) }
    }
  }

  private func draw(_ size: Int, _ isMeasuredAnew: Bool) -> any Need {
    LesionDrawsNeed(size, isMeasuredAnew: isMeasuredAnew, shared)
  }
}

extension LesionNeed {
  /// A lesion of the model that is shown.
  init(_ lesion: Lesion, isMeasuredAnew: Bool, _ shared: Shared) {
    self.init(lesion: lesion, isMeasuredAnew: isMeasuredAnew, threads: shared.trialThreads)
  }

  /// A single cut in the model that is shown.
  init(_ cut: Lesion.Cut, isMeasuredAnew: Bool, _ shared: Shared) {
    self.init(Lesion(cutting: [cut]), isMeasuredAnew: isMeasuredAnew, shared)
  }
}

extension LesionDrawsNeed {
  /// Draws in the model that is shown.
  init(_ size: Int, isMeasuredAnew: Bool, _ shared: Shared) {
    self.init(size: size, isMeasuredAnew: isMeasuredAnew, threads: shared.trialThreads)
  }
}

extension Shared {
  /// Threads that try a changed network; one where pictures must not depend on the machine.
  fileprivate var trialThreads: Int { live.isIllustrated ? 1 : live.threads }
}
