/// A value inside a network that a run can hand out beside the logits.
public enum ObservedValue: Hashable, Sendable {
  /// What a block gives to the next one: the map behind its activation.
  case block(BlockPath)
  /// What one branch of a block gives to the sum, behind its norm, in the form as written.
  case branch(BlockPath, BranchID)

  /// The block that it belongs to.
  public var path: BlockPath {
    switch self {
    case .block(let path), .branch(let path, _): path
    }
  }
}

/// Where a value lies, and from when on: until a later step works on it in place or reuses its memory.
struct ObservedPlace: Hashable, Sendable {
  /// The step that completes it.
  let step: Int
  /// The blocked map that it fills.
  let buffer: BufferID
}
