/// What a pickled module says of itself beside its tensors: the arguments that it was made with.
///
///     facts.className             // "Conv2d"
///     facts.integers["stride"]    // [2, 2]
///     facts.numbers["eps"]        // 1e-05
public struct ModuleFacts: Hashable, Sendable {
  /// The last part of the class's name.
  public let className: String
  /// The class's name with its module: `torch.nn.modules.conv.Conv2d`.
  public let fullName: String
  /// Attributes that are a whole number, as one, or several: `stride`, `groups`, `in_channels`.
  public let integers: [String: [Int]]
  /// Attributes that are a number with a fraction: `eps`, `momentum`.
  public let numbers: [String: Double]
  /// Attributes that are true or false: `affine`, `deploy`.
  public let flags: [String: Bool]
  /// Attributes that are a short text: `padding_mode`.
  public let texts: [String: String]
}

extension ModuleFacts {
  /// The facts among an object's attributes.
  init(fullName: String, _ attributes: Mapping, in heap: PickleHeap) {
    var integers: [String: [Int]] = [:]
    var numbers: [String: Double] = [:]
    var flags: [String: Bool] = [:]
    var texts: [String: String] = [:]
    for (name, value) in attributes.entries {
      switch heap[value] {
      case .integer(let value): integers[name] = [value]
      case .number(let value): numbers[name] = value
      case .bool(let value): flags[name] = value
      case .text(let value) where value.utf8.count <= 64: texts[name] = value
      case .tuple, .list: integers[name] = heap.integers(value)
      default: break
      }
    }
    self.init(
      className: fullName.split(separator: ".").last.map { String($0) } ?? fullName,
      fullName: fullName,
      integers: integers,
      numbers: numbers,
      flags: flags,
      texts: texts
    )
  }
}
