internal import Canvas
internal import RepCore
internal import Words

/// Screen: how the numbers of a block lie before and after folding, and what integers of few bits make of the network.
struct DistributionScreen: Screen {
  static let id = ScreenID.distribution
  static let letter: Character? = "d"
  static let title = Text(en: "Distribution", vi: "Phân bố")
  static let group = ScreenGroup.fold
  static let isAboutBlock = true

  /// Which numbers are shown.
  private(set) var numbers = ShownNumbers.kernels
  /// Bits of weights and maps.
  private(set) var bits = QuantizedBits.taught[0]
  /// What shares a step.
  private(set) var steps = WeightSteps.perTensor
  /// Whether the channels are listed, the worst first, in place of the table of numbers.
  private(set) var listsChannels = false

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .values,
      .choice(ShownNumbers.self).optional,
      does: Text(
        en: "show kernels, biases, activations or norms; without a word, the next",
        vi: "hiện kernel, bias, giá trị (activation) hoặc norm; không có từ nào thì mục kế"
      )
    ),
    .init(
      .bits,
      .number("N", from: 2).optional,
      does: Text(
        en: "bits of weights; without a number, the next fewer",
        vi: "số bit của trọng số; không có số thì số kế tiếp"
      )
    ),
    .init(
      .per,
      .choice(WeightSteps.self).optional,
      does: Text(
        en: "one step for a kernel, or for each channel; without a word, the other",
        vi: "một bậc cho cả kernel, hoặc cho mỗi kênh; không có từ nào thì cách kia"
      )
    ),
    .init(
      .worst,
      does: Text(
        en: "list the channels, the worst first; again, the numbers",
        vi: "liệt kê các kênh, tệ nhất trước; lặp lại thì về bảng số"
      )
    ),
    .init(
      .remedy,
      does: Text(
        en: "open the sample of QARepVGG blocks beside this model",
        vi: "mở mạng mẫu gồm các khối QARepVGG bên cạnh mạng này"
      )
    ),
  ]

  static let keys: [KeyBinding] = [
    .init("h", "left", runs: "previous-block", label: Text(en: "block", vi: "khối")),
    .init("l", "right", runs: "next-block"),
    .init("v", runs: "values", label: Text(en: "values", vi: "giá trị"), isEssential: true),
    .init("B", runs: "next-branch"),
    .init("b", runs: "bits", label: Text(en: "bits", vi: "số bit"), isEssential: true),
    .init("c", runs: "per", label: Text(en: "per channel", vi: "mỗi kênh")),
    .init("o", runs: "worst", label: Text(en: "worst channels", vi: "kênh tệ nhất")),
    .init("r", runs: "remedy", label: Text(en: "remedy", vi: "cách chữa")),
    .init("enter", runs: "screen kernels", label: Text(name: "kernel")),
  ]

  static let panes = [PaneID.before, .after, .spread, .errors, .classes]

  static let glossary: [Term] = [.integers, .decibels, .identity, .norm]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .left: return [.perform(.named(.previousBlock))]
      case .right: return [.perform(.named(.nextBlock))]
      case .up where !listsChannels: return [.perform(.named(.previousBlock))]
      case .down where !listsChannels: return [.perform(.named(.nextBlock))]
      case .up: move(-count, &shared)
      case .down: move(count, &shared)
      }
      return []
    }
    switch command.name {
    case .first where !listsChannels: return shared.document.paths.first.map { show($0) } ?? []
    case .last where !listsChannels: return shared.document.paths.last.map { show($0) } ?? []
    case .first: move(.min / 2, &shared)
    case .last: move(.max / 2, &shared)
    case .values:
      numbers = command.choice(ShownNumbers.self) ?? numbers.next
      shared.notice = numbers.words
    case .bits:
      chooseBits(command.number(), &shared)
    case .per:
      steps = command.choice(WeightSteps.self) ?? steps.other
      shared.notice = steps.words
    case .worst: listsChannels.toggle()
    case .remedy:
      guard shared.hasRemedy else {
        shared.refuse(DistributionWords.noRemedy)
        return []
      }
      return [.perform(.beside(.builtIn(.quantizationAware)))]
    case .enter: return [.perform(.show(.kernels))]
    default: return nil
    }
    return []
  }

  private func show(_ path: BlockPath) -> [Effect] { [.perform(.select(path))] }

  private mutating func chooseBits(_ weights: Int?, _ shared: inout Shared) {
    guard let weights else {
      bits = bits.next
      shared.notice = bits.words
      return
    }
    guard let wanted = QuantizedBits.taught(weights: weights) else {
      return shared.refuse(DistributionWords.noBits(weights))
    }
    bits = wanted
    shared.notice = bits.words
  }

  /// Moves along the channels as they are listed.
  private func move(_ count: Int, _ shared: inout Shared) {
    guard let figures = DistributionFigures(shared, self), let after = figures.after else { return }
    let order = after.values.worstFirst
    let place = order.firstIndex(of: shared.selection.output) ?? 0
    guard !order.isEmpty else { return }
    shared.selection.output = order[min(max(place + count, 0), order.count - 1)]
  }

  func needs(_ shared: Shared) -> [any Need] { DistributionFigures.needs(shared, self) }

  /// The block with its decibels in each column, as cells of a table.
  func copied(_ shared: Shared) -> String? {
    guard let figures = DistributionFigures(shared, self) else { return nil }
    let table = ErrorTable(figures: figures, shared: shared)
    let path = shared.selection.block
    let cells = figures.columns.map { column in
      table.decibels(of: path, in: column).map { "\($0)" } ?? ""
    }
    return ([shared.document.title(of: path)] + cells).joined(separator: "\t")
  }

  /// How coarse the steps of the folded kernel are, down to the tap that decides.
  func explained(_ shared: Shared) -> Explanation? {
    guard let figures = DistributionFigures(shared, self), let distribution = figures.distribution
    else { return nil }
    return .stepsPerDeviation(
      BlockFold(figures.block),
      distribution,
      bits: bits.weights,
      steps,
      output: shared.selection.output
    )
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    DistributionView(shared, self).layout(in: Rect(size: size))
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    DistributionView(shared, self).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = DistributionView(shared, self)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    DistributionView(shared, self).regions(in: Rect(size: size))
  }
}

extension ScreenID {
  /// How numbers lie, and what integers make of them.
  static let distribution = ScreenID("distribution")
}

extension PaneID {
  /// Values before folding.
  static let before = PaneID("before", vi: "trước khi gộp")
  /// Values behind folding.
  static let after = PaneID("after", vi: "sau khi gộp")
  /// How they spread, or the channels.
  static let spread = PaneID("spread", vi: "độ phân tán")
  /// The error behind each block.
  static let errors = PaneID("errors", vi: "sai số")
  /// How many pictures keep their class.
  static let classes = PaneID("classes", vi: "các lớp")
}

extension Command.Name {
  static let values = Self("values"), bits = Self("bits"), per = Self("per")
  static let worst = Self("worst"), remedy = Self("remedy")
}
