/// The places that were left by a jump, to go back to and forward again.
struct JumpList: Sendable {
  private var back: [Jump] = []
  private var forward: [Jump] = []

  /// How many are kept.
  private static let most = 100

  /// Remembers the place that is left; what lay ahead is forgotten.
  mutating func leave(_ jump: Jump) {
    guard back.last != jump else { return }
    back.append(jump)
    if back.count > JumpList.most { back.removeFirst() }
    forward = []
  }

  /// The place before, seen from `here`; nil at the beginning.
  mutating func goBack(from here: Jump) -> Jump? {
    while let jump = back.popLast() {
      guard jump != here else { continue }
      forward.append(here)
      return jump
    }
    return nil
  }

  /// The place that was left by going back; nil at the end.
  mutating func goForward(from here: Jump) -> Jump? {
    guard let jump = forward.popLast() else { return nil }
    back.append(here)
    return jump
  }
}

/// A place to jump to: a screen and what is selected.
struct Jump: Hashable, Sendable {
  let screen: ScreenID
  let selection: Selection
}
