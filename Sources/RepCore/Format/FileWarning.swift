public import Words

/// What a user should know of a file though it opens.
public enum FileWarning: Hashable, Sendable {
  /// Its name says another form than its tensors.
  case name(claims: Form, holds: Form)
  /// The set of this name, which would have been read, does not open, for this reason.
  case set(String, reason: Text)
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
  /// One line, in English.
  public var description: String { words.en }

  /// One line.
  public var words: Text {
    switch self {
    case .name(let claims, let holds):
      Text(
        en: "the file's name says \(claims.rawValue), but its tensors are the "
          + "\(holds.rawValue) form",
        vi: "tên tệp nói \(claims.rawValue), nhưng tensor của nó là dạng \(holds.rawValue)"
      )
    case .set(let name, let reason):
      Text(
        en: "the set \(name.isEmpty ? "without a name" : FormatError.clipped(name)) "
          + "does not open: ",
        vi: "bộ \(name.isEmpty ? "không tên" : FormatError.clipped(name)) không mở được: "
      ) + reason
    case .head(let reason):
      Text(en: "the classifier is not read: ", vi: "không đọc bộ phân lớp: ")
        + reason.words
    case .gap(let block):
      Text(
        en: "blocks are missing before \(FormatError.clipped(block)); the others stand alone",
        vi: "thiếu khối trước \(FormatError.clipped(block)); các khối khác đứng riêng"
      )
    case .graph(let names):
      Text(
        en: "what \(FormatError.listing(names)) \(names.count == 1 ? "does" : "do") "
          + "is not known, so the blocks stand alone",
        vi: "không biết \(FormatError.listing(of: names).vi) làm gì, nên các khối đứng riêng"
      )
    case .foldedTwin(let names, let difference):
      Text(
        en: "the folded convolution beside the branches of \(FormatError.listing(names)) "
          + "is not what they fold to, by \(Self.rounded(difference)) of the largest tap; "
          + "the branches count",
        vi: "conv đã gộp cạnh các nhánh của \(FormatError.listing(of: names).vi) "
          + "không phải là kết quả gộp của chúng, lệch \(Self.rounded(difference)) của ô lớn nhất; "
          + "các nhánh được dùng"
      )
    case .unwritable(let name, let type):
      Text(
        en: "\(FormatError.clipped(name)) is \(FormatError.clipped(type)), "
          + "which no safetensors file can carry; fold leaves it out",
        vi: "\(FormatError.clipped(name)) là \(FormatError.clipped(type)), "
          + "thứ không tệp safetensors nào chứa được; fold bỏ nó ra"
      )
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
