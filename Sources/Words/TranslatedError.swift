/// An error that says in each language what is wrong, where, and what to do, in one line.
public protocol TranslatedError: Error, CustomStringConvertible {
  /// The line.
  var words: Text { get }
}

extension TranslatedError {
  /// The line in English.
  public var description: String { words.en }
}

extension Text {
  /// What people are told of `error`; as it describes itself where it has no translation.
  public init(_ error: any Error) {
    self = (error as? any TranslatedError)?.words ?? Text(name: "\(error)")
  }
}
