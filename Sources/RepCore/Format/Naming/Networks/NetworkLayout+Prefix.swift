extension NetworkLayout {
  /// The module of the block at `path` in a network whose stages have `depths` blocks; nil where the layout
  /// has no name for it.
  func prefix(of path: BlockPath, depths: [Int]) -> String? {
    let (stage, block) = (path.stage, path.block)
    switch self {
    case .official: return path.description
    case .timm:
      guard stage > 0 else { return depths[0] == 1 ? "stem" : nil }
      return "stages.\(stage - 1).\(block)"
    case .mmpretrain:
      guard stage > 0 else { return depths[0] == 1 ? "stem" : nil }
      return "stage_\(stage).\(block)"
    case .plus:
      guard depths.count == 5, depths[0] == 1 else { return nil }
      switch stage {
      case 0: return "stage0"
      case 3:
        // The code cuts this stage in half for a classifier in between; an odd block goes to the second.
        let first = depths[3] / 2
        return block < first
          ? "stage3_first.blocks.\(block)" : "stage3_second.blocks.\(block - first)"
      default: return "stage\(stage).blocks.\(block)"
      }
    }
  }
}
