internal import Canvas
internal import RepCore
internal import Words

/// The columns of the tree; the ones with the highest numbers leave first where space is short.
enum TreeColumn: CaseIterable {
  case name, channels, output, stride, groups, parameters, macs, memory, check, time, both

  static let all = Array(allCases)

  /// Columns of the screen that names get at least, whatever leaves for it.
  static let leastName = 17

  /// The column; names are given `nameWidth`.
  func column(nameWidth: Int, _ language: Language) -> Table.Column {
    let (words, spoken) = (TreeWords.columns, TreeWords.spoken)
    return switch self {
    case .name: .init(words.name[language], width: nameWidth, grows: true)
    case .channels:
      .init(
        words.channels[language],
        .right,
        width: 9,
        priority: 2,
        spoken: spoken.channels[language]
      )
    case .output: .init(words.output[language], .right, width: 7, priority: 5)
    case .stride:
      .init(words.stride[language], .right, width: 3, priority: 6, spoken: spoken.stride[language])
    case .groups:
      .init(words.groups[language], .right, width: 3, priority: 7, spoken: spoken.groups[language])
    case .parameters:
      .init(
        words.parameters[language],
        .right,
        width: 7,
        priority: 0,
        spoken: spoken.parameters[language]
      )
    case .macs: .init("MACs", .right, width: 6, priority: 0, spoken: spoken.macs[language])
    case .memory:
      .init(words.memory[language], .right, width: 10, priority: 8, spoken: spoken.memory[language])
    case .check: .init(words.check[language], width: 7, priority: 1, spoken: spoken.check[language])
    case .time:
      .init(words.time[language], .right, width: 7, priority: 4, spoken: spoken.time[language])
    case .both: .init(words.both[language], width: 8, grows: true, priority: 3)
    }
  }
}

extension [Table.Column] {
  /// Whether the bars of the tree have room in a table of `width`; columns that leave before them need none.
  func showBars(in width: Int) -> Bool {
    guard let place = TreeColumn.all.firstIndex(of: .both) else { return false }
    let kept = filter { $0.priority <= self[place].priority }
    return kept.reduce(1) { $0 + $1.width + 1 } <= width
  }
}

/// What stands in the cells of the tree.
struct TreeCells {
  let shared: Shared
  let screen: TreeScreen
  let pen: Pen
  /// Columns that names may take.
  let nameWidth: Int
  /// Whether the cells are heard and not seen, so that names stand without their depth.
  let areSpoken: Bool
  /// The time that the whole width of a bar stands for, in microseconds: that of the slower form.
  private let longest: Double

  init(
    _ shared: Shared,
    _ screen: TreeScreen,
    _ pen: Pen,
    nameWidth: Int,
    areSpoken: Bool = false
  ) {
    (self.shared, self.screen, self.pen) = (shared, screen, pen)
    (self.nameWidth, self.areSpoken) = (nameWidth, areSpoken)
    longest = Form.allCases.compactMap { shared.microseconds(of: .network, in: $0) }.max() ?? 0
  }

  func content(_ column: TreeColumn, of node: TreeNode, _ facts: TreeFacts) -> Table.Content {
    switch column {
    case .name:
      .text(areSpoken ? facts.name : screen.label(of: node, facts, shared, width: nameWidth))
    case .channels: .text(facts.channels(pen.glyphs.arrow))
    case .output:
      .text(facts.outputExtent.map { "\($0.height)\(pen.glyphs.times)\($0.width)" } ?? "")
    case .stride: .text(facts.stride.map(String.init) ?? "")
    case .groups: .text(facts.groups.map { $0 > 1 ? String($0) : "" } ?? "")
    case .parameters: .text(facts.parameters > 0 ? Numbers.engineering(facts.parameters) : "")
    case .macs: .text(facts.macs > 0 ? Numbers.engineering(facts.macs) : "")
    case .memory: .text(facts.outputBytes.map(Numbers.bytes) ?? "")
    case .check: CheckMark(shared: shared, pen: pen).content(of: node)
    case .time: time(of: node, facts)
    case .both: bar(of: node)
    }
  }

  /// Opaque tensors are never run.
  private func time(of node: TreeNode, _ facts: TreeFacts) -> Table.Content {
    switch node {
    case .opaque, .tensor: .text("")
    default: facts.time(pen).map { .text($0) } ?? .text("--", pen.palette.muted)
    }
  }

  private func bar(of node: TreeNode) -> Table.Content {
    let times = Form.allCases.map { shared.microseconds(of: node, in: $0) }
    guard longest > 0, times.contains(where: { $0 != nil }) else { return .text("") }
    return .widget(
      PairBar(train: times[0].map { $0 / longest }, deploy: times[1].map { $0 / longest })
    )
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
