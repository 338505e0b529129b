internal import Canvas
internal import RepCore
internal import Words

/// What the block takes under each algorithm: products and memory as counted, time and error as measured.
struct AlgorithmTable {
  /// What plans make of the block; nil as long as that is not known.
  let outlook: BlockOutlook?
  /// What was measured; nil where nothing was.
  let trial: BlockTrial?
  /// What the block is computed by from now on.
  let choice: BlockChoice
  /// The stride of the block's windows.
  let stride: Int
  let shared: Shared

  /// What there is to choose from, in the order of the rows.
  static let choices = BlockChoice.allCases

  /// Rows that the table needs, its head included.
  static var height: Int { choices.count + 1 }

  private enum Column: CaseIterable {
    case name, time, error, share, products, weights, values
  }

  /// The table; the row of the choice is marked.
  var table: Table {
    let columns = Column.allCases
    return Table(
      columns: columns.map(head),
      rowCount: AlgorithmTable.choices.count,
      selected: AlgorithmTable.choices.firstIndex(of: choice)
    ) { row, column in
      content(AlgorithmTable.choices[row], columns[column])
    }
  }

  private func head(_ column: Column) -> Table.Column {
    let language = shared.language
    return switch column {
    case .name: .init(WinogradWords.algorithm[language], width: 14, grows: true)
    case .time: .init(WinogradWords.time[language], .right, width: 8, priority: 1)
    case .error: .init(WinogradWords.error[language], .right, width: 7, priority: 2)
    case .share: .init(WinogradWords.share[language], .right, width: 5, priority: 3)
    case .products: .init(WinogradWords.productsHead[language], .right, width: 9, priority: 6)
    case .weights: .init(WinogradWords.weights[language], .right, width: 9, priority: 4)
    case .values: .init(WinogradWords.values[language], .right, width: 9, priority: 5)
    }
  }

  private func content(_ choice: BlockChoice, _ column: Column) -> Table.Content {
    let convolution = convolution(choice)
    let finding = choice.algorithm.map { trial?.each[$0] } ?? trial?.planned
    let isPossible = convolution != nil
    let muted = shared.pen.palette.muted
    func text(_ value: String?) -> Table.Content { .text(value ?? "-", value == nil ? muted : nil) }
    switch column {
    case .name: return .text(name(choice, convolution), isPossible || outlook == nil ? nil : muted)
    case .time:
      let level = shared.pen.glyphs.level
      return text(finding.map { Numbers.duration(seconds: $0.timing.median * 1e-6, glyphs: level) })
    case .error: return text(finding.map { Numbers.scientific($0.error) })
    case .share: return text(convolution.map { Numbers.fixed($0.counts.share, 3) })
    case .products: return text(convolution.map { Numbers.engineering($0.counts.products) })
    case .weights: return text(convolution.map { Numbers.bytes($0.weightBytes) })
    case .values: return text(convolution.map { Numbers.bytes($0.valueBytes) })
    }
  }

  /// The block's convolution under a choice; nil where it cannot be so, or is not known yet.
  private func convolution(_ choice: BlockChoice) -> PlannedConvolution? {
    guard let algorithm = choice.algorithm else { return outlook?.planned.largest }
    guard case .success(let found)? = outlook?.each[algorithm] else { return nil }
    return found.largest
  }

  /// The choice's name; the plan's own with what it is.
  private func name(_ choice: BlockChoice, _ convolution: PlannedConvolution?) -> String {
    guard choice == .auto, let convolution else {
      return choice.title(stride: stride)[shared.language]
    }
    let own = convolution.family.map { Text(name: $0.title) } ?? convolution.algorithm.words
    return WinogradWords.plan(own)[shared.language]
  }

  /// Why the block cannot be computed by each of the algorithms that are left; empty where it can by all.
  var obstacles: Text {
    var reasons: [(names: [Text], obstacle: ChoiceObstacle)] = []
    for choice in AlgorithmTable.choices {
      guard let algorithm = choice.algorithm,
        case .failure(let obstacle)? = outlook?.each[algorithm]
      else { continue }
      let name = choice.title(stride: stride)
      if let known = reasons.firstIndex(where: { $0.obstacle == obstacle }) {
        reasons[known].names.append(name)
      } else {
        reasons.append(([name], obstacle))
      }
    }
    return reasons.map { WinogradWords.impossible($0.names.joined(separator: ", "), $0.obstacle) }
      .joined(separator: "; ")
  }

  /// The rows, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    AlgorithmTable.choices.enumerated().prefix(max(area.height - 1, 0)).map { row, choice in
      Region(rect: area.row(row + 1), command: .algorithm(choice))
    }
  }
}

extension Algorithm {
  /// What it is called beside Winograd's: all that computes tap by tap is direct.
  fileprivate var words: Text {
    switch self {
    case .depthwise: Text(name: "depthwise")
    case .polyphaseRows: Text(en: "P2, rows alone", vi: "P2 theo hàng")
    default: BlockChoice.direct.title(stride: 1)
    }
  }
}
