public import Words

/// Where and why a text is not JSON.
public struct JSONError: TranslatedError, Hashable {
  /// What is wrong there.
  public let message: Text
  /// Byte of the text, from 0.
  public let offset: Int

  /// The reason with its place.
  public var words: Text {
    message + Text(en: " at byte \(offset)", vi: " ở byte \(offset)")
  }
}
