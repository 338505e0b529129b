/// Why a plan cannot be made, in one line.
public struct PlanError: Error, Hashable, Sendable, CustomStringConvertible {
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
  public let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  init(_ error: MemoryError) { self.init(.memory, error.description) }
}

extension PlanError {
  /// `block` does not run, in words that end with what can be done.
  init?(_ block: BlockShape) {
    guard let reason = block.obstacleWords else { return nil }
    self.init(
      .block(block.path, block.obstacles),
      "\(FormatError.clipped(block.title)) does not run: \(reason); it can be folded and verified"
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
