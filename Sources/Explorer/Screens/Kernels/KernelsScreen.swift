internal import Canvas
internal import Words

/// Screen 3: one channel pair before and after the fold, and the layer around it.
struct KernelsScreen: Screen {
  static let id = ScreenID.kernels
  static let title = Text(en: "Kernels", vi: "Kernel")
  static let group = ScreenGroup.fold

  /// What the lower pane shows.
  private(set) var detail = KernelDetail.grid

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .detail,
      .choice(KernelDetail.self).optional,
      does: Text(
        en: "choose the lower pane; without a word, the next",
        vi: "chọn khung dưới; không có từ nào thì khung kế tiếp"
      )
    )
  ]

  static let keys: [KeyBinding] = [
    .init("b", runs: "next-branch", label: Text(en: "branch", vi: "nhánh")),
    .init("h", "left", runs: "left", label: Text(en: "in-channel", vi: "kênh vào")),
    .init("l", "right", runs: "right"),
    .init("k", "up", runs: "up", label: Text(en: "out-channel", vi: "kênh ra")),
    .init("j", "down", runs: "down"),
    .init("i", runs: "diagonal", label: Text(en: "identity", vi: "identity")),
    .init("v", runs: "detail", label: Text(en: "pane", vi: "khung")),
  ]

  static let glossary: [Term] = [.kernel, .tap, .norm, .bias]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      move(direction, count, &shared)
      return []
    }
    switch command.name {
    case .detail: detail = command.choice(KernelDetail.self) ?? detail.next
    case .first: (shared.selection.output, shared.selection.input) = (0, 0)
    case .last: (shared.selection.output, shared.selection.input) = (.max, .max)
    case .enter, .back: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private func move(_ direction: Direction, _ count: Int, _ shared: inout Shared) {
    let isBack = direction == .left || direction == .up
    if shared.selectedShape?.isDepthwise == true {
      // One input channel for each output: both directions go through the channels.
      let row = KernelsView(shared, detail: detail)
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

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = KernelsView(shared, detail: detail)
    return ScreenFrame(size, shared.pen, status: view.status) { grid, area in
      grid.draw(view, in: area, with: shared.pen)
    }
  }
}

extension ScreenID {
  /// The kernels before and after the fold.
  static let kernels = ScreenID("kernels")
}

extension Command.Name {
  static let detail = Self("detail")
}

extension Command {
  /// Chooses the lower pane of the kernel screen, or the next.
  static func detail(_ detail: KernelDetail?) -> Command {
    Command(.detail, detail.map { [.word($0.rawValue)] } ?? [])
  }
}
