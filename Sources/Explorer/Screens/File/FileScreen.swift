internal import Canvas
internal import RepCore
internal import Words

/// What was found in the file, and every tensor in it.
struct FileScreen: Screen {
  static let id = ScreenID.file
  static let title = Text(en: "File", vi: "Tệp")
  static let letter: Character? = "f"
  static let group = ScreenGroup.look

  /// Which pane the cursor keys move in.
  enum Pane: Hashable, Sendable {
    case account
    case tensors
  }

  /// The pane that the cursor keys were sent to.
  private var focus = Pane.tensors
  /// The tensor under the cursor.
  private(set) var cursor = 0
  /// What the tensors are ordered by.
  private(set) var order = TensorOrder.name
  /// The tensors in that order; none before the screen was shown.
  private(set) var tensors: [FileTensor] = []
  /// Columns of the longest of their names, which takes a while to find among thousands.
  private(set) var nameColumns = 0
  /// Which reading they are of.
  private var seen: ModelID?

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .sortTensors,
      .choice(TensorOrder.self).optional,
      does: Text(
        en: "order the file's tensors; without a word, the next order",
        vi: "sắp xếp các tensor của tệp; không có từ nào thì đổi cách kế tiếp"
      )
    ).setting
  ]

  static let keys: [KeyBinding] = [
    .init("l", "right", runs: "right", label: Text(en: "tensors", vi: "tensor")),
    .init("h", "left", runs: "left", label: Text(en: "account", vi: "tường trình")),
    .init("o", runs: "sort-tensors", label: Text(en: "sort", vi: "sắp xếp")),
    .init("enter", runs: "screen tree", label: Text(en: "tree", vi: "cây")),
  ]

  static let panes = [PaneID.account, .tensors]

  static let glossary: [Term] = [.opaque, .assumed]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      switch direction {
      case .up: return move(-count, shared)
      case .down: return move(count, shared)
      case .left: focus = .account
      case .right: focus = .tensors
      }
      return []
    }
    switch command.name {
    case .first: return move(-FileScreen.far, shared)
    case .last: return move(FileScreen.far, shared)
    case .sortTensors:
      order = command.choice(TensorOrder.self) ?? order.next
      (seen, cursor) = (nil, 0)
      shared.notice = FileWords.sorted(order)
    case .enter: return [.perform(.show(.tree))]
    case .back where shared.search != nil: shared.search = nil
    case .search, .searchNext, .searchPrevious:
      focus = .tensors
      let row = shared.find(command, among: tensors.map(\.name), from: cursor)
      if let row { cursor = row }
    default: return nil
    }
    return []
  }

  /// Further than any file has lines or tensors.
  private static let far = Int.max / 4

  /// The pane that the cursor keys move in: the one that fills the screen, else the one they were sent to.
  func focus(_ shared: Shared) -> Pane {
    switch shared.zoomed {
    case .account?: .account
    case .tensors?: .tensors
    default: focus
    }
  }

  private mutating func move(_ step: Int, _ shared: Shared) -> [Effect] {
    switch focus(shared) {
    case .account: return [.perform(.scroll(step))]
    case .tensors: cursor = min(max(cursor + step, 0), FileScreen.far)
    }
    return []
  }

  mutating func settle(_ shared: Shared) {
    if seen != shared.workspace.current.id {
      seen = shared.workspace.current.id
      tensors = shared.document.opened?.tensors(by: order) ?? []
      nameColumns = tensors.map { columns(of: $0.name) }.max() ?? 0
    }
    cursor = min(cursor, max(tensors.count - 1, 0))
  }

  func copied(_ shared: Shared) -> String? {
    tensors.indices.contains(cursor) ? tensors[cursor].name : shared.document.source?.typed
  }

  func needs(_ shared: Shared) -> [any Need] {
    FileView(shared: shared, screen: self).tensorsInSight.map { TensorNeed($0) }
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    FileView(shared: shared, screen: self).read(into: &reading)
  }

  /// The bytes of the tensor under the cursor.
  func explained(_ shared: Shared) -> Explanation? {
    guard focus(shared) == .tensors, tensors.indices.contains(cursor),
      let tensor = tensors[cursor].tensor
    else { return nil }
    let name = Text(name: tensors[cursor].name)
    return .bytes(name, shape: tensor.shape, each: tensor.byteCount / max(tensor.count, 1))
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = FileView(shared: shared, screen: self)
    return ScreenFrame(view, status: view.status, in: size, with: shared.pen)
  }

  func panes(_ shared: Shared) -> [PaneID] {
    shared.document.opened == nil ? [.account] : FileScreen.panes
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    FileView(shared: shared, screen: self).layout(in: Rect(size: size))
  }

  func textPane(_ shared: Shared, in size: Size) -> (pane: TextPane, area: Rect)? {
    let area = layout(shared, in: size)[.account]
    return area.isEmpty ? nil : (FileView(shared: shared, screen: self).account(in: area), area)
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    FileView(shared: shared, screen: self).regions(in: Rect(size: size))
  }
}

extension ScreenID {
  /// What was found in the file.
  static let file = ScreenID("file")
}

extension PaneID {
  /// What was found in the file.
  static let account = PaneID("account", vi: "thông tin tệp")
  /// Every tensor of the file.
  static let tensors = PaneID("tensors", vi: "các tensor")
}

extension Command.Name {
  static let sortTensors = Self("sort-tensors")
}
