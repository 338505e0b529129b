internal import Canvas
internal import RepCore
internal import Words

/// Screen: mistakes made on purpose, what the check says of them, and whether accuracy would have told.
struct BreakScreen: Screen {
  static let id = ScreenID.breaking
  static let title = Text(en: "Break", vi: "Làm sai")
  static let letter: Character? = "b"
  static let group = ScreenGroup.explore
  static let isAboutBlock = true

  /// The row under the cursor: the network as it should be, then the mistakes.
  private(set) var cursor = 0
  /// Whether mistakes are made in the selected block only.
  private(set) var isLocal = false

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .mistake,
      .choice(Mistake.self).optional,
      does: Text(
        en: "make a mistake on purpose, on the screen only; without a word, undo it",
        vi: "cố ý làm một lỗi, chỉ trên màn hình; không có từ nào thì hoàn tác"
      )
    ),
    .init(
      .everywhere,
      does: Text(
        en: "mistakes in every block, or in the selected one only",
        vi: "làm lỗi ở mọi khối, hoặc chỉ ở khối đang chọn"
      )
    ),
  ]

  static let keys: [KeyBinding] = [
    .init(
      "space",
      "enter",
      runs: "enter",
      label: Text(en: "make it", vi: "làm lỗi"),
      isEssential: true
    ),
    .init("u", runs: "mistake", label: Text(en: "undo", vi: "hoàn tác"), isEssential: true),
    .init("j", "down", runs: "down", label: Text(en: "mistake", vi: "lỗi")),
    .init("k", "up", runs: "up"),
    .init("a", runs: "everywhere", label: Text(en: "this block", vi: "khối này")),
    .init("h", "left", runs: "left", label: Text(en: "out", vi: "kênh ra")),
    .init("l", "right", runs: "right"),
  ]

  static let panes = [PaneID.mistakes, .blockChecks, .example, .accuracy]

  static let glossary: [Term] = [.fold, .norm, .identity, .tap, .heldOut]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .up: cursor -= count
      case .down: cursor += count
      case .left: shared.selection.output = max(shared.selection.output - count, 0)
      case .right: shared.selection.output += count
      }
      cursor = min(max(cursor, 0), MistakeFigures.rows.count - 1)
      return []
    }
    switch command.name {
    case .first: cursor = 0
    case .last: cursor = MistakeFigures.rows.count - 1
    case .enter: make(MistakeFigures(shared, self).made, &shared)
    case .mistake: choose(command.choice(Mistake.self), &shared)
    case .everywhere:
      isLocal.toggle()
      shared.notice = isLocal ? BreakWords.onlyHere : BreakWords.everywhere
      if let made = shared.mistake {
        shared.mistake = MadeMistake(
          mistake: made.mistake,
          only: isLocal ? shared.selection.block : nil
        )
      }
    case .back: return [.perform(.show(.fold))]
    default: return nil
    }
    return []
  }

  private mutating func choose(_ mistake: Mistake?, _ shared: inout Shared) {
    guard let mistake else {
      shared.notice = shared.mistake == nil ? BreakWords.nothingToUndo : BreakWords.undone
      shared.mistake = nil
      return
    }
    cursor = MistakeFigures.rows.firstIndex(of: mistake) ?? cursor
    shared.mistake = nil
    make(MistakeFigures(shared, self).made, &shared)
  }

  /// Makes a mistake, or undoes it where it is made already.
  private func make(_ wanted: MadeMistake?, _ shared: inout Shared) {
    guard shared.document.hasTrainingForm else { return shared.refuse(BreakWords.foldedAlready) }
    shared.mistake = shared.mistake == wanted ? nil : wanted
  }

  mutating func settle(_ shared: Shared) {
    // The mistake may have been undone, or made by another screen's command.
    if let made = shared.mistake { isLocal = made.only != nil }
  }

  func needs(_ shared: Shared) -> [any Need] { MistakeFigures(shared, self).needs }

  /// The name of the mistake and how many pictures are right with it.
  func copied(_ shared: Shared) -> String? { BreakView(shared, self).copied }

  /// The value of the example with the mistake: its branches added up.
  func explained(_ shared: Shared) -> Explanation? {
    MistakeFigures(shared, self).example.map { .mistaken($0) }
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    BreakView(shared, self).layout(in: Rect(size: size))
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    BreakView(shared, self).read(into: &reading)
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    BreakView(shared, self).textPane(in: Rect(size: size))
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = BreakView(shared, self)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    BreakView(shared, self).regions(in: Rect(size: size))
  }
}

extension Explanation {
  /// The sum of an example with the mistake.
  fileprivate static func mistaken(_ example: MistakeExample) -> Explanation {
    Explanation(
      name: BreakWords.value(example) + Text(name: ", ") + BreakWords.withMistake,
      value: example.broken,
      unit: .weight,
      combination: .sum,
      parts: example.parts.map { Part($0.branch.words, $0.broken) },
      remark: BreakWords.shouldBe(example.right),
      place: "screen fold"
    )
  }
}

extension ScreenID {
  /// Mistakes made on purpose.
  static let breaking = ScreenID("break")
}

extension PaneID {
  /// The mistakes.
  static let mistakes = PaneID("mistakes", vi: "các lỗi")
  /// What the check says of each block.
  static let blockChecks = PaneID("checks", vi: "kiểm tra từng khối")
  /// One value with the mistake and without.
  static let example = PaneID("example", vi: "ví dụ")
  /// Whether accuracy would have told.
  static let accuracy = PaneID("accuracy", vi: "độ chính xác")
}

extension Command.Name {
  static let mistake = Self("mistake"), everywhere = Self("everywhere")
}
