/// The names of activations in a `.rvg`.
private enum ActivationName: String, CaseIterable {
  case relu
  case silu
  case identity
  case leakyReLU = "leaky-relu"
  case relu6
  case hardswish
  /// Known by name only.
  case other
}

extension Activation {
  private enum Key {
    static let activation = "activation"
    static let slope = "slope"
    static let name = "activationName"
  }

  /// The members of a block that tell its activation.
  var members: [JSON.Member] {
    let name: ActivationName =
      switch self {
      case .relu: .relu
      case .leakyReLU: .leakyReLU
      case .relu6: .relu6
      case .hardswish: .hardswish
      case .silu: .silu
      case .identity: .identity
      case .unsupported: .other
      }
    let first = JSON.Member(key: Key.activation, value: .string(name.rawValue))
    switch self {
    case .leakyReLU where !runs:
      // JSON has no such number, or float has not; the block does not run anyway.
      return Activation.unsupported(title).members
    case .leakyReLU(let slope): return [first, .init(key: Key.slope, value: .number(slope))]
    case .unsupported(let name): return [first, .init(key: Key.name, value: .string(name))]
    case .relu, .relu6, .hardswish, .silu, .identity: return [first]
    }
  }

  /// Reads what `members` wrote.
  init(_ fields: Fields) throws(FormatError) {
    let name: ActivationName = try fields.choice(Key.activation)
    switch name {
    case .relu: self = .relu
    case .silu: self = .silu
    case .identity: self = .identity
    case .leakyReLU: self = .leakyReLU(slope: try fields.number(Key.slope))
    case .relu6: self = .relu6
    case .hardswish: self = .hardswish
    case .other: self = .unsupported(try fields.text(Key.name))
    }
  }
}
