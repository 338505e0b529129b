public import Words

/// Memory that is needed and not there.
public struct MemoryError: TranslatedError, Hashable {
  /// All bytes that are needed.
  public let bytes: Int
  /// What for.
  public let purpose: MemoryPurpose

  /// Says that there is no memory for `bytes` bytes of `purpose`.
  public init(bytes: Int, purpose: MemoryPurpose) {
    self.bytes = bytes
    self.purpose = purpose
  }

  /// One line: `no memory for 49152 MiB of activations`.
  public var words: Text {
    let size = (max(bytes, 1) - 1) >> 20 + 1
    return Text(en: "no memory for \(size) MiB of ", vi: "không đủ bộ nhớ: cần \(size) MiB cho ")
      + purpose.words
  }
}
