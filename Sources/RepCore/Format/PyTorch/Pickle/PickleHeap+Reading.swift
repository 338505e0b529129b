extension PickleHeap {
  private static let mostIntegers = 64

  /// What a list, tuple or set holds; nothing for other values.
  func items(of reference: PickleReference) -> [PickleReference] {
    switch self[reference] {
    case .list(let sequence), .tuple(let sequence), .set(let sequence): self[sequence]
    default: []
    }
  }

  /// The whole number; nil for other values.
  func integer(_ reference: PickleReference) -> Int? {
    if case .integer(let value) = self[reference] { value } else { nil }
  }

  /// The text; nil for other values.
  func text(_ reference: PickleReference) -> String? {
    if case .text(let text) = self[reference] { text } else { nil }
  }

  /// The full name of a class or function; nil for other values.
  func global(_ reference: PickleReference) -> String? {
    switch self[reference] {
    case .global(let name): return name
    case .persistent(let identity):
      // The old format has `('module', class, file, source)` where a class is first named.
      let fields = items(of: identity)
      guard fields.count >= 2, text(fields[0]) == "module", case .global(let name) = self[fields[1]]
      else { return nil }
      return name
    default: return nil
    }
  }

  /// What Python would have called; nil where no object is made.
  func record(_ reference: PickleReference) -> PickleRecord? {
    if case .record(let address) = self[reference] { self[address] } else { nil }
  }

  /// The full name of an object's class, or of the function that would have made it.
  func className(of record: PickleRecord) -> String {
    let name = global(record.callable) ?? "?"
    guard PickleGlobals.reconstructors.contains(name), let real = items(of: record.arguments).first
    else { return name }
    return global(real) ?? name
  }

  /// The whole numbers of a list, a tuple or a `torch.Size`.
  ///
  /// Nil where anything else is among them, and for more than a tensor can have axes.
  func integers(_ reference: PickleReference) -> [Int]? {
    switch self[reference] {
    case .list(let sequence), .tuple(let sequence):
      let items = self[sequence]
      guard items.count <= Self.mostIntegers else { return nil }
      let numbers = items.compactMap { integer($0) }
      return numbers.count == items.count ? numbers : nil
    case .record(let address):
      guard global(self[address].callable) == PickleGlobals.size,
        let inner = items(of: self[address].arguments).first, record(inner) == nil
      else { return nil }
      return integers(inner)
    default: return nil
    }
  }

  /// The members of a set, also as protocols below 4 make one.
  func members(of reference: PickleReference) -> [PickleReference] {
    guard let record = record(reference), PickleGlobals.sets.contains(className(of: record)),
      let list = items(of: record.arguments).first
    else { return items(of: reference) }
    return items(of: list)
  }

  /// Keys and values in turn: those of a dictionary, or of an object that is one or behaves like one.
  func pairs(of reference: PickleReference) -> [PickleReference] {
    switch self[reference] {
    case .dictionary(let sequence): return self[sequence]
    case .record(let address):
      let record = self[address]
      let set = record.pairs.map { self[$0] } ?? []
      guard PickleGlobals.dictionaries.contains(className(of: record)),
        let list = items(of: record.arguments).first
      else { return set }
      // Python 2 wrote `OrderedDict([[key, value], …])`.
      return items(of: list).map { items(of: $0) }.filter { $0.count == 2 }.flatMap { $0 } + set
    default: return []
    }
  }
}
