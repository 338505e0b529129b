/// Where a block stands: its stage and its place in the stage, both counted from 0.
///
/// Written as the official code names its modules: `stage0` for the single block of the first stage,
/// `stage3.2` for the third block of the fourth.
public struct BlockPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Stage, from 0.
  public let stage: Int
  /// Block inside the stage, from 0.
  public let block: Int

  /// The path of block `block` in stage `stage`.
  public init(stage: Int, block: Int) {
    self.stage = stage
    self.block = block
  }

  /// The name of the block in the official code: `stage0`, `stage1.0` and so on.
  public var description: String { stage == 0 && block == 0 ? "stage0" : "stage\(stage).\(block)" }

  /// Order of execution.
  public static func < (left: BlockPath, right: BlockPath) -> Bool {
    (left.stage, left.block) < (right.stage, right.block)
  }
}
