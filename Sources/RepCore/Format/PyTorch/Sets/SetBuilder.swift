/// Collects the tensors of one set.
struct SetBuilder {
  /// What one more name costs: about its memory in bytes.
  private static let effort = 64

  private var names: [String] = []
  private var tensors: [String: Tensor] = [:]
  private var opaque: [String: String] = [:]
  var modules: [String: ModuleFacts] = [:]

  /// Adds the tensor at `reference`; what is no tensor is passed over.
  mutating func add(
    _ name: String,
    _ reference: PickleReference,
    from reader: inout TensorReader
  ) throws(FormatError) {
    switch try reader.tensor(reference, named: name) {
    case nil: return
    case .tensor(let tensor): tensors[name] = tensor
    case .opaque(let type): opaque[name] = type
    }
    try reader.budget.spend(Self.effort + name.utf8.count)
    names.append(name)
  }

  /// The set, called `name`; nil when it has no tensors.
  func set(named name: String) -> CheckpointSet? {
    guard !names.isEmpty else { return nil }
    return CheckpointSet(
      name: name,
      checkpoint: Checkpoint(tensors: tensors, opaque: opaque, metadata: [:], data: 0..<0),
      names: names,
      modules: modules
    )
  }
}
