public import Words

extension Assumption {
  /// How the sentence about the size of pictures begins, in a `.rvg` too.
  static let wordsOfPictures = "pictures of "

  /// What was assumed, in English, as files and JSON keep it: `epsilon 1e-05 in every norm`.
  public var sentence: String { words.en }

  /// What was assumed, as a sentence without its end.
  public var words: Text {
    switch subject {
    case .epsilon(let value, let norms):
      Text(
        en: "epsilon \(value) in \(Self.count(norms, "norm"))\(origin.en)",
        vi: "epsilon \(value) trong \(norms) norm\(origin.vi)"
      )
    case .strides: Text(en: "strides", vi: "các stride") + origin
    case .steps(let titles):
      Text(
        en: "stride 2 in \(titles.joined(separator: ", "))",
        vi: "stride 2 trong \(titles.joined(separator: ", "))"
      )
    case .unitStrides:
      Text(
        en: "stride 1 and one group wherever tensors do not tell",
        vi: "stride 1 và một nhóm ở nơi tensor không cho biết"
      )
    case .activation(let activation):
      Text(
        en: "a \(activation.title) behind every block\(origin.en)",
        vi: "\(activation.title) sau mỗi khối\(origin.vi)"
      )
    case .noActivation:
      Text(
        en: "the activation behind each block is not known and left out",
        vi: "không biết hàm kích hoạt sau mỗi khối nên bỏ qua"
      )
    case .squeezeExcite(let placement):
      Text(
        en: "squeeze-excite \(placement == .beforeActivation ? "before" : "after") the activation",
        vi: "squeeze-excite \(placement == .beforeActivation ? "trước" : "sau") hàm kích hoạt"
      ) + origin
    case .identity(let isAdded, let titles): Self.identity(isAdded, FormatError.listing(of: titles))
    case .noIdentity(let titles):
      Text(en: "no identity branch in ", vi: "không có nhánh identity trong ")
        + FormatError.listing(of: titles)
        + Text(en: ", which has no tensor of one", vi: ", vì không có tensor nào của nó")
    case .parallel(let titles):
      Text(en: "the convolutions of ", vi: "các conv của ") + FormatError.listing(of: titles)
        + Text(en: " stand side by side", vi: " đứng song song") + origin
        + Text(
          en: "; --scheme none takes them for a sequence",
          vi: "; --scheme none coi chúng là một chuỗi"
        )
    case .pictures(let height, let width):
      Text(
        en: "\(Self.wordsOfPictures)\(height)x\(width)\(origin.en)",
        vi: "ảnh cỡ \(height)x\(width)\(origin.vi)"
      )
    case .alone(let height, let width):
      Text(
        en: "the graph around the blocks is not known: each stands alone, on maps of "
          + "\(height)x\(width)",
        vi: "chưa biết đồ thị quanh các khối: mỗi khối đứng riêng, trên map \(height)x\(width)"
      )
    case .noHeadBias:
      Text(
        en: "no bias in the classifier, which has no tensor of one",
        vi: "bộ phân lớp không có bias, vì không có tensor nào của nó"
      )
    case .leftOut(let names):
      Text(
        en: "\(Self.count(names.count, "tensor")) of no block do not matter: ",
        vi: "\(names.count) tensor không thuộc khối nào và không ảnh hưởng: "
      ) + FormatError.listing(of: names)
    case .recorded(let text), .recordedCondition(let text): Text(name: text)
    }
  }

  private static func identity(_ isAdded: Bool, _ blocks: Text) -> Text {
    isAdded
      ? Text(
        en: "the input itself is added in \(blocks.en); --identity no leaves it out",
        vi: "chính đầu vào được cộng trong \(blocks.vi); --identity no bỏ nó"
      )
      : Text(
        en: "the input itself is not added in \(blocks.en); --identity yes adds it",
        vi: "chính đầu vào không được cộng trong \(blocks.vi); --identity yes cộng nó"
      )
  }

  /// The assumption as a condition that follows "if", in English, as JSON has it.
  public var condition: String { conditionWords.en }

  /// The assumption as a condition that follows "if".
  public var conditionWords: Text {
    switch subject {
    case .epsilon(let value, let norms):
      Text(
        en: "epsilon is \(value) in \(Self.count(norms, "norm")), ",
        vi: "epsilon là \(value) trong \(norms) norm, "
      ) + doubt
    case .identity(let isAdded, let titles):
      Text(
        en: "the input itself is \(isAdded ? "" : "not ")added in ",
        vi: "chính đầu vào \(isAdded ? "" : "không ")được cộng trong "
      ) + FormatError.listing(of: titles) + Text(name: ", ") + doubt
    case .noIdentity(let titles):
      FormatError.listing(of: titles)
        + Text(
          en: " has no identity branch: the file has no tensor of one",
          vi: " không có nhánh identity: tệp không có tensor nào của nó"
        )
    case .parallel(let titles):
      Text(en: "the convolutions of ", vi: "các conv của ") + FormatError.listing(of: titles)
        + Text(en: " stand side by side, ", vi: " đứng song song, ") + doubt
    default: words
    }
  }

  /// ` as in YOLOv7`; empty where it came from nowhere.
  private var origin: Text {
    switch source {
    case .code(let name), .variant(let name): Text(en: " as in \(name)", vi: " như trong \(name)")
    default: .none
    }
  }

  private var doubt: Text {
    switch source {
    case .code(let name), .variant(let name):
      Text(
        en: "as in \(name); the file does not say it",
        vi: "như trong \(name); tệp không nói điều đó"
      )
    default: Text(en: "which the file does not say", vi: "điều mà tệp không nói")
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
