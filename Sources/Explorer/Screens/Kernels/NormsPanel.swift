internal import Canvas
internal import RepCore

/// The norms of a block's branches at one channel, and their factors over all channels.
struct NormsPanel: Widget {
  private let rows: [Row]
  private let channel: Int
  private let isFolded: Bool

  private struct Row {
    let name: String
    let norm: BatchNorm?
    let fold: NormFold
  }

  /// The norms that `fold` took in, at output channel `channel`.
  init(_ fold: BlockFold, channel: Int) {
    let branches = zip(fold.block.branches, fold.branches).map { branch, folded in
      Row(name: branch.id.description, norm: branch.norm, fold: folded.norm)
    }
    let post = fold.block.postNorm.map { [Row(name: "sum", norm: $0, fold: fold.postNorm)] } ?? []
    rows = branches + post
    self.channel = channel
    isFolded = rows.allSatisfy { $0.norm == nil }
  }

  /// The least rows in which all norms can be read, borders included.
  var leastHeight: Int { isFolded ? 3 : rows.count + 3 }

  /// Draws a table with one row per norm, and below it one chart per norm.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let footer = "scale = gamma / sqrt(variance + eps)"
    grid.draw(Panel("Norms  channel \(channel)", footer: footer), in: area, with: pen)
    let inner = Panel.interior(of: area)
    guard !isFolded else {
      let text =
        "No norms: they are folded into the kernel and its bias, and cannot be taken out again."
      grid.draw(TextBlock(wrapping: text, style: pen.palette.muted), in: inner, with: pen)
      return
    }
    let (top, rest) = inner.splitTop(rows.count + 1)
    grid.draw(table, in: top, with: pen)
    // A chart of fewer than three rows says nothing, so those that do not fit are left out.
    let charted = rows.filter { $0.norm != nil }
    let columns = max(1, min(charted.count, inner.width / NormsPanel.chartColumns))
    let lines = max(1, min((charted.count + columns - 1) / columns, rest.height / 3))
    for (index, cell) in rest.rows(Array(repeating: 1, count: lines)).enumerated() {
      for (place, box) in cell.columns(Array(repeating: 1, count: columns)).enumerated() {
        let chosen = index * columns + place
        guard charted.indices.contains(chosen), cell.height >= 3 else { continue }
        let chart = SignedChart(
          "\(charted[chosen].name) scale",
          charted[chosen].fold.scale,
          channel: channel
        )
        grid.draw(chart, in: box.splitRight(1).rest, with: pen)
      }
    }
  }

  /// Columns of a chart with room for its caption.
  private static let chartColumns = 25

  private var table: Table {
    let names = ["gamma", "beta", "mean", "variance", "eps", "scale", "shift"]
    // What a narrow screen leaves out first is what the scale and the shift already tell.
    let columns = names.map { name in
      Table.Column(name, .right, width: 8, priority: name == "eps" || name == "shift" ? 1 : 0)
    }
    return Table(
      columns: [.init("norm of", width: 9)] + columns,
      rowCount: rows.count
    ) { row, column in .text(column == 0 ? rows[row].name : number(column - 1, of: rows[row])) }
  }

  private func number(_ column: Int, of row: Row) -> String {
    guard let norm = row.norm else { return column == 0 ? "no norm" : "" }
    switch column {
    case 0: return norm.gamma.map { signed($0) } ?? "1"
    case 1: return norm.beta.map { signed($0) } ?? "0"
    case 2: return signed(norm.mean)
    case 3: return Numbers.fixed(value(norm.variance), 4)
    case 4: return Numbers.scientific(norm.shape.epsilon)
    case 5: return Numbers.signed(row.fold.scale[channel], 4)
    default: return Numbers.signed(row.fold.shift[channel], 4)
    }
  }

  private func value(_ vector: Tensor) -> Double { vector.double(at: channel) }

  private func signed(_ vector: Tensor) -> String { Numbers.signed(value(vector), 4) }
}
