/// The program that writes a file, as the file tells.
public struct ProducerName: Hashable, Sendable {
  /// The program's name.
  public let name: String
  /// Its version.
  public let version: String

  /// A program.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
