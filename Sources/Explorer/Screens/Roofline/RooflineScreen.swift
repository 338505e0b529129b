internal import Canvas
internal import RepCore
internal import Words

/// Screen: every layer under what the machine gives at most, and which roof binds it.
struct RooflineScreen: Screen {
  static let id = ScreenID.roofline
  static let title = Text(en: "Roofline", vi: "Mái")
  static let letter: Character? = "o"
  static let group = ScreenGroup.run

  /// Where it stands among the layers.
  private var place: LayerCursor

  /// The row under the cursor.
  var cursor: LiveRowID { place.row }

  init(_ shared: Shared) { place = LayerCursor(shared) }

  static let commands: [CommandSpecification] = [
    .init(
      .ceilings,
      does: Text(
        en: "measure what this machine gives at most: products, caches, memory",
        vi: "đo mức tối đa của máy này: phép nhân, bộ nhớ đệm, bộ nhớ"
      )
    )
  ]

  static let keys: [KeyBinding] = [
    .init(
      "m",
      runs: "ceilings",
      label: Text(en: "measure roofs", vi: "đo mái"),
      isEssential: true
    ),
    .init("o", runs: "sort", label: Text(en: "sort", vi: "sắp xếp")),
    .init("+", "=", runs: "threads +1", label: Text(en: "threads", vi: "luồng")),
    .init("-", runs: "threads -1"),
    .init("b", runs: "branches", label: Text(en: "branches", vi: "nhánh")),
    .init("c", runs: "clear"),
    .init("enter", runs: "screen block", label: Text(en: "block", vi: "khối")),
  ]

  static let panes = [PaneID.roofs, .roofTable, .roofLayer, .ceilings]

  static let glossary: [Term] = [.multiplyAdd, .flop, .intensity, .roof]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if command.name == .ceilings { return [.ceilings] }
    return place.perform(command, among: rows(shared), &shared)
  }

  mutating func settle(_ shared: Shared) { place.settle(among: rows(shared), shared) }

  /// The rows with work in them; all as long as no step is known.
  private func rows(_ shared: Shared) -> [LiveRowID] {
    RooflineFigures(shared, cursor: place.row)?.layers.map(\.row) ?? shared.liveRows
  }

  func needs(_ shared: Shared) -> [any Need] { [MemoryForm.shown(shared).top.need(shared)] }

  /// The layer's name, FLOP a byte, GFLOP/s by definition and of the kernels, as cells of a table.
  func copied(_ shared: Shared) -> String? {
    guard let layer = RooflineFigures(shared, cursor: place.row)?.layer else { return nil }
    let rates = [layer.rate, layer.kernelRate].map { $0.map { "\($0 / 1e9)" } ?? "" }
    return ([layer.name, "\(layer.work.intensity)"] + rates).joined(separator: "\t")
  }

  /// What the layer reaches of the peak, or as much of that as was measured.
  func explained(_ shared: Shared) -> Explanation? {
    RooflineFigures(shared, cursor: place.row).flatMap { .roofline($0) }
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

  private func view(_ shared: Shared) -> RooflineView { RooflineView(shared, cursor: place.row) }
}

extension ScreenID {
  /// The layers under the machine's roofs.
  static let roofline = ScreenID("roofline")
}

extension PaneID {
  /// The layers as points.
  static let roofs = PaneID("roofs", vi: "mái")
  /// The layers as rows.
  static let roofTable = PaneID("layers", vi: "các lớp")
  /// The layer under the cursor.
  static let roofLayer = PaneID("layer-work", vi: "lớp")
  /// What the machine gives at most.
  static let ceilings = PaneID("ceilings", vi: "mức tối đa")
}

extension Command.Name {
  static let ceilings = Self("ceilings")
}

extension Term {
  static let flop = Term(
    word: Text(en: "FLOP", vi: "FLOP"),
    meaning: Text(
      en: "a floating point operation; a multiply-add is two",
      vi: "một phép tính dấu phẩy động; một phép nhân-cộng là hai"
    )
  )
  static let intensity = Term(
    word: Text(en: "FLOP/B", vi: "FLOP/B"),
    meaning: Text(
      en: "operations for each byte that must be read or written",
      vi: "số phép tính cho mỗi byte phải đọc hoặc ghi"
    )
  )
  static let roof = Term(
    word: Text(en: "roof", vi: "mái"),
    meaning: Text(
      en: "no layer is faster than products are made, nor than its bytes come",
      vi: "không lớp nào nhanh hơn tốc độ nhân, cũng không nhanh hơn dữ liệu đến"
    )
  )
}
