internal import Canvas
internal import RepCore
internal import Words

/// Every tensor of the file with what it holds, below the account of what became of all.
struct TensorTable {
  let shared: Shared
  let screen: FileScreen

  private var language: Language { shared.language }

  /// Rows below which all the room is for the tensors.
  private static let leastWithSummary = 14

  /// Draws the account and the rows around the cursor.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (summary, body) = split(area)
    let ledger = TensorLedger(shared: shared, pen: pen, width: area.width)
    grid.draw(TextBlock(ledger.lines), in: summary, with: pen)
    guard !screen.tensors.isEmpty else { return }
    grid.draw(table(width: body.width, with: pen), in: body, with: pen)
  }

  /// The counts, and every tensor in a sentence.
  func read(into reading: inout Reading) {
    reading.add(TensorLedger(shared: shared, pen: shared.pen, width: 0).lines)
    reading.add(table(width: Reading.width, with: shared.pen))
  }

  private func table(width: Int, with pen: Pen) -> Table {
    let cells = TensorCells(shared: shared, pen: pen)
    return Table(
      columns: cells.columns(longestName: screen.nameColumns, in: width),
      rowCount: screen.tensors.count,
      selected: screen.cursor,
      marking: shared.search ?? ""
    ) { row, column in cells.content(column, of: screen.tensors[row]) }
  }

  /// The rows that are shown in `area`.
  func rows(in area: Rect) -> Range<Int> {
    let height = split(area).body.height
    return Table.rows(around: screen.cursor, of: screen.tensors.count, height: height)
  }

  /// The rows of `area`, which can be pressed; from the other pane a press comes here first.
  func regions(in area: Rect) -> [Region] {
    guard screen.focus(shared) == .tensors else {
      return [Region(rect: area, command: .move(.right))]
    }
    let body = split(area).body
    return Region.rows(in: body, count: screen.tensors.count, cursor: screen.cursor)
  }

  /// The tensor under the cursor in words.
  var status: Text {
    let row = screen.tensors[screen.cursor]
    let times = shared.pen.glyphs.times
    let damage = shared.answers.statistics(of: row.name)?.damage
    let parts: [Text] = [
      Text(name: row.name),
      row.tensor.map { Text(name: $0.summary(times)) } ?? FileWords.notCarried,
      row.tensor.map { Text(name: Numbers.bytes($0.byteCount)) } ?? .none,
      FileWords.use(row.use),
      damage.map { FileWords.damage("\($0)") } ?? .none,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func split(_ area: Rect) -> (summary: Rect, body: Rect) {
    let needed = TensorLedger(shared: shared, pen: shared.pen, width: area.width).lines.count + 1
    let parts = area.splitTop(area.height >= TensorTable.leastWithSummary ? needed : 0)
    return (parts.top, parts.rest)
  }
}

/// The columns of the tensors, and what stands in them.
private struct TensorCells {
  let shared: Shared
  let pen: Pen

  private enum Kind: CaseIterable {
    case use, name, shape, type, size, minimum, maximum, mean, damage
  }

  func columns(longestName: Int, in width: Int) -> [Table.Column] {
    let (words, language) = (FileWords.columns, shared.language)
    return Kind.allCases.map { kind in
      switch kind {
      case .use: .init("", width: 1)
      case .name:
        .init(
          words.name[language],
          width: max(14, min(longestName, width * 2 / 5)),
          grows: true,
          keepsEnd: true
        )
      case .shape: .init(words.shape[language], .right, width: 12, priority: 2)
      case .type: .init(words.type[language], width: 4, priority: 6)
      case .size: .init(words.size[language], .right, width: 8, priority: 7)
      case .minimum: .init("min", .right, width: 9, priority: 3)
      case .maximum: .init("max", .right, width: 9, priority: 4)
      case .mean: .init(words.mean[language], .right, width: 9, priority: 5)
      case .damage: .init(words.damage[language], width: 7, priority: 1)
      }
    }
  }

  func content(_ column: Int, of row: FileTensor) -> Table.Content {
    let statistics = shared.answers.statistics(of: row.name)
    let range = statistics?.range
    switch Kind.allCases[column] {
    case .use: return .text(String(pen.sign(of: row.use)), pen.style(of: row.use))
    case .name: return .text(row.name)
    case .shape: return .text(row.tensor?.extents(pen.glyphs.times) ?? "")
    case .type: return .text(row.tensor?.elementType.rawValue ?? "", pen.palette.muted)
    case .size: return .text(row.tensor.map { Numbers.bytes($0.byteCount) } ?? "")
    case .minimum: return number(range?.minimum, of: row)
    case .maximum: return number(range?.maximum, of: row)
    case .mean: return number(range?.mean, of: row)
    case .damage: return damage(statistics, of: row)
    }
  }

  /// A number once it is known; nothing where the tensor has none.
  private func number(_ value: Double?, of row: FileTensor) -> Table.Content {
    if let value { return .text(value.inFourDigits) }
    guard let tensor = row.tensor, tensor.elementType.isFloatingPoint else { return .text("") }
    let isKnown = shared.answers.isKnown(TensorNeed(row.name))
    return .text(isKnown ? "--" : pen.glyphs.ellipsis, pen.palette.muted)
  }

  /// How many elements are no finite numbers, or that a variance is none.
  private func damage(_ statistics: TensorStatistics?, of row: FileTensor) -> Table.Content {
    if let damage = statistics?.damage {
      return .text("\(pen.glyphs.fail) \(Numbers.engineering(damage.count))", pen.palette.bad)
    }
    if row.use == .used, row.name.hasSuffix("running_var"), (statistics?.range?.minimum ?? 0) < 0 {
      return .text("\(pen.glyphs.fail) var<0", pen.palette.bad)
    }
    return .text("")
  }
}

extension Pen {
  /// How a tensor's row and its share of the bar are marked.
  func sign(of use: TensorUse) -> Character {
    let isBlock = glyphs.level == .block
    return switch use {
    case .used: isBlock ? "█" : "#"
    case .ignored: isBlock ? "░" : "."
    case .opaque: isBlock ? "▒" : "="
    }
  }

  /// The colour of the mark.
  func style(of use: TensorUse) -> Style {
    switch use {
    case .used: palette.bar
    case .ignored: palette.muted
    case .opaque: palette.otherBar
    }
  }
}

extension Double {
  /// Four digits and a sign, in at most nine columns: `-0.1235`, `+12.35`, `+1.235e-05`.
  fileprivate var inFourDigits: String {
    let size = magnitude
    guard size != 0 else { return "0" }
    guard size >= 0.01, size < 9999.5 else {
      return (self < 0 ? "" : "+") + Numbers.scientific(self, 2)
    }
    let decimals =
      size < 9.9995 ? size < 0.99995 ? 4 : 3 : size < 99.995 ? 2 : size < 999.95 ? 1 : 0
    return Numbers.signed(self, decimals)
  }
}
