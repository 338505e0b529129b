/// The text keys of a dictionary or of an object's attributes, in their order, with their values.
struct Mapping {
  /// Keys in the order in which they first came.
  private(set) var names: [String] = []
  private var values: [String: PickleReference] = [:]
  /// What reading it has cost, for whoever bounds the work: an entry of a dictionary costs a few looks.
  let effort: Int

  /// Of keys and values in turn; a later value replaces an earlier one, and other keys are passed over.
  init(_ pairs: [PickleReference], in heap: PickleHeap) {
    effort = 4 * pairs.count
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      guard let name = heap.text(pairs[index]) else { continue }
      if values.updateValue(pairs[index + 1], forKey: name) == nil { names.append(name) }
    }
  }

  subscript(name: String) -> PickleReference? { values[name] }

  /// The entries in their order.
  var entries: [(name: String, value: PickleReference)] {
    names.compactMap { name in values[name].map { (name, $0) } }
  }
}

extension PickleHeap {
  /// The entries of a dictionary, or of an object that behaves like one.
  func mapping(of reference: PickleReference) -> Mapping { Mapping(pairs(of: reference), in: self) }

  /// What an object's attributes would have been set from.
  func attributes(of record: PickleRecord) -> Mapping {
    guard let state = record.state else { return Mapping([], in: self) }
    return mapping(of: state)
  }

  /// The value of one text key; nil when there is none.
  func value(of name: String, in reference: PickleReference) -> PickleReference? {
    mapping(of: reference)[name]
  }
}
