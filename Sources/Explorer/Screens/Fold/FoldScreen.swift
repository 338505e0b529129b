internal import Canvas
internal import RepCore
internal import Words

/// The fold of one pair of channels in steps, forwards and backwards, with its own numbers.
struct FoldScreen: Screen {
  static let id = ScreenID.fold
  static let title = Text(en: "Fold", vi: "Gộp")
  static let group = ScreenGroup.fold
  static let isAboutBlock = true

  /// Where the reader stands.
  private(set) var choices = FoldChoices()

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .nextOutput,
      does: Text(en: "look at the next output channel", vi: "xem kênh ra kế tiếp")
    ),
    .init(
      .previousOutput,
      does: Text(en: "look at the previous output channel", vi: "xem kênh ra trước")
    ),
    .init(.nextInput, does: Text(en: "look at the next input channel", vi: "xem kênh vào kế tiếp")),
    .init(
      .previousInput,
      does: Text(en: "look at the previous input channel", vi: "xem kênh vào trước")
    ),
  ]

  static let keys: [KeyBinding] = [
    .init("space", runs: "step +1", label: Text(en: "forward", vi: "tiến"), isEssential: true),
    .init("backspace", runs: "step -1", label: Text(en: "back", vi: "lùi"), isEssential: true),
    .init("h", "left", runs: "left", label: Text(en: "tap", vi: "ô")),
    .init("l", "right", runs: "right"),
    .init("k", "up", runs: "up"),
    .init("j", "down", runs: "down"),
    .init("<", runs: "previous-input", label: Text(en: "in", vi: "vào")),
    .init(">", runs: "next-input"),
    .init(",", runs: "previous-output", label: Text(en: "out", vi: "ra")),
    .init(".", runs: "next-output"),
    .init("i", runs: "diagonal", label: Text(en: "identity", vi: "identity")),
    .init("b", runs: "next-branch", label: Text(en: "branch", vi: "nhánh")),
    .init("c", runs: "taps"),
    .init("m", runs: "screen break", label: Text(en: "mistakes", vi: "làm sai")),
  ]

  static let panes = [PaneID.stepper, .formula, .parts, .shares]

  static let glossary: [Term] = [.fold, .norm, .identity, .tap, .share, .dead]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      moveTap(direction, count, shared)
      return []
    }
    switch command.name {
    case .step: goToStep(command, &shared)
    case .first: choices.go(to: 0, of: steps(shared))
    case .last: choices.go(to: .max, of: steps(shared))
    case .taps: choices.tap = shared.tap(command.number(), after: choices.tap)
    case .nextOutput: shared.selection.output += 1
    case .previousOutput: shared.selection.output = max(shared.selection.output - 1, 0)
    case .nextInput: shared.selection.input += 1
    case .previousInput: shared.selection.input = max(shared.selection.input - 1, 0)
    case .enter: return [.perform(.show(.kernels))]
    case .back: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private func steps(_ shared: Shared) -> [FoldStep] {
    shared.selectedBlock?.shape.foldSteps ?? []
  }

  private mutating func goToStep(_ command: Command, _ shared: inout Shared) {
    let steps = steps(shared)
    let here = steps.firstIndex(of: choices.step(of: steps)) ?? 0
    switch command.arguments.first {
    case .number(let step)? where step > steps.count:
      shared.refuse(FoldWords.noStep(step, of: steps.count))
    case .number(let step)?: choices.go(to: step - 1, of: steps)
    case .change(let change)?:
      if !steps.indices.contains(here + change) {
        shared.notice = change > 0 ? StepWords.last : StepWords.first
      }
      choices.go(to: here + change, of: steps)
    default: break
    }
  }

  /// Moves the cursor inside the kernel, as far as its edge.
  private mutating func moveTap(_ direction: Direction, _ count: Int, _ shared: Shared) {
    guard let shape = shared.selectedShape else { return }
    let (side, tap) = (shape.kernelSize, shape.tap(choices.tap))
    var (row, column) = (tap / side, tap % side)
    switch direction {
    case .left: column -= count
    case .right: column += count
    case .up: row -= count
    case .down: row += count
    }
    choices.tap = min(max(row, 0), side - 1) * side + min(max(column, 0), side - 1)
  }

  func needs(_ shared: Shared) -> [any Need] {
    let mistake: [any Need] = shared.mistakeNeed.map { [$0] } ?? []
    return mistake
      + (shared.selectedBlock?.shape.form == .train ? [SharesNeed(shared.selection.block)] : [])
  }

  /// The folded tap under the cursor.
  func explained(_ shared: Shared) -> Explanation? {
    guard let block = shared.selectedBlock else { return nil }
    let pair = shared.selection
    let tap = block.shape.tap(choices.tap)
    guard let fold = shared.selectedFold else { return nil }
    return .tap(tap, of: fold, output: pair.output, input: pair.input)
  }

  func copied(_ shared: Shared) -> String? { FoldView(shared, choices).copied }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    FoldView(shared, choices).layout(in: Rect(size: size))
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    let view = FoldView(shared, choices)
    let area = view.layout(in: Rect(size: size))[.formula]
    guard area.height > 2, let pane = view.text(in: area) else { return nil }
    return (pane, area)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    FoldView(shared, choices).regions(in: Rect(size: size), with: shared.pen)
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    FoldView(shared, choices).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = FoldView(shared, choices)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }
}

extension ScreenID {
  /// The fold in steps.
  static let fold = ScreenID("fold")
}

extension PaneID {
  /// The steps and the kernels.
  static let stepper = PaneID("stepper", vi: "từng bước")
  /// Where each number goes.
  static let formula = PaneID("formula", vi: "công thức")
  /// What each branch gives to a tap.
  static let parts = PaneID("parts", vi: "các phần")
  /// What each branch has of the kernel.
  static let shares = PaneID("shares", vi: "tỉ phần")
}

extension Command.Name {
  static let nextOutput = Self("next-output"), previousOutput = Self("previous-output")
  static let nextInput = Self("next-input"), previousInput = Self("previous-input")
}

extension Command {
  /// Goes to a step of the fold, counted from 1.
  static func step(_ step: Int) -> Command { Command(.step, [.number(step)]) }

  /// Looks at a tap, counted row by row from 0.
  static func taps(_ tap: Int) -> Command { Command(.taps, [.number(tap)]) }
}
