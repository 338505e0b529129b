internal import Words

/// What was needed, and what is known by now; an answer takes some hundred bytes, that of a wide
/// block some numbers for each channel, large ones megabytes, and a frame needs tens.
struct Answers: Sendable {
  private var known: [NeedKind: [AnyNeed: Found]] = [:]
  /// Needs that the user did not want to wait for.
  private var givenUp: Set<AnyNeed> = []
  /// What the frame that is shown lacks, what it wants first in front.
  private(set) var missing: [AnyNeed] = []

  /// The answer to a need, as soon as there is one.
  subscript<N: Need>(need: N) -> N.Answer? {
    guard case .answer(let answer)? = found(need) else { return nil }
    return answer as? N.Answer
  }

  /// The answers to all needs of a kind.
  func all<N: Need>(_ type: N.Type) -> [N.Answer] {
    (known[NeedKind(of: N.self)] ?? [:]).values.compactMap { found in
      if case .answer(let answer) = found { answer as? N.Answer } else { nil }
    }
  }

  /// Whether all is known that there is to know for a need.
  func isKnown(_ need: some Need) -> Bool { found(need) != nil }

  /// Whether a need waits for its answer.
  func isMissing(_ need: some Need) -> Bool { missing.contains(AnyNeed(need)) }

  /// Why something that was needed cannot be found out; nil where it can, or is not known yet.
  func refusal(of need: some Need) -> Text? {
    if case .refused(let reason)? = found(need) { reason } else { nil }
  }

  private func found<N: Need>(_ need: N) -> Found? {
    known[NeedKind(of: N.self)]?[AnyNeed(need)]
  }
}

// MARK: - What comes in

extension Answers {
  /// Takes over what was found out; of large answers only the last one of a kind is kept.
  mutating func receive(_ found: Found, to need: AnyNeed) {
    if need.kind.isLarge { known[need.kind] = [:] }
    known[need.kind, default: [:]][need] = found
    missing.removeAll { $0 == need }
  }

  /// Notes what the frame that is shown needs; what was given up is begun anew when it is needed again.
  ///
  /// - Returns: what it lacks now, in place of what was lacking before; nil where that is the same.
  mutating func lacking(_ needs: [AnyNeed]) -> [AnyNeed]? {
    for need in givenUp where !needs.contains(need) {
      known[need.kind]?[need] = nil
      givenUp.remove(need)
    }
    let lacking = needs.filter { known[$0.kind]?[$0] == nil }
    guard lacking != missing else { return nil }
    missing = lacking
    return lacking
  }

  /// Notes that the user does not want to wait for a need, as long as it is shown.
  mutating func giveUp(_ need: AnyNeed) {
    receive(.refused(Answers.wasGivenUp), to: need)
    givenUp.insert(need)
  }

  private static let wasGivenUp = Text(
    en: "given up; it begins anew when the screen is shown again",
    vi: "đã dừng; sẽ bắt đầu lại khi màn hình được mở lại"
  )

  /// Forgets the answers to all needs of a kind.
  mutating func forget<N: Need>(_ type: N.Type) { known[NeedKind(of: N.self)] = nil }

  /// Forgets that anything was asked for, since nobody finds it out.
  mutating func giveUp() { missing = [] }
}
