/// Goes through a pickled `torch.nn.Module` and names its tensors as its `state_dict()` would.
struct ModuleWalk {
  private static let deepest = 64
  /// What an attribute of a module costs: about the memory of its facts in bytes.
  private static let effort = 16

  private let heap: PickleHeap
  private var set = SetBuilder()

  /// The attributes in which a module keeps its tensors and its children.
  private enum Attribute {
    static let parameters = "_parameters"
    static let buffers = "_buffers"
    static let children = "_modules"
    static let passing = "_non_persistent_buffers_set"
  }

  private init(_ heap: PickleHeap) { self.heap = heap }

  /// Whether an object with these attributes is a module.
  static func isModule(_ attributes: Mapping) -> Bool {
    attributes[Attribute.parameters] != nil && attributes[Attribute.children] != nil
  }

  /// The tensors and facts of the module `root`; nil when it has no tensors.
  static func set(
    of root: PickleRecord,
    named name: String,
    in heap: PickleHeap,
    reader: inout TensorReader
  ) throws(FormatError) -> CheckpointSet? {
    var walk = ModuleWalk(heap)
    try walk.visit(root, path: "", depth: 0, &reader)
    return walk.set.set(named: name)
  }

  private mutating func visit(
    _ module: PickleRecord,
    path: String,
    depth: Int,
    _ reader: inout TensorReader
  ) throws(FormatError) {
    guard depth < Self.deepest else {
      throw FormatError(
        .unsupported,
        en: "modules stand in each other more than \(depth) deep",
        vi: "các mô-đun lồng nhau sâu hơn \(depth) tầng"
      )
    }
    let attributes = heap.attributes(of: module)
    try reader.budget.spend(Self.effort * (attributes.effort + 1) + path.utf8.count)
    guard Self.isModule(attributes) else { return }
    set.modules[path] = ModuleFacts(
      fullName: heap.className(of: module),
      attributes,
      in: heap
    )
    let prefix = path.isEmpty ? "" : path + "."
    let passing = attributes[Attribute.passing].map { heap.members(of: $0) } ?? []
    try reader.budget.spend(passing.count)
    let skipped = Set(passing.compactMap { heap.text($0) })
    for attribute in [Attribute.parameters, Attribute.buffers] {
      for (name, value) in try entries(attributes[attribute], &reader)
      where attribute == Attribute.parameters || !skipped.contains(name) {
        try set.add(prefix + name, value, from: &reader)
      }
    }
    for (name, value) in try entries(attributes[Attribute.children], &reader) {
      guard let child = heap.record(value) else { continue }
      try visit(child, path: prefix + name, depth: depth + 1, &reader)
    }
  }

  private func entries(
    _ reference: PickleReference?,
    _ reader: inout TensorReader
  ) throws(FormatError) -> [(name: String, value: PickleReference)] {
    guard let reference else { return [] }
    let mapping = heap.mapping(of: reference)
    try reader.budget.spend(mapping.effort)
    return mapping.entries
  }
}
