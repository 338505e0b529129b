/// The account of a checkpoint's tensors: which made up blocks and classifier, and what else is there.
public struct Coverage: Hashable, Sendable {
  /// Tensors that the blocks and the classifier are made of; all of them were found.
  public let taken: Int
  /// Names without meaning for inference: counters of norms, auxiliary heads, placeholders.
  public let ignored: [String]
  /// Names that belong to no block, where the graph around the blocks is not known.
  public let opaque: [String]

  /// Names in the checkpoint.
  public var found: Int { taken + ignored.count + opaque.count }
}
