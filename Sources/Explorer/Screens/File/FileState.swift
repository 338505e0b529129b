/// Where the file screen stands.
public struct FileState: Hashable, Sendable {
  /// The first line that is shown.
  public var offset = 0
}
