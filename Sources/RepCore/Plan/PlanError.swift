public import Words

/// Why a plan cannot be made, in one line.
public struct PlanError: TranslatedError, Hashable {
  /// What sort of fault it is.
  public enum Kind: Hashable, Sendable {
    /// An option that cannot be met.
    case option
    /// A block that folds but does not run.
    case block(BlockPath, [RunObstacle])
    /// Memory that is not there.
    case memory
  }

  /// What sort of fault it is.
  public let kind: Kind
  /// What is wrong and what to do.
  public let words: Text

  init(_ kind: Kind, _ words: Text) {
    self.kind = kind
    self.words = words
  }

  init(_ error: MemoryError) { self.init(.memory, error.words) }
}

extension PlanError {
  /// `block` does not run, in words that end with what can be done.
  init?(_ block: BlockShape) {
    guard let reason = block.obstacleWords else { return nil }
    let title = FormatError.clipped(block.title)
    self.init(
      .block(block.path, block.obstacles),
      Text(
        en: "\(title) does not run: \(reason.en); it can be folded and verified",
        vi: "\(title) không chạy được: \(reason.vi); vẫn gộp và kiểm tra được nó"
      )
    )
  }
}

extension Network {
  /// Throws a `PlanError` for the first block that does not run: nothing runs as something else.
  ///
  /// Blocks that stand alone do without those that do not run, as long as there are others.
  func requireRunning() throws(PlanError) {
    guard head != nil || stoppedBlocks.count == blocks.count else { return }
    if let error = stoppedBlocks.first.flatMap(PlanError.init) { throw error }
  }

  /// The blocks that do not run.
  var stoppedBlocks: [BlockShape] { blocks.map(\.shape).filter { !$0.runs } }
}
