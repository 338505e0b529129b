extension PickleHeap {
  private static let mostFacts = 64
  private static let longestFact = 200

  /// The numbers and short texts directly in a dictionary, in words.
  func facts(in reference: PickleReference) -> [String: String] {
    var facts: [String: String] = [:]
    for (name, value) in mapping(of: reference).entries where facts.count < Self.mostFacts {
      guard name.utf8.count <= Self.longestFact else { continue }
      switch self[value] {
      case .integer(let value): facts[name] = String(value)
      case .number(let value): facts[name] = String(value)
      case .bool(let value): facts[name] = String(value)
      case .text(let text) where text.utf8.count <= Self.longestFact: facts[name] = text
      default: break
      }
    }
    return facts
  }

  /// What a value is, for a message.
  func words(for reference: PickleReference) -> String {
    switch self[reference] {
    case .none: "None"
    case .bool, .integer, .wideInteger, .number: "a number"
    case .text: "a text"
    case .bytes: "bytes"
    case .list, .tuple, .set: "a list of \(items(of: reference).count)"
    case .dictionary(let pairs): "a dictionary of \(self[pairs].count / 2)"
    case .global(let name): "the name \(FormatError.clipped(name)), which is not looked up"
    case .record(let address):
      "a call of \(FormatError.clipped(className(of: self[address]))), which is not made"
    case .persistent: "a storage"
    }
  }
}
