internal import Canvas
internal import RepCore

/// The columns of the tree; the ones with the highest numbers leave first where space is short.
enum TreeColumn: CaseIterable {
  case name, channels, output, stride, groups, parameters, macs, memory, time, share

  static let all = Array(allCases)

  /// Columns of the screen that names get at least, whatever leaves for it.
  static let leastName = 15

  /// The column; names are given `nameWidth`.
  func column(nameWidth: Int) -> Table.Column {
    switch self {
    case .name: .init("name", width: nameWidth, grows: true)
    case .channels: .init("in to out", .right, width: 9, priority: 2)
    case .output: .init("output", .right, width: 7, priority: 4)
    case .stride: .init("str", .right, width: 3, priority: 5)
    case .groups: .init("grp", .right, width: 3, priority: 6)
    case .parameters: .init("params", .right, width: 6, priority: 0)
    case .macs: .init("MACs", .right, width: 6, priority: 0)
    case .memory: .init("output mem", .right, width: 10, priority: 7)
    case .time: .init("time", .right, width: 7, priority: 1)
    case .share: .init("share", width: 8, grows: true, priority: 3)
    }
  }

  func content(
    _ node: TreeNode,
    _ facts: TreeFacts,
    _ screen: TreeScreen,
    _ shared: Shared,
    total: Double?,
    nameWidth: Int,
    _ pen: Pen
  ) -> Table.Content {
    switch self {
    case .name: .text(screen.label(of: node, facts, shared, width: nameWidth))
    case .channels: .text(facts.channels(pen.glyphs.arrow))
    case .output:
      .text(facts.outputExtent.map { "\($0.height)\(pen.glyphs.times)\($0.width)" } ?? "")
    case .stride: .text(facts.stride.map(String.init) ?? "")
    case .groups: .text(facts.groups.map { $0 > 1 ? String($0) : "" } ?? "")
    case .parameters: .text(facts.parameters > 0 ? Numbers.engineering(facts.parameters) : "")
    case .macs: .text(facts.macs > 0 ? Numbers.engineering(facts.macs) : "")
    case .memory: .text(facts.outputBytes.map(Numbers.bytes) ?? "")
    case .time: time(of: node, facts, pen)
    case .share: share(facts, total: total, pen)
    }
  }

  /// Opaque tensors are never run.
  private func time(of node: TreeNode, _ facts: TreeFacts, _ pen: Pen) -> Table.Content {
    switch node {
    case .opaque, .tensor: .text("")
    default: facts.time(pen).map { .text($0) } ?? .text("--", pen.palette.muted)
    }
  }

  private func share(_ facts: TreeFacts, total: Double?, _ pen: Pen) -> Table.Content {
    guard let total, let time = facts.microseconds, total > 0 else { return .text("") }
    return .widget(Bar(time / total, style: pen.palette.bar))
  }
}

extension TreeFacts {
  /// `48→96`, or whichever side is known.
  func channels(_ arrow: String) -> String {
    switch (inputChannels, outputChannels) {
    case (let input?, let output?): "\(input)\(arrow)\(output)"
    case (nil, let output?): "\(output)"
    default: ""
    }
  }

  /// The time in a unit that fits it.
  func time(_ pen: Pen) -> String? {
    microseconds.map { pen.duration(microseconds: $0) }
  }
}
