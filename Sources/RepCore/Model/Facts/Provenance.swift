/// Where a fact about a network came from.
public enum Provenance: Hashable, Sendable {
  /// The names and shapes of the tensors.
  case tensors
  /// What a pickled module says of itself.
  case module
  /// The file's own description of its network.
  case metadata
  /// Whoever asked for the file to be read.
  case user
  /// The code base that alone uses these names: it has this value unless somebody changed it there.
  case code(String)
  /// The published network that all tensors fit.
  case variant(String)
  /// Nowhere: the usual value.
  case nowhere

  /// A word or two, as JSON has it: `tensors`, `module`, `code: YOLOv7`.
  public var title: String {
    switch self {
    case .tensors: "tensors"
    case .module: "module"
    case .metadata: "metadata"
    case .user: "user"
    case .code(let name): "code: \(name)"
    case .variant(let name): "variant: \(name)"
    case .nowhere: "nowhere"
    }
  }

  /// Whether the value was not told by the file or the user, and so may be wrong.
  public var isAssumed: Bool {
    switch self {
    case .tensors, .module, .metadata, .user: false
    case .code, .variant, .nowhere: true
    }
  }
}

/// A value with where it came from.
public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What holds.
  public var value: Value
  /// Who says so.
  public var source: Provenance

  /// `value`, as `source` has it.
  public init(_ value: Value, _ source: Provenance) {
    self.value = value
    self.source = source
  }
}
