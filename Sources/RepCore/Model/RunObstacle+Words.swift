public import Words

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
  /// The words in English, such as `reflect padding`.
  public var description: String { words.en }

  /// A few words that follow "does not run: ".
  public var words: Text {
    switch self {
    case .padding(let mode): Text(en: "\(mode.rawValue) padding", vi: "padding \(mode.rawValue)")
    case .activation(let activation):
      Text(en: "the activation \(activation.title)", vi: "hàm kích hoạt \(activation.title)")
    case .layers(let names):
      Text(
        en: "\(FormatError.listing(names)), not understood",
        vi: "chưa hiểu \(FormatError.listing(of: names.map(Self.vietnamese)).vi)"
      )
    }
  }

  /// How a second activation of a block is named among its layers, in files too.
  static let secondActivation = "a second activation, "

  private static func vietnamese(_ layer: String) -> String {
    guard layer.hasPrefix(secondActivation) else { return layer }
    return "hàm kích hoạt thứ hai, \(layer.dropFirst(secondActivation.count))"
  }
}

extension BlockShape {
  /// Why the block does not run, in a few words; nil for one that runs.
  public var obstacleWords: Text? {
    runs ? nil : obstacles.map(\.words).joined(separator: "; ")
  }
}
