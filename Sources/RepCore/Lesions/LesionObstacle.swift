public import Words

/// Why something cannot be taken out of a network.
public enum LesionObstacle: TranslatedError, Hashable {
  /// The network has no such block, or the block no such branch.
  case absentBranch(Lesion.Cut)
  /// The network has no such block.
  case absentBlock(BlockPath)
  /// What comes in is no map of the shape that goes out.
  case reshapes(BlockShape)

  /// What is wrong, and what to do.
  public var words: Text {
    switch self {
    case .absentBranch(let cut):
      Text(
        en: "\(cut.block) has no branch \(cut.branch); cut one that it has",
        vi: "\(cut.block) không có nhánh \(cut.branch); hãy cắt một nhánh mà nó có"
      )
    case .absentBlock(let path):
      Text(
        en: "there is no block \(path); skip one of the network",
        vi: "không có khối \(path); hãy bỏ qua một khối của mạng"
      )
    case .reshapes(let block):
      Text(
        en: "\(block.title) cannot be skipped: it makes \(block.outputChannels) channels of "
          + "\(block.inputChannels) at stride \(block.stride); skip one that keeps the shape",
        vi: "không bỏ qua được \(block.title): nó biến \(block.inputChannels) kênh thành "
          + "\(block.outputChannels) với stride \(block.stride); hãy chọn khối giữ nguyên kích thước"
      )
    }
  }
}

extension BlockShape {
  /// Whether the block can be skipped: what comes in has the shape of what goes out.
  public var canBeSkipped: Bool { admitsIdentity }
}
