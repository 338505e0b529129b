/// One set of tensors of a file: all of a safetensors file, or one state dictionary of a checkpoint.
public struct CheckpointSet: Sendable {
  /// Where it was found: `model`, `ema`, `state_dict`; empty for a file that is itself one set.
  public let name: String
  /// Its tensors under the names that they have in the set.
  public let checkpoint: Checkpoint
  /// What a pickled module says of itself and its parts, by module path; empty for a state dictionary.
  public let modules: [String: ModuleFacts]

  /// A set of tensors.
  public init(name: String, checkpoint: Checkpoint, modules: [String: ModuleFacts] = [:]) {
    self.name = name
    self.checkpoint = checkpoint
    self.modules = modules
  }
}

/// What a pickled module says of itself: the plain values among its attributes.
public struct ModuleFacts: Hashable, Sendable {
  /// The class with its modules: `torch.nn.modules.conv.Conv2d`.
  public let fullClassName: String
  /// Whole numbers and tuples of them: `stride`, `padding`, `groups`.
  public let integers: [String: [Int]]
  /// Other numbers: `eps`.
  public let numbers: [String: Double]
  /// True and false.
  public let flags: [String: Bool]

  /// The facts of a module.
  public init(
    fullClassName: String,
    integers: [String: [Int]] = [:],
    numbers: [String: Double] = [:],
    flags: [String: Bool] = [:]
  ) {
    self.fullClassName = fullClassName
    self.integers = integers
    self.numbers = numbers
    self.flags = flags
  }

  /// The class without its modules: `Conv2d`.
  public var className: String {
    String(fullClassName.split(separator: ".").last ?? "")
  }
}
