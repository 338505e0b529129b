internal import Canvas
internal import RepCore
internal import Words

/// Screen: which maps live in each step, in both forms, and why branches cost memory.
struct MemoryScreen: Screen {
  static let id = ScreenID.memory
  static let title = Text(en: "Memory", vi: "Bộ nhớ")
  static let group = ScreenGroup.run

  /// What is counted.
  private(set) var definition = MemoryDefinition.maps
  /// The step that is looked at, from 0; nil for the fullest one of the selected block.
  private(set) var step: Int?
  /// The form and the block that the step was chosen in.
  private var place: Place

  private struct Place: Hashable {
    let form: MemoryForm
    let block: BlockPath
  }

  init(_ shared: Shared) { place = MemoryScreen.place(shared) }

  private static func place(_ shared: Shared) -> Place {
    Place(form: MemoryForm.shown(shared).top, block: shared.selection.block)
  }

  static let commands: [CommandSpecification] = [
    .init(.nextPeak, does: Text(en: "the next peak of memory", vi: "đỉnh bộ nhớ kế tiếp")),
    .init(.previousPeak, does: Text(en: "the peak before", vi: "đỉnh bộ nhớ trước đó")),
    .init(
      .definition,
      .choice(MemoryDefinition.self).optional,
      does: Text(
        en: "what counts as memory; without a word, the next",
        vi: "cái gì được tính là bộ nhớ; không có từ nào thì cách kế tiếp"
      )
    ).setting,
  ]

  static let keys: [KeyBinding] = [
    .init(
      "t",
      runs: "form",
      label: Text(en: "train/deploy", vi: "đổi dạng"),
      isEssential: true
    ),
    .init("h", "left", runs: "left", label: Text(en: "step", vi: "bước")),
    .init("l", "right", runs: "right"),
    .init("n", runs: "next-peak", label: Text(en: "next peak", vi: "đỉnh kế")),
    .init("N", runs: "previous-peak"),
    .init("b", runs: "branches", label: Text(en: "written/fused", vi: "viết/nhập")),
    .init("d", runs: "definition", label: Text(en: "definition", vi: "cách đếm")),
    .init("enter", runs: "screen block", label: Text(en: "block", vi: "khối")),
  ]

  static let panes = [PaneID.timeline, .otherTimeline, .held, .allocated]

  static let glossary: [Term] = [.featureMap, .step, .liveMap, .arena]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .left: move(-count, &shared)
      case .right: move(count, &shared)
      case .up: return [.perform(.named(.previousBlock))]
      case .down: return [.perform(.named(.nextBlock))]
      }
      return []
    }
    switch command.name {
    case .first: move(.min / 2, &shared)
    case .last: move(.max / 2, &shared)
    case .step: jump(command, &shared)
    case .nextPeak: lookAtPeak(1, &shared)
    case .previousPeak: lookAtPeak(-1, &shared)
    case .definition:
      definition = command.choice(MemoryDefinition.self) ?? definition.next
      shared.notice = definition.words
    case .enter: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private mutating func move(_ count: Int, _ shared: inout Shared) {
    guard let figures = MemoryFigures(shared, self) else { return }
    look(at: min(max(figures.step + count, 0), figures.top.steps.count - 1), figures, &shared)
  }

  private mutating func jump(_ command: Command, _ shared: inout Shared) {
    guard let figures = MemoryFigures(shared, self) else { return }
    let count = figures.top.steps.count
    switch command.arguments.first {
    case .number(let number)? where number > count:
      shared.refuse(MemoryWords.noStep(number, of: count))
    case .number(let number)?: look(at: number - 1, figures, &shared)
    case .change(let change)?: move(change, &shared)
    default: break
    }
  }

  private mutating func lookAtPeak(_ direction: Int, _ shared: inout Shared) {
    guard let figures = MemoryFigures(shared, self) else { return }
    let peaks = figures.peaks
    let wanted =
      direction > 0
      ? peaks.first { $0 > figures.step } ?? peaks.first
      : peaks.last { $0 < figures.step } ?? peaks.last
    if let wanted { look(at: wanted, figures, &shared) }
  }

  /// Looks at a step; the selection follows into its block.
  private mutating func look(at step: Int, _ figures: MemoryFigures, _ shared: inout Shared) {
    if let path = figures.top.steps[step].blockPath { shared.selection.block = path }
    self.step = step
    place = MemoryScreen.place(shared)
  }

  mutating func settle(_ shared: Shared) {
    let now = MemoryScreen.place(shared)
    // Another block or form was chosen elsewhere: its fullest step is what there is to see.
    if now != place { (place, step) = (now, nil) }
    guard let step, let figures = MemoryFigures(shared, self) else { return }
    if step >= figures.top.steps.count { self.step = nil }
  }

  func needs(_ shared: Shared) -> [any Need] {
    MemoryForm.all(of: shared.document).map { $0.need(shared) }
  }

  /// The step's name and the bytes that it holds, as cells of a table.
  func copied(_ shared: Shared) -> String? {
    guard let figures = MemoryFigures(shared, self) else { return nil }
    let name = figures.top.steps[figures.step].fullTitle[shared.language]
    return "\(name)\t\(figures.bytes[figures.step])"
  }

  /// The bytes of the step: its maps, their extents.
  func explained(_ shared: Shared) -> Explanation? {
    MemoryFigures(shared, self).map { .memory($0) }
  }

  func panes(_ shared: Shared) -> [PaneID] { MemoryView(shared, self).panes }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    MemoryView(shared, self).layout(in: Rect(size: size))
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    MemoryView(shared, self).textPane(in: Rect(size: size))
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    MemoryView(shared, self).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = MemoryView(shared, self)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    MemoryView(shared, self).regions(in: Rect(size: size))
  }
}

extension ScreenID {
  /// Which maps live when.
  static let memory = ScreenID("memory")
}

extension PaneID {
  /// The bytes of each step in the form that is shown.
  static let timeline = PaneID("timeline", vi: "theo bước")
  /// The same in the other form.
  static let otherTimeline = PaneID("other-form", vi: "dạng kia")
  /// The maps that live in the step that is looked at.
  static let held = PaneID("held", vi: "đang giữ")
  /// What the engine allocates for maps.
  static let allocated = PaneID("allocated", vi: "cấp phát")
}

extension Command.Name {
  static let definition = Self("definition")
  static let nextPeak = Self("next-peak"), previousPeak = Self("previous-peak")
}
