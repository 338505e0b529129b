/// What a user should know of a file though it opens.
public enum FileWarning: Hashable, Sendable {
  /// Its name says another form than its tensors.
  case name(claims: Form, holds: Form)
  /// The set of this name, which would have been read, does not open, for this reason.
  case set(String, reason: String)
  /// The classifier is there, but not read.
  case head(OpaqueReason)
  /// Blocks are missing in front of this one.
  case gap(before: String)
  /// Tensors beside blocks and classifier may change what the network computes.
  case graph([String])
  /// The folded convolution beside the branches of these blocks is not what they fold to, by this much
  /// of the largest tap.
  case foldedTwin([String], difference: Double)
  /// A tensor that no safetensors file can carry, with its type.
  case unwritable(String, type: String)
}

extension FileWarning: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .name(let claims, let holds):
      "the file's name says \(claims.rawValue), but its tensors are the \(holds.rawValue) form"
    case .set(let name, let reason):
      "the set \(name.isEmpty ? "without a name" : FormatError.clipped(name)) does not open: \(reason)"
    case .head(let reason): "the classifier is not read: \(reason)"
    case .gap(let block):
      "blocks are missing before \(FormatError.clipped(block)); the others stand alone"
    case .graph(let names):
      "what \(FormatError.listing(names)) \(names.count == 1 ? "does" : "do") is not known, so the blocks "
        + "stand alone"
    case .foldedTwin(let names, let difference):
      "the folded convolution beside the branches of \(FormatError.listing(names)) is not what they fold "
        + "to, by \(Self.rounded(difference)) of the largest tap; the branches count"
    case .unwritable(let name, let type):
      "\(FormatError.clipped(name)) is \(FormatError.clipped(type)), which no safetensors file can carry; "
        + "fold leaves it out"
    }
  }

  /// A share with two digits: `0.012`.
  private static func rounded(_ share: Double) -> String {
    guard share.isFinite, share > 0 else { return "\(share)" }
    var (scale, value) = (1.0, share)
    while value < 10 { (value, scale) = (value * 10, scale * 10) }
    return "\(value.rounded() / scale)"
  }
}
