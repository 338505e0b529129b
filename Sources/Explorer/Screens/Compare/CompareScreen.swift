internal import Canvas
internal import RepCore
internal import Words

/// Screen: both forms side by side, layer by layer; or whether another model is this one folded.
struct CompareScreen: Screen {
  static let id = ScreenID.compare
  static let title = Text(en: "Compare", vi: "So")
  static let group = ScreenGroup.run

  /// What is compared.
  enum Subject: String, Hashable, Sendable, CaseIterable {
    /// The training form with the deploy form.
    case forms
    /// This model with the other one that is open.
    case models
  }

  /// What is compared, where there is a choice.
  private var wanted = Subject.forms
  /// Where it stands among the layers.
  private var place: LayerCursor
  /// Which column is looked at.
  private(set) var column = CompareColumn.time
  /// The row among the blocks of two models.
  private(set) var block = 0

  /// The layer under the cursor.
  var cursor: LiveRowID { place.row }

  init(_ shared: Shared) { place = LayerCursor(shared) }

  static let commands: [CommandSpecification] = [
    .init(
      .compare,
      .choice(Subject.self).optional,
      does: Text(
        en: "compare both forms, or this model with the other one; without a word, the other",
        vi: "so hai dạng, hoặc mạng này với mạng kia; không có từ nào thì cách còn lại"
      )
    ),
    .init(
      .worstBlock,
      does: Text(en: "go to the block that is apart the most", vi: "đến khối lệch nhiều nhất")
    ),
  ]

  static let keys: [KeyBinding] = [
    .init("n", runs: "worst-block", label: Text(en: "worst", vi: "tệ nhất"), isEssential: true),
    .init("o", runs: "compare", label: Text(en: "forms/models", vi: "dạng/mạng")),
    .init("h", "left", runs: "left", label: Text(en: "column", vi: "cột")),
    .init("l", "right", runs: "right"),
    .init("+", "=", runs: "threads +1", label: Text(en: "threads", vi: "luồng")),
    .init("-", runs: "threads -1"),
    .init("b", runs: "branches", label: Text(en: "branches", vi: "nhánh")),
    .init("enter", runs: "screen block", label: Text(en: "block", vi: "khối")),
  ]

  static let panes = [PaneID.whatChanges, .sideBySide]

  static let glossary: [Term] = [.multiplyAdd, .step, .featureMap, .fold]

