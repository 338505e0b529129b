/// Where and why a text is not JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong there.
  public let message: String
  /// Byte of the text, from 0.
  public let offset: Int

  /// The reason with its place.
  public var description: String { "\(message) at byte \(offset)" }
}
