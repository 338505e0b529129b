internal import Canvas
internal import RepCore
internal import Words

/// Screen: branches and blocks are taken out of the trained network, and it is tried again.
struct LesionsScreen: Screen {
  static let id = ScreenID.lesions
  static let title = Text(en: "Lesions", vi: "Cắt thử")
  static let letter: Character? = "l"
  static let group = ScreenGroup.explore
  static let isAboutBlock = true

  /// What the user has taken out, on the screen only.
  private(set) var lesion = Lesion()
  /// Whether norms are measured anew behind every cut.
  private(set) var measuresAnew: Bool
  /// Whether branches are drawn at random.
  private(set) var draws = false
  /// Whether the branches that are missed most stand first.
  private(set) var isByLoss = false

  /// Multiply-adds up to which a network's norms are measured without asking.
  private static let most = 8_000_000

  init(_ shared: Shared) { measuresAnew = shared.document.stored.macs() <= LesionsScreen.most }

  static let commands: [CommandSpecification] = [
    .init(
      .cut,
      does: Text(
        en: "cut the selected branch, or put it back; on the screen only",
        vi: "cắt nhánh đang chọn, hoặc nối lại; chỉ trên màn hình"
      )
    ),
    .init(
      .skip,
      does: Text(
        en: "skip the whole selected block, or put it back; on the screen only",
        vi: "bỏ qua cả khối đang chọn, hoặc đặt lại; chỉ trên màn hình"
      )
    ),
    .init(
      .heal,
      does: Text(en: "put back all that was taken out", vi: "nối lại tất cả những gì đã cắt")
    ),
    .init(
      .norms,
      does: Text(
        en: "measure every norm anew behind a cut, or leave the norms as trained",
        vi: "đo lại mọi norm sau khi cắt, hoặc giữ norm như lúc huấn luyện"
      )
    ),
    .init(
      .drawBranches,
      does: Text(
        en: "cut branches at random, several times over; takes long",
        vi: "cắt ngẫu nhiên một số nhánh, nhiều lần; mất nhiều thời gian"
      )
    ),
    .init(
      .byLoss,
      does: Text(
        en: "put the branches first that are missed most, or keep the order of execution",
        vi: "đưa các nhánh quan trọng nhất lên đầu, hoặc giữ thứ tự chạy"
      )
    ),
  ]

  static let keys: [KeyBinding] = [
    .init("space", runs: "cut", label: Text(en: "cut", vi: "cắt"), isEssential: true),
    .init("u", runs: "heal", label: Text(en: "undo all", vi: "nối lại hết"), isEssential: true),
    .init("B", runs: "skip", label: Text(en: "whole block", vi: "cả khối")),
    .init("r", runs: "norms", label: Text(en: "norms anew", vi: "đo lại norm")),
    .init("d", runs: "draw-branches", label: Text(en: "draw", vi: "bốc thăm")),
    .init("o", runs: "by-loss", label: Text(en: "sort", vi: "sắp xếp")),
    .init("j", "down", runs: "down", label: Text(en: "branch", vi: "nhánh")),
    .init("k", "up", runs: "up"),
    .init("enter", runs: "screen block", label: Text(en: "block", vi: "khối")),
  ]

  static let panes = [PaneID.cuts, .draws, .subModels, .lesion]

  static let glossary: [Term] = [.block, .branch, .identity, .norm, .heldOut]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .up: move(-count, &shared)
      case .down: move(count, &shared)
      case .left, .right: break
      }
      return []
    }
    switch command.name {
    case .first: move(-shared.document.stored.cuts.count, &shared)
    case .last: move(shared.document.stored.cuts.count, &shared)
    case .enter: return [.perform(.show(.block))]
    case .cut: cut(&shared)
    case .skip: skip(&shared)
    case .heal: heal(&shared)
    case .norms: measureAnew(&shared)
    case .drawBranches: draw(&shared)
    case .byLoss:
      isByLoss.toggle()
      shared.notice = isByLoss ? LesionsWords.byLoss : LesionsWords.byExecution
    default: return nil
    }
    return []
  }

  private func move(_ step: Int, _ shared: inout Shared) {
    let rows = LesionFigures.rows(shared, byLoss: isByLoss)
    guard !rows.isEmpty else { return }
    let row = rows[min(max(LesionFigures.cursor(shared, in: rows) + step, 0), rows.count - 1)]
    (shared.selection.block, shared.selection.branch) = (row.block, row.branch)
  }

  // MARK: Taking out

  private mutating func cut(_ shared: inout Shared) {
    guard let cut = LesionFigures(shared, self).selected else {
      return shared.refuse(LesionsWords.foldedAlready)
    }
    lesion.toggle(cut)
  }

  private mutating func skip(_ shared: inout Shared) {
    guard shared.document.hasTrainingForm, let block = shared.selectedBlock?.shape else {
      return shared.refuse(LesionsWords.foldedAlready)
    }
    guard block.canBeSkipped else { return shared.refuse(LesionObstacle.reshapes(block).words) }
    lesion.toggle(block.path)
  }

  private mutating func heal(_ shared: inout Shared) {
    shared.notice = lesion.isEmpty ? LesionsWords.nothingToHeal : LesionsWords.healed
    lesion = Lesion()
  }

  // MARK: What is computed

  private mutating func measureAnew(_ shared: inout Shared) {
    guard shared.document.trainedPictures != nil else {
      return shared.refuse(LesionsWords.noTrainedPictures)
    }
    measuresAnew.toggle()
    shared.notice = measuresAnew ? LesionsWords.measuresAnew : LesionsWords.keepsNorms
  }

  private mutating func draw(_ shared: inout Shared) {
    guard shared.document.hasTrainingForm, shared.document.trialPictures != nil else {
      return shared.refuse(LesionsWords.noData)
    }
    draws.toggle()
    shared.notice = draws ? LesionsWords.drawing : LesionsWords.drawsNoMore
  }

  // MARK: What is shown

  func needs(_ shared: Shared) -> [any Need] { LesionFigures(shared, self).needs }

  /// The branches with the pictures that are right without them, as cells of a table.
  func copied(_ shared: Shared) -> String? { LesionsView(shared, self).copied }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    LesionsView(shared, self).layout(in: Rect(size: size))
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    LesionsView(shared, self).read(into: &reading)
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    LesionsView(shared, self).textPane(in: Rect(size: size))
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = LesionsView(shared, self)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    LesionsView(shared, self).regions(in: Rect(size: size))
  }
}

extension ScreenID {
  /// Branches and blocks taken out.
  static let lesions = ScreenID("lesions")
}

extension PaneID {
  /// A row for each branch.
  static let cuts = PaneID("cuts", vi: "cắt từng nhánh")
  /// How many branches can go.
  static let draws = PaneID("draws", vi: "cắt nhiều nhánh")
  /// How many sub-models there are.
  static let subModels = PaneID("sub-models", vi: "mô hình con")
  /// What was taken out, and what that tells.
  static let lesion = PaneID("lesion", vi: "phần bị cắt")
}

extension Command.Name {
  static let cut = Self("cut"), skip = Self("skip"), heal = Self("heal")
  static let norms = Self("norms"), byLoss = Self("by-loss")
  static let drawBranches = Self("draw-branches")
}
