internal import Canvas
internal import RepCore
internal import Words

/// One channel pair before and after the fold, and the layer around it.
struct KernelsScreen: Screen {
  static let id = ScreenID.kernels
  static let title = Text(en: "Kernels", vi: "Kernel")
  static let group = ScreenGroup.fold
  static let isAboutBlock = true

  /// What a reader has chosen.
  private(set) var choices = KernelChoices()

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .detail,
      .choice(KernelDetail.self).optional,
      does: Text(
        en: "choose the lower pane; without a word, the next",
        vi: "chọn khung dưới; không có từ nào thì khung kế tiếp"
      )
    ).setting,
    .init(
      .taps,
      .number("N").optional,
      does: Text(
        en: "show tap N of all kernels, from 0 row by row; without a number, the next",
        vi: "hiện ô N của mọi kernel, đếm theo hàng từ 0; không có số thì ô kế tiếp"
      )
    ),
    .init(
      .scale,
      .choice(["same", "own"]).optional,
      does: Text(
        en: "give maps side by side one scale of colours, or each its own",
        vi: "cho hai bản đồ cạnh nhau cùng một thang màu, hoặc mỗi bên một thang"
      )
    ).setting,
  ]

  static let keys: [KeyBinding] = [
    // Before and after is what the screen is for, so its key stays where space is short.
    .init(
      "t",
      runs: "form",
      label: Text(en: "train/deploy", vi: "đổi dạng"),
      isEssential: true
    ),
    .init("b", runs: "next-branch", label: Text(en: "branch", vi: "nhánh")),
    .init("h", "left", runs: "left", label: Text(en: "in", vi: "vào")),
    .init("l", "right", runs: "right"),
    .init("k", "up", runs: "up", label: Text(en: "out", vi: "ra")),
    .init("j", "down", runs: "down"),
    .init("i", runs: "diagonal", label: Text(en: "identity", vi: "identity")),
    .init("v", runs: "detail", label: Text(en: "pane", vi: "khung")),
    .init("c", runs: "taps", label: Text(en: "tap", vi: "ô")),
    .init("=", runs: "scale", label: Text(en: "same scale", vi: "cùng thang")),
  ]

  static let panes = [PaneID.equation, .layer]

  static let glossary: [Term] = [.kernel, .tap, .norm, .bias]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      move(direction, count, &shared)
      return []
    }
    switch command.name {
    case .detail: choices.detail = command.choice(KernelDetail.self) ?? choices.detail.next
    case .taps: choices.tap = shared.tap(command.number(), after: choices.tap)
    case .scale: chooseScale(command, &shared)
    case .first: (shared.selection.output, shared.selection.input) = (0, 0)
    case .last: (shared.selection.output, shared.selection.input) = (.max, .max)
    case .enter, .back: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private mutating func chooseScale(_ command: Command, _ shared: inout Shared) {
    if case .word(let word)? = command.arguments.first {
      choices.isSameScale = word == "same"
    } else {
      choices.isSameScale.toggle()
    }
    let maps = KernelsView(shared, choices).mapsInSight(in: Rect(size: shared.body))
    shared.notice =
      choices.isSameScale
      ? KernelsWords.sameScale + (maps < 2 ? KernelsWords.oneMapShown : .none)
      : KernelsWords.ownScales
  }

  private func move(_ direction: Direction, _ count: Int, _ shared: inout Shared) {
    let isBack = direction == .left || direction == .up
    if shared.selectedShape?.isDepthwise == true {
      // One input channel for each output: both directions go through the channels.
      let row = KernelsView(shared, choices)
        .channelsPerRow(in: shared.body, with: shared.pen)
      let step = direction == .left || direction == .right ? count : count * row
      shared.selection.output = max(shared.selection.output + (isBack ? -step : step), 0)
      return
    }
    let step = isBack ? -count : count
    switch direction {
    case .left, .right: shared.selection.input = max(shared.selection.input + step, 0)
    case .up, .down: shared.selection.output = max(shared.selection.output + step, 0)
    }
  }

  /// The kernel of the pair, row by row: the branch's as stored, or the folded one.
  func copied(_ shared: Shared) -> String? {
    guard let fold = shared.selectedBlock.map({ BlockFold($0) }) else { return nil }
    let pair = shared.selection
    let equation = KernelEquation(fold, output: pair.output, input: pair.input)
    let isTrain = shared.form == .train && fold.block.shape.form != .deploy
    guard isTrain, equation.terms.indices.contains(shared.branchIndex) else {
      return equation.rows(of: equation.folded)
    }
    return equation.rows(of: equation.terms[shared.branchIndex].stored)
  }

  /// The tap that the map shows of the pair's folded kernel; with the biases in the lower pane, the bias.
  func explained(_ shared: Shared) -> Explanation? {
    guard let block = shared.selectedBlock else { return nil }
    let (fold, pair) = (BlockFold(block), shared.selection)
    return choices.detail == .bias
      ? .bias(of: fold, output: pair.output)
      : .tap(choices.tap(of: block.shape), of: fold, output: pair.output, input: pair.input)
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    KernelsView(shared, choices).layout(in: Rect(size: size))
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    KernelsView(shared, choices).regions(in: Rect(size: size), with: shared.pen)
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    KernelsView(shared, choices).read(into: &reading, with: shared.pen)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = KernelsView(shared, choices)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }
}

extension ScreenID {
  /// The kernels before and after the fold.
  static let kernels = ScreenID("kernels")
}

extension PaneID {
  /// One pair of channels before or after the fold.
  static let equation = PaneID("equation", vi: "phương trình")
  /// The layer around it.
  static let layer = PaneID("layer", vi: "lớp")
}

extension Command.Name {
  static let detail = Self("detail"), taps = Self("taps"), scale = Self("scale")
}

extension Command {
  /// Chooses the lower pane of the kernel screen, or the next.
  static func detail(_ detail: KernelDetail?) -> Command {
    Command(.detail, detail.map { [.word($0.rawValue)] } ?? [])
  }
}
