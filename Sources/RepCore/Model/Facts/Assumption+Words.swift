extension Assumption {
  /// How the sentence about the size of pictures begins, in a `.rvg` too.
  static let wordsOfPictures = "pictures of "

  /// What was assumed, as a sentence without its end: `epsilon 1e-05 in every norm`.
  public var sentence: String {
    switch subject {
    case .epsilon(let value, let norms):
      "epsilon \(value) in \(Self.count(norms, "norm"))\(origin)"
    case .strides: "strides\(origin)"
    case .steps(let titles): "stride 2 in \(titles.joined(separator: ", "))"
    case .unitStrides: "stride 1 and one group wherever tensors do not tell"
    case .activation(let activation): "a \(activation.title) behind every block\(origin)"
    case .noActivation: "the activation behind each block is not known and left out"
    case .squeezeExcite(let placement):
      "squeeze-excite \(placement == .beforeActivation ? "before" : "after") the activation\(origin)"
    case .identity(true, let titles):
      "the input itself is added in \(FormatError.listing(titles)); --identity no leaves it out"
    case .identity(false, let titles):
      "the input itself is not added in \(FormatError.listing(titles)); --identity yes adds it"
    case .noIdentity(let titles):
      "no identity branch in \(FormatError.listing(titles)), which has no tensor of one"
    case .parallel(let titles):
      "the convolutions of \(FormatError.listing(titles)) stand side by side\(origin); --scheme none "
        + "takes them for a sequence"
    case .pictures(let height, let width): "\(Self.wordsOfPictures)\(height)x\(width)\(origin)"
    case .alone(let height, let width):
      "the graph around the blocks is not known: each stands alone, on maps of \(height)x\(width)"
    case .noHeadBias: "no bias in the classifier, which has no tensor of one"
    case .leftOut(let names):
      "\(Self.count(names.count, "tensor")) of no block do not matter: \(FormatError.listing(names))"
    case .recorded(let text), .recordedCondition(let text): text
    }
  }

  /// The assumption as a condition that follows "if".
  public var condition: String {
    switch subject {
    case .epsilon(let value, let norms):
      "epsilon is \(value) in \(Self.count(norms, "norm")), \(doubt)"
    case .identity(true, let titles):
      "the input itself is added in \(FormatError.listing(titles)), \(doubt)"
    case .identity(false, let titles):
      "the input itself is not added in \(FormatError.listing(titles)), \(doubt)"
    case .noIdentity(let titles):
      "\(FormatError.listing(titles)) has no identity branch: the file has no tensor of one"
    case .parallel(let titles):
      "the convolutions of \(FormatError.listing(titles)) stand side by side, \(doubt)"
    default: sentence
    }
  }

  /// ` as in YOLOv7`; empty where it came from nowhere.
  private var origin: String {
    switch source {
    case .code(let name), .variant(let name): " as in \(name)"
    default: ""
    }
  }

  private var doubt: String {
    switch source {
    case .code(let name), .variant(let name): "as in \(name); the file does not say it"
    default: "which the file does not say"
    }
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension BlockFacts {
  /// What the block's kernels depend on and nobody said, in a few words each; they follow "if".
  public var doubts: [String] {
    var epsilons: [Double] = []
    for fact in self.epsilons where fact.source.isAssumed && !epsilons.contains(fact.value) {
      epsilons.append(fact.value)
    }
    var words = epsilons.map { "epsilon is \($0)" }
    if let identity, identity.source.isAssumed {
      words.append(identity.value ? "the input is added" : "the input is not added")
    }
    if let isParallel, isParallel.source.isAssumed { words.append("the branches are parallel") }
    return words
  }
}
