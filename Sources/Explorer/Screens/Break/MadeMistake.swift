internal import RepCore
internal import Words

/// A mistake that the user has made on purpose, to be seen on the screens and nowhere else.
struct MadeMistake: Hashable, Sendable {
  /// Which mistake.
  let mistake: Mistake
  /// The only block that it is made in; nil for every block that it concerns.
  let only: BlockPath?

  /// Whether it is made in a block.
  func isMade(in block: BlockShape) -> Bool {
    mistake.concerns(block) && (only == nil || only == block.path)
  }
}

extension Shared {
  /// The mistake in the selected block; nil where it is as it should be.
  var mistakeInBlock: Mistake? {
    guard let mistake, let shape = selectedBlock?.shape, mistake.isMade(in: shape) else {
      return nil
    }
    return mistake.mistake
  }

  /// The fold of the selected block, with the mistake that was made in it.
  var selectedFold: BlockFold? { selectedBlock.map { BlockFold($0, making: mistakeInBlock) } }
}
