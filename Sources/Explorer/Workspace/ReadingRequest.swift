public import RepCore

/// What is to be read, and what becomes of it.
public struct ReadingRequest: Hashable, Sendable {
  /// Where it is.
  public let source: ModelSource
  /// How it is read.
  public let options: ReadingOptions
  /// The model that it takes the place of; nil for one more.
  let replaces: ModelID?
  /// Whether one more is shown as soon as it is there.
  var isShown = true
}
