internal import Words

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
  func words(for reference: PickleReference) -> Text {
    switch self[reference] {
    case .none: return Text(name: "None")
    case .bool, .integer, .wideInteger, .number: return Text(en: "a number", vi: "một số")
    case .text: return Text(en: "a text", vi: "một văn bản")
    case .bytes: return Text(en: "bytes", vi: "các byte")
    case .list, .tuple, .set:
      let count = items(of: reference).count
      return Text(en: "a list of \(count)", vi: "một danh sách \(count) phần tử")
    case .dictionary(let pairs):
      let count = self[pairs].count / 2
      return Text(en: "a dictionary of \(count)", vi: "một từ điển \(count) mục")
    case .global(let name):
      let name = FormatError.clipped(name)
      return Text(
        en: "the name \(name), which is not looked up",
        vi: "tên \(name), vốn không được tra"
      )
    case .record(let address):
      let name = FormatError.clipped(className(of: self[address]))
      return Text(
        en: "a call of \(name), which is not made",
        vi: "lời gọi \(name), vốn không được thực hiện"
      )
    case .persistent: return Text(en: "a storage", vi: "một storage")
    }
  }
}
