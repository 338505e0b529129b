internal import Canvas
internal import RepCore

/// The columns of the tree; the ones with the highest numbers leave first where space is short.
enum TreeColumn: CaseIterable {
  case name, channels, output, stride, groups, parameters, macs, memory, time, share

  static let all = Array(allCases)

  var column: Table.Column {
    switch self {
    case .name: .init("name", width: 15, grows: true)
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
    _ state: State,
    total: Double?,
    _ pen: Pen
  ) -> Table.Content {
    switch self {
    case .name: .text(state.indented(node, state.shortName(of: node) ?? facts.name, pen.glyphs))
    case .channels: .text(facts.channels(pen.glyphs.arrow))
    case .output:
      .text(facts.outputExtent.map { "\($0.height)\(pen.glyphs.times)\($0.width)" } ?? "")
    case .stride: .text(facts.stride.map(String.init) ?? "")
    case .groups: .text(facts.groups.map { $0 > 1 ? String($0) : "" } ?? "")
    case .parameters: .text(facts.parameters > 0 ? Numbers.engineering(facts.parameters) : "")
    case .macs: .text(facts.macs > 0 ? Numbers.engineering(facts.macs) : "")
    case .memory: .text(facts.outputBytes.map(Numbers.bytes) ?? "")
    case .time: .text(facts.time(pen) ?? "--", facts.microseconds == nil ? pen.palette.muted : nil)
    case .share: share(facts, total: total, pen)
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

extension State {
  /// What the tree calls a branch, without the norm that all of them have.
  fileprivate func shortName(of node: TreeNode) -> String? {
    guard case .branch(let path, let index) = node,
      let shape = document.shape(of: path, in: form), shape.branches.indices.contains(index)
    else { return nil }
    return shape.map(of: shape.branches[index])
  }

  /// A row's name behind its depth and the sign of its fold.
  fileprivate func indented(_ node: TreeNode, _ name: String, _ glyphs: Glyphs) -> String {
    let isFoldable = !children(of: node).isEmpty
    let sign = tree.expanded.contains(node) ? glyphs.unfolded : glyphs.folded
    let indent = String(repeating: "  ", count: node.depth)
    return indent + (isFoldable ? "\(sign) " : "  ") + name
  }
}
