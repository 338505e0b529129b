/// A channel whose batch norm cannot be right.
///
/// Folding such a norm and running it agree with each other, so comparing the forms would not find it.
public struct NormFault: Hashable, Sendable, CustomStringConvertible {
  /// Where the norm stands: `stage1.0 3x3`.
  public let place: String
  /// The first channel that is wrong.
  public let channel: Int
  /// What is wrong with it.
  public let reason: String

  /// One line: the place, the channel and the reason.
  public var description: String { "\(place), channel \(channel): \(reason)" }

  /// Faults of all norms of `block`, at most one for each norm.
  static func find(in block: Block) -> [NormFault] {
    var faults = block.branches.compactMap { branch in
      branch.norm.flatMap { find(in: $0, place: "\(block.shape.title) \(branch.id)") }
    }
    if let fault = block.postNorm.flatMap({
      find(in: $0, place: "\(block.shape.title) norm after the sum")
    }) {
      faults.append(fault)
    }
    return faults
  }

  private static func find(in norm: BatchNorm, place: String) -> NormFault? {
    let variance = norm.variance.doubles()
    let fold = NormFold(norm)
    for channel in variance.indices {
      let reason: String? =
        if !(variance[channel] >= 0 && variance[channel].isFinite) {
          "variance \(variance[channel]) is not a variance"
        } else if !fold.scale[channel].isFinite || !fold.shift[channel].isFinite {
          "its scale or shift is not finite"
        } else {
          nil
        }
      if let reason { return NormFault(place: place, channel: channel, reason: reason) }
    }
    return nil
  }
}
