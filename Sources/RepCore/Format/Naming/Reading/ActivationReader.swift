/// Reads what follows the sum of a block: from the user, from the pickled module, or by the usual rule.
struct ActivationReader {
  /// The activation, nil where nothing tells and none is taken, and layers that are not understood.
  struct Result {
    var fact: Fact<Activation>?
    var unknownLayers: [String] = []
  }

  private let reader: BlockReader

  init(_ reader: BlockReader) { self.reader = reader }

  /// The activation of the block at `place`.
  func read(_ place: BlockPlace) throws(OpaqueReason) -> Result {
    var result = fromModule
    if let told = reader.source.options.activation { result.fact = Fact(told, .user) }
    if result.fact == nil, case .chain = place { result.fact = Fact(.relu, .nowhere) }
    return result
  }

  /// What the children of a pickled block are, beside those that the scheme knows.
  private var fromModule: Result {
    let children = reader.source.children[reader.found.prefix] ?? []
    let known = Set(reader.pattern.anchors.map(String.init)).union(
      (reader.found.explained.map { String($0.prefix { $0 != "." }) })
        + [reader.pattern.silentIdentity, reader.pattern.average, reader.pattern.postNorm]
        .compactMap(\.self)
    )
    var result = Result()
    var activations: [Fact<Activation>] = []
    for child in children where !known.contains(child) {
      guard let facts = reader.facts(child) else { continue }
      if let activation = Activation(facts) {
        activations.append(Fact(activation, .module))
      } else if !Self.passing.contains(facts.className) {
        result.unknownLayers.append("\(child): \(facts.className)")
      }
    }
    let real = activations.filter { $0.value != .identity }
    result.fact = real.first ?? activations.first
    if Set(real.map(\.value)).count > 1 {
      result.unknownLayers += real.dropFirst().map {
        RunObstacle.secondActivation + $0.value.title
      }
    }
    return result
  }

  /// Layers that change nothing at inference.
  private static let passing: Set = [
    "Identity", "Dropout", "Dropout1d", "Dropout2d", "AlphaDropout", "FeatureAlphaDropout",
    "DropPath",
    "DropBlock2d", "StochasticDepth", "FloatFunctional",
  ]
}

extension Activation {
  /// The activation that a pickled module is; nil for other modules.
  init?(_ facts: ModuleFacts) {
    switch facts.className {
    case "ReLU": self = .relu
    case "SiLU", "Swish", "SwishMe", "MemoryEfficientSwish": self = .silu
    case "LeakyReLU": self = .leakyReLU(slope: facts.number("negative_slope") ?? 0.01)
    case "ReLU6": self = .relu6
    case "Hardtanh" where facts.number("min_val") == 0 && facts.number("max_val") == 6:
      self = .relu6
    case "Hardswish", "HardSwish", "HSwish", "h_swish": self = .hardswish
    case "Identity": self = .identity
    case let name where Self.lacking.contains(name): self = .unsupported(name)
    default: return nil
    }
  }

  /// Activations that are known by their class and that the engine lacks.
  private static let lacking: Set = [
    "GELU", "ELU", "CELU", "SELU", "PReLU", "RReLU", "Mish", "Softplus", "Sigmoid", "Tanh",
    "Hardsigmoid", "Hardtanh", "LogSigmoid", "Softsign", "Tanhshrink", "Threshold", "GLU", "FReLU",
    "AconC", "MetaAconC", "Softmax", "Softshrink", "Hardshrink",
  ]
}

extension ModuleFacts {
  /// A number, with or without a fraction.
  func number(_ name: String) -> Double? { numbers[name] ?? integers[name]?.first.map(Double.init) }
}
