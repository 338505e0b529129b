/// One set of tensors in a PyTorch checkpoint: a state_dict or the parameters of a pickled module.
public struct CheckpointSet: Sendable {
  /// Where it was found: `model`, `ema`, `state_dict`; empty for a file that is itself one set.
  public let name: String
  /// The tensors under their names in the set; prefixes such as `module.` are untouched.
  public let checkpoint: Checkpoint
  /// The names of all tensors, those of `checkpoint.opaque` too, in the order of the file.
  public let names: [String]
  /// What modules say of themselves, by their path; empty for a state_dict.
  public let modules: [String: ModuleFacts]
}

extension CheckpointSet {
  /// A file that is itself one set, and tells no order of its tensors.
  init(_ checkpoint: Checkpoint) {
    let names = checkpoint.names.map { ($0, NaturalOrder($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    self.init(name: "", checkpoint: checkpoint, names: names, modules: [:])
  }
}
