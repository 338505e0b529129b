/// Memory that is needed and not there.
public struct MemoryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// All bytes that are needed.
  public let bytes: Int
  /// What for, in words that follow "of": `activations`.
  public let purpose: String

  /// Says that there is no memory for `bytes` bytes of `purpose`.
  public init(bytes: Int, purpose: String) {
    self.bytes = bytes
    self.purpose = purpose
  }

  /// One line: `no memory for 49152 MiB of activations`.
  public var description: String {
    "no memory for \((max(bytes, 1) - 1) >> 20 + 1) MiB of \(purpose)"
  }
}
