/// Finds the classifier behind the blocks of a known network.
struct HeadFinder {
  /// A classifier's tensors.
  struct Found {
    let slots: LinearSlots
    let classes: Int
    /// Whether it has a bias; without one, zeros stand in.
    let hasBias: Bool
    /// Its names.
    let names: Set<String>
  }

  /// What became of the search.
  enum Result {
    case found(Found)
    /// There is a classifier by its name, but a tensor of it is not read.
    case unread(OpaqueReason)
    case none
  }

  private let checkpoint: Checkpoint
  private let names: Set<String>
  private let features: Int

  /// Looks among `names`, which stand in no block, for a map from `features` channels.
  init(_ checkpoint: Checkpoint, names: [String], features: Int) {
    self.checkpoint = checkpoint
    self.names = Set(names)
    self.features = features
  }

  /// The classifier under the layout's own name, behind `wrapper` or a part of it; else the only linear
  /// map from as many channels.
  func find(_ layout: NetworkLayout, behind wrapper: String) -> Result {
    for module in layout.heads {
      for prefix in wrapper.modulesBefore.reversed() + [""] {
        let weight = "\(prefix)\(module).weight"
        guard names.contains(weight) else { continue }
        return result(prefix + module)
      }
    }
    let fitting = names.filter { name in
      name.hasSuffix(".weight") && checkpoint.tensors[name]?.shape.count == 2
        && checkpoint.tensors[name]?.shape[1] == features
    }
    guard fitting.count == 1, let name = fitting.first else { return .none }
    return result(String(name.dropLast(".weight".count)))
  }

  private func result(_ module: String) -> Result {
    let (weight, bias) = ("\(module).weight", "\(module).bias")
    for name in [weight, bias] where names.contains(name) {
      if let reason = TensorTake.reasonAgainstType(name, in: checkpoint) { return .unread(reason) }
    }
    guard let shape = checkpoint.tensors[weight]?.shape, shape.count == 2, shape[0] > 0 else {
      return .none
    }
    guard shape[1] == features else {
      return .unread(.shape(weight, shape, needed: [shape[0], features]))
    }
    let hasBias = names.contains(bias)
    return .found(
      Found(
        slots: LinearSlots(module, kernel: [shape[0], features], bias: [shape[0]]),
        classes: shape[0],
        hasBias: hasBias,
        names: hasBias ? [weight, bias] : [weight]
      )
    )
  }
}
