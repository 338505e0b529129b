/// Where a model comes from, so that it can be read, and read again.
public enum ModelSource: Hashable, Sendable {
  /// It is built in.
  case builtIn(BuiltIn)
  /// The file at a path.
  case file(String)
  /// A published network with random weights, by its name: `RepVGG-A0`.
  case published(String)

  /// A network that the program brings with it.
  public enum BuiltIn: String, Hashable, Sendable, CaseIterable {
    /// The small RepVGG that is shown where no file is named.
    case digits
    /// The same of QARepVGG blocks.
    case quantizationAware = "digits-qa"
  }

  /// What is shown where nothing is named.
  public static let sample = ModelSource.builtIn(.digits)

  /// What stands before the name of a published network.
  private static let zoo = "zoo:"
  /// What stands before the name of a network that is built in.
  private static let samples = "sample:"

  /// What a user types: a path, `zoo:RepVGG-A0`, or `sample:digits-qa`.
  public init(_ text: String) {
    let name = text.hasPrefix(ModelSource.samples) ? text.dropFirst(ModelSource.samples.count) : ""
    self =
      if let sample = BuiltIn(rawValue: String(name)) {
        .builtIn(sample)
      } else if text.hasPrefix(ModelSource.zoo) {
        .published(String(text.dropFirst(ModelSource.zoo.count)))
      } else {
        .file(text)
      }
  }

  /// What a user types for it; nil for what is shown without a name.
  var typed: String? {
    switch self {
    case .sample: nil
    case .builtIn(let sample): ModelSource.samples + sample.rawValue
    case .file(let path): path
    case .published(let name): ModelSource.zoo + name
    }
  }
}
