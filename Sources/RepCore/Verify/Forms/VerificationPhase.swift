internal import Synchronization

/// What a verification is at, in this order.
public enum VerificationPhase: String, Hashable, Sendable, CaseIterable {
  /// Folding the blocks.
  case folding
  /// Checking the blocks' folds, each alone.
  case blocks
  /// Running the oracle, block by block.
  case oracle
  /// Running the forms on the engine.
  case engine
}

/// Counts the pieces of a phase that are done, on whichever thread they are.
final class PhaseProgress: Sendable {
  private let done = Mutex(0)
  private let total: Int
  private let report: @Sendable (_ done: Int, _ total: Int) -> Void

  /// Counts up to `total` pieces of `phase`.
  init(
    _ phase: VerificationPhase,
    total: Int,
    _ report: @escaping @Sendable (VerificationPhase, _ done: Int, _ total: Int) -> Void
  ) {
    self.total = total
    self.report = { report(phase, $0, $1) }
  }

  /// One more piece is done.
  func advance() {
    done.withLock { done in
      done += 1
      report(done, total)
    }
  }
}
