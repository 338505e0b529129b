/// Where a model comes from, so that it can be read, and read again.
public enum ModelSource: Hashable, Sendable {
  /// It is built in.
  case sample
  /// The file at a path.
  case file(String)
  /// A published network with random weights, by its name: `RepVGG-A0`.
  case published(String)

  /// What stands before the name of a published network.
  private static let zoo = "zoo:"

  /// What a user types: a path, or `zoo:RepVGG-A0`.
  public init(_ text: String) {
    self =
      text.hasPrefix(ModelSource.zoo)
      ? .published(String(text.dropFirst(ModelSource.zoo.count))) : .file(text)
  }

  /// What a user types for it; nil for what is built in.
  var typed: String? {
    switch self {
    case .sample: nil
    case .file(let path): path
    case .published(let name): ModelSource.zoo + name
    }
  }
}
