/// Finds the sets of tensors in what was pickled: state_dicts and modules, a few levels deep.
///
/// A dictionary from texts to tensors is a set. So is a module. A dictionary that holds sets is a
/// wrapper, and tensors directly in it, such as a best accuracy, are no weights; but where a tensor's
/// name has a dot, the dictionary is a state_dict whatever else is in it. Attributes of other objects
/// are looked through like a dictionary. The state of an optimizer is no set: it is told by its keys
/// `state` and `param_groups`, or by its own name in the wrapper.
struct SetFinder {
  private static let deepest = 4
  private static let mostSets = 64
  /// Longer lists hold data, not networks.
  private static let mostListed = 16

  private let heap: PickleHeap
  private var reader: TensorReader
  private var found: [(path: [String], set: CheckpointSet)] = []

  init(_ container: TorchContainer) {
    heap = container.heap
    reader = TensorReader(container.heap, container.storages)
  }

  /// All sets of the object at `root`, the one to take by default first.
  static func sets(of container: TorchContainer) throws(FormatError) -> [CheckpointSet] {
    var finder = SetFinder(container)
    try finder.visit(container.root, path: [])
    return finder.found.enumerated()
      .sorted {
        (SetName.rank($0.element.path), $0.offset) < (SetName.rank($1.element.path), $1.offset)
      }
      .map(\.element.set)
  }

  private mutating func visit(_ reference: PickleReference, path: [String]) throws(FormatError) {
    guard path.count <= Self.deepest, found.count < Self.mostSets else { return }
    if let module = heap.record(reference) {
      let attributes = heap.attributes(of: module)
      try reader.budget.spend(attributes.effort)
      if ModuleWalk.isModule(attributes) { return try addModule(module, path) }
    }
    let entries = try self.entries(of: reference)
    let isOptimizer = ["state", "param_groups"].allSatisfy { key in
      entries.contains { $0.name == key }
    }
    if isOptimizer { return }
    let tensors = entries.filter { TensorCall($0.value, in: heap) != nil }
    let before = found.count
    if !tensors.contains(where: { $0.name.contains(".") }) {
      for (name, value) in entries where !SetName.isHelper(name) {
        try reader.budget.spend(name.utf8.count)
        try visit(value, path: path + [name])
      }
    }
    if found.count == before { try addDictionary(tensors, path) }
  }

  private mutating func addModule(
    _ module: PickleRecord,
    _ path: [String]
  ) throws(FormatError) {
    let set = try ModuleWalk.set(
      of: module,
      named: path.joined(separator: "."),
      in: heap,
      reader: &reader
    )
    if let set { found.append((path, set)) }
  }

  private mutating func addDictionary(
    _ tensors: [(name: String, value: PickleReference)],
    _ path: [String]
  ) throws(FormatError) {
    var builder = SetBuilder()
    for (name, value) in tensors { try builder.add(name, value, from: &reader) }
    if let set = builder.set(named: path.joined(separator: ".")) { found.append((path, set)) }
  }

  /// What stands in a dictionary, an object or a short list, by name.
  private mutating func entries(
    of reference: PickleReference
  ) throws(FormatError) -> [(name: String, value: PickleReference)] {
    switch heap[reference] {
    case .list(let items), .tuple(let items):
      let items = heap[items]
      try reader.budget.spend(min(items.count, Self.mostListed))
      return items.count > Self.mostListed ? [] : items.enumerated().map { ("\($0)", $1) }
    default:
      var mapping = heap.mapping(of: reference)
      if mapping.names.isEmpty, let record = heap.record(reference) {
        mapping = heap.attributes(of: record)
      }
      try reader.budget.spend(mapping.effort)
      return mapping.entries
    }
  }
}