  /// What is compared: what was asked for, as far as there is another form or another model.
  func subject(_ shared: Shared) -> Subject {
    wanted == .models && shared.workspace.otherModel != nil
      || !shared.document.hasTrainingForm && shared.workspace.otherModel != nil ? .models : .forms
  }

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    switch command.name {
    case .compare:
      choose(command.choice(Subject.self), &shared)
      return []
    case .worstBlock:
      goToWorst(&shared)
      return []
    default: break
    }
    return subject(shared) == .models
      ? performOnModels(command, &shared) : performOnForms(command, &shared)
  }

  private mutating func performOnForms(
    _ command: Command,
    _ shared: inout Shared
  ) -> [Effect]? {
    if let (direction, count) = command.movement, direction == .left || direction == .right {
      column = column.moved(by: direction == .left ? -count : count)
      return []
    }
    return place.perform(command, among: rows(shared), &shared)
  }

  private mutating func performOnModels(
    _ command: Command,
    _ shared: inout Shared
  ) -> [Effect]? {
    let last = max((models(shared)?.blocks.count ?? 1) - 1, 0)
    if let (direction, count) = command.movement {
      let step = direction == .up ? -count : direction == .down ? count : 0
      look(at: min(max(block + step, 0), last), &shared)
      return []
    }
    switch command.name {
    case .first: look(at: 0, &shared)
    case .last: look(at: last, &shared)
    case .enter: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private mutating func choose(_ subject: Subject?, _ shared: inout Shared) {
    let wanted = subject ?? (self.subject(shared) == .forms ? .models : .forms)
    guard wanted == .forms || shared.workspace.otherModel != nil else {
      return shared.refuse(CompareWords.noOther)
    }
    self.wanted = wanted
  }

  private mutating func goToWorst(_ shared: inout Shared) {
    if subject(shared) == .models {
      guard let blocks = models(shared)?.blocks, !blocks.isEmpty else {
        return shared.refuse(CompareWords.notCompared)
      }
      let worst = blocks.indices.max { blocks[$0].badness < blocks[$1].badness } ?? 0
      look(at: worst, &shared)
      shared.notice =
        blocks.allSatisfy(\.agrees)
        ? CompareWords.allAgree : CompareWords.blockStatus(blocks[worst])
      return
    }
    guard let worst = CompareFigures(shared, self)?.forms?.worst else {
      return shared.refuse(CompareWords.notCompared)
    }
    shared.selection.block = worst.path
    column = .difference
    shared.notice = CompareWords.worst(
      shared.document.title(of: worst.path),
      worst.difference.relative
    )
  }

  /// Looks at a block of the first model; the selection follows where it is there.
  private mutating func look(at row: Int, _ shared: inout Shared) {
    block = row
    guard let blocks = models(shared)?.blocks, blocks.indices.contains(row) else { return }
    let path = shared.document.stored.blocks.first { $0.title == blocks[row].title }?.path
    if let path { shared.selection.block = path }
  }

  mutating func settle(_ shared: Shared) {
    place.settle(among: rows(shared), shared)
    block = min(block, max((models(shared)?.blocks.count ?? 1) - 1, 0))
  }

  private func rows(_ shared: Shared) -> [LiveRowID] {
    CompareFigures(shared, self)?.rows.compactMap(\.id) ?? shared.liveRows
  }

  /// How far the forms are apart on the first picture.
  ///
  /// Beside illustrated times it is what the portable kernels make of it on one thread, so that pictures are the
  /// same everywhere.
  static func formsNeed(_ shared: Shared) -> FormsNeed {
    let isSample = shared.live.isIllustrated
    return FormsNeed(
      picture: PictureShelf(shared)[0],
      threads: isSample ? 1 : shared.live.threads,
      kernels: isSample ? .portable : nil
    )
  }

  /// Whether the other model is this one folded; nil as long as that is not known.
  func models(_ shared: Shared) -> FoldComparison? {
    guard subject(shared) == .models else { return nil }
    return shared.workspace.otherModel.flatMap { shared.answers[ModelsNeed($0)] }
  }

  func needs(_ shared: Shared) -> [any Need] {
    switch subject(shared) {
    case .models: shared.workspace.otherModel.map { [ModelsNeed($0)] } ?? []
    case .forms:
      CompareFigures.needs(shared).map {
        [$0.train, $0.deploy, CompareScreen.formsNeed(shared)]
      } ?? []
    }
  }

  /// The row's name and what is looked at of it, as cells of a table.
  func copied(_ shared: Shared) -> String? {
    if let blocks = models(shared)?.blocks, blocks.indices.contains(block) {
      return "\(blocks[block].title)\t\(blocks[block].maximumRelative ?? .nan)"
    }
    guard let row = CompareFigures(shared, self)?.row else { return nil }
    return "\(row.name)\t\(CompareCells(pen: shared.pen).text(of: row, column))"
  }

  /// What is looked at of the row, in both forms.
  func explained(_ shared: Shared) -> Explanation? {
    guard subject(shared) == .forms, let figures = CompareFigures(shared, self) else { return nil }
    return .comparison(figures, column)
  }

  func panes(_ shared: Shared) -> [PaneID] { view(shared).panes }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    view(shared).layout(in: Rect(size: size))
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    view(shared).textPane(in: Rect(size: size))
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    view(shared).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = view(shared)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    view(shared).regions(in: Rect(size: size))
  }

  private func view(_ shared: Shared) -> CompareView { CompareView(shared, self) }
}

extension Workspace {
  /// The model that was shown before this one, else the next one; nil where there is no other.
  var otherModel: OpenModel? { other.flatMap { id in models.first { $0.id == id } } }
}

extension BlockComparison {
  /// How bad it is, for finding the worst: a block that cannot be compared is worse than any number.
  fileprivate var badness: Double { maximumRelative ?? .infinity }
}

extension ScreenID {
  /// Both forms, or two models, side by side.
  static let compare = ScreenID("compare")
}

extension PaneID {
  /// What changes, and why.
  static let whatChanges = PaneID("answers", vi: "câu trả lời")
  /// The layers of both.
  static let sideBySide = PaneID("side-by-side", vi: "cạnh nhau")
}

extension Command.Name {
  static let compare = Self("compare")
  static let worstBlock = Self("worst-block")
}
