internal import Canvas
internal import RepCore
internal import Words

/// Screen 4: where time and memory go, in both forms, while the engine runs.
struct LiveScreen: Screen {
  static let id = ScreenID.live
  static let title = Text(en: "Live", vi: "Đo")
  static let group = ScreenGroup.run

  init(_ shared: Shared) {}

  static let keys: [KeyBinding] = [
    .init("o", runs: "sort", label: Text(en: "sort", vi: "sắp xếp")),
    .init("p", "space", runs: "run", label: Text(en: "run/pause", vi: "chạy/dừng")),
    .init("+", "=", runs: "threads +1", label: Text(en: "threads", vi: "luồng")),
    .init("-", runs: "threads -1"),
    .init("b", runs: "branches", label: Text(en: "branches", vi: "nhánh")),
    .init("c", runs: "clear", label: Text(en: "clear", vi: "xóa")),
    .init("enter", runs: "screen block", label: Text(en: "block", vi: "khối")),
  ]

  static let glossary: [Term] = [.multiplyAdd, .step, .threads]

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
    case .first: move(-shared.document.paths.count, &shared)
    case .last: move(shared.document.paths.count, &shared)
    case .enter: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private func move(_ step: Int, _ shared: inout Shared) {
    let rows = shared.liveRows
    guard !rows.isEmpty else { return }
    let index = rows.firstIndex(of: shared.selection.block) ?? 0
    shared.selection.block = rows[min(max(index + step, 0), rows.count - 1)]
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = LiveView(shared)
    return ScreenFrame(size, shared.pen, status: view.status) { grid, area in
      grid.draw(view, in: area, with: shared.pen)
    }
  }
}

extension Shared {
  /// The blocks as rows of the live screen, in their order.
  var liveRows: [BlockPath] {
    let paths = document.paths
    guard order != .execution else { return paths }
    let weights = Dictionary(
      uniqueKeysWithValues: paths.map { ($0, weight(of: .block($0), by: order)) }
    )
    return paths.sorted { (weights[$0] ?? 0, $1) > (weights[$1] ?? 0, $0) }
  }
}

extension ScreenID {
  /// Where time and memory go.
  static let live = ScreenID("live")
}
