extension Activation {
  /// What people call it: `ReLU`, `LeakyReLU 0.1`; `none` for the identity.
  public var title: String {
    switch self {
    case .relu: "ReLU"
    case .leakyReLU(let slope): "LeakyReLU \(slope)"
    case .relu6: "ReLU6"
    case .hardswish: "Hardswish"
    case .silu: "SiLU"
    case .identity: "none"
    case .unsupported(let name): FormatError.clipped(name)
    }
  }
}

extension RunObstacle: CustomStringConvertible {
  /// A few words that follow "does not run: ", such as `reflect padding`.
  public var description: String {
    switch self {
    case .padding(let mode): "\(mode.rawValue) padding"
    case .activation(let activation): "the activation \(activation.title)"
    case .layers(let names): "\(FormatError.listing(names)), not understood"
    }
  }
}

extension BlockShape {
  /// Why the block does not run, in a few words; nil for one that runs.
  public var obstacleWords: String? {
    runs ? nil : obstacles.map(\.description).joined(separator: "; ")
  }
}
