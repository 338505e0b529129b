internal import Canvas
internal import RepCore
internal import Words

/// Where time and memory go, in both forms, while the engine runs.
struct LiveScreen: Screen {
  static let id = ScreenID.live
  static let title = Text(en: "Live", vi: "Đo")
  static let group = ScreenGroup.run
  static let runsEngine = true

  /// Where it stands among the rows.
  private var place: LayerCursor

  /// The row under the cursor.
  var cursor: LiveRowID { place.row }

  init(_ shared: Shared) { place = LayerCursor(shared) }

  static let keys: [KeyBinding] = [
    .init("o", runs: "sort", label: Text(en: "sort", vi: "sắp xếp")),
    .init("p", "space", runs: "run", label: Text(en: "run/pause", vi: "chạy/dừng")),
    .init("+", "=", runs: "threads +1", label: Text(en: "threads", vi: "luồng")),
    .init("-", runs: "threads -1"),
    .init("b", runs: "branches", label: Text(en: "branches", vi: "nhánh")),
    .init("c", runs: "clear", label: Text(en: "clear", vi: "xóa")),
    .init("enter", runs: "screen block", label: Text(en: "block", vi: "khối")),
  ]

  static let panes = [PaneID.times, .totals, .input, .steps, .latency, .memory]

  static let glossary: [Term] = [.multiplyAdd, .step, .threads]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    place.perform(command, among: shared.liveRows, &shared)
  }

  mutating func settle(_ shared: Shared) { place.settle(among: shared.liveRows, shared) }

  /// The row's name and both forms' medians in microseconds, as cells of a table.
  func copied(_ shared: Shared) -> String? {
    guard let row = LiveFigures(shared, cursor: cursor).selectedRow else { return nil }
    let times = [row.train, row.deploy].map { $0.map { "\($0.timing.median)" } ?? "" }
    return ([row.name] + times).joined(separator: "\t")
  }

  /// The time of the row in the form that is shown, step by step.
  func explained(_ shared: Shared) -> Explanation? {
    let figures = LiveFigures(shared, cursor: cursor)
    guard let row = figures.selectedRow, let timing = figures.shown else { return nil }
    return .time(of: row, in: timing)
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    LiveView(shared, cursor: cursor).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = LiveView(shared, cursor: cursor)
    return ScreenFrame(view, status: view.status, in: size, with: shared.pen)
  }

  func panes(_ shared: Shared) -> [PaneID] { LiveView(shared, cursor: cursor).panes }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    LiveView(shared, cursor: cursor).layout(in: Rect(size: size))
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    LiveView(shared, cursor: cursor).regions(in: Rect(size: size))
  }
}

extension ScreenID {
  /// Where time and memory go.
  static let live = ScreenID("live")
}

extension PaneID {
  /// A row for each block.
  static let times = PaneID("times", vi: "thời gian")
  /// One inference, and what folding gains.
  static let totals = PaneID("totals", vi: "tổng cộng")
  /// What the network looks at.
  static let input = PaneID("input", vi: "đầu vào")
  /// The steps of the row under the cursor.
  static let steps = PaneID("steps", vi: "các bước")
  /// The last runs.
  static let latency = PaneID("latency", vi: "độ trễ")
  /// Where memory goes.
  static let memory = PaneID("memory", vi: "bộ nhớ")
}
