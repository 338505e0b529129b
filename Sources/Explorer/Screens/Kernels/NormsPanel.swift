internal import Canvas
internal import RepCore
internal import Words

/// The norms of a block's branches at one channel, and their factors over all channels.
struct NormsPanel: Widget {
  private let rows: [Row]
  private let channel: Int
  private let isFolded: Bool
  private let language: Language

  private struct Row {
    let name: Text
    let norm: BatchNorm?
    let fold: NormFold
  }

  /// The norms that `fold` took in, at output channel `channel`.
  init(_ fold: BlockFold, channel: Int, language: Language) {
    self.language = language
    let branches = zip(fold.block.branches, fold.branches).map { branch, folded in
      Row(name: branch.id.words, norm: branch.norm, fold: folded.norm)
    }
    let post =
      fold.block.postNorm.map { [Row(name: NormWords.sum, norm: $0, fold: fold.postNorm)] } ?? []
    rows = branches + post
    self.channel = channel
    isFolded = rows.allSatisfy { $0.norm == nil }
  }

  /// The least rows in which all norms can be read, borders included.
  var leastHeight: Int { isFolded ? 3 : rows.count + 3 }

  /// The norms and their charts in sentences.
  func read(into reading: inout Reading, with pen: Pen) {
    guard !isFolded else { return reading.add(NormWords.noNorms) }
    reading.add(table(with: pen))
    let size = Size(width: Reading.width, height: Reading.width)
    for (chart, _) in charts(in: Rect(size: size)) { reading.add(chart.sentence) }
  }

  /// The channels of the charts, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    guard !isFolded else { return [] }
    return charts(in: Panel.interior(of: area)).flatMap { $0.chart.regions(in: $0.area) }
  }

  /// Draws a table with one row per norm, and below it one chart per norm.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let title = NormWords.norms(channel: channel)[language]
    let panel = Panel(title, footer: NormWords.scaleFormula[language])
    grid.draw(panel, in: area, with: pen)
    let inner = Panel.interior(of: area)
    guard !isFolded else {
      let text = TextBlock(wrapping: NormWords.noNorms[language], style: pen.palette.muted)
      grid.draw(text, in: inner, with: pen)
      return
    }
    grid.draw(table(with: pen), in: inner.splitTop(rows.count + 1).top, with: pen)
    for (chart, cells) in charts(in: inner) { grid.draw(chart, in: cells, with: pen) }
  }

  /// A chart for each norm below the table.
  ///
  /// One of fewer than three rows says nothing, so those that do not fit are left out.
  private func charts(in inner: Rect) -> [(chart: SignedChart, area: Rect)] {
    let rest = inner.splitTop(rows.count + 1).rest
    let charted = rows.filter { $0.norm != nil }
    let scale = ChartScale(of: charted.map(\.fold.scale))
    let columns = max(1, min(charted.count, inner.width / NormsPanel.chartColumns))
    let lines = max(1, min((charted.count + columns - 1) / columns, rest.height / 3))
    let cells = rest.rows(Array(repeating: 1, count: lines))
      .flatMap { $0.columns(Array(repeating: 1, count: columns)) }
    return zip(charted, cells).filter { $1.height >= 3 }
      .map { row, cells in
        let name = Text(en: "", vi: "hệ số ") + row.name + Text(en: " scale", vi: "")
        let chart = SignedChart(
          name[language],
          row.fold.scale,
          channel: channel,
          scale: scale,
          language: language
        )
        return (chart, cells.splitRight(1).rest)
      }
  }

  /// Columns of a chart with room for its caption.
  private static let chartColumns = 25

  private func table(with pen: Pen) -> Table {
    // What a narrow screen leaves out first is what the scale and the shift already tell.
    let columns = NormsPanel.columns.map { column in
      Table.Column(
        column.title[language],
        .right,
        width: 8,
        priority: column.isExtra ? 1 : 0,
        spoken: column.spoken[language]
      )
    }
    return Table(
      columns: [.init(NormWords.normOf[language], width: 9)] + columns,
      rowCount: rows.count
    ) { row, column in
      guard column > 0 else { return .text(rows[row].name[language]) }
      let (text, isGood) = cell(column - 1, of: rows[row])
      return .text(text, isGood ? nil : pen.palette.bad)
    }
  }

  /// A number of a norm: its head as seen and as heard, and whether the scale and the shift tell it too.
  private struct Column {
    let title: Text
    let spoken: Text
    let isExtra: Bool

    init(_ title: Text, spoken: Text? = nil, isExtra: Bool = false) {
      (self.title, self.spoken, self.isExtra) = (title, spoken ?? title, isExtra)
    }
  }

  private static let columns: [Column] = [
    Column(Text(name: "gamma")), Column(Text(name: "beta")), Column(NormWords.mean),
    Column(NormWords.variance, spoken: BlockWords.variance),
    Column(Text(name: "eps"), isExtra: true), Column(NormWords.scale),
    Column(NormWords.shift, isExtra: true),
  ]

  /// A number of the table, and whether it can be right.
  private func cell(_ column: Int, of row: Row) -> (text: String, isGood: Bool) {
    guard let norm = row.norm else { return (column == 0 ? NormWords.noNorm[language] : "", true) }
    func value(_ vector: Tensor?, _ missing: Double) -> Double {
      vector?.double(at: channel) ?? missing
    }
    let variance = value(norm.variance, 1)
    switch column {
    case 0: return signed(value(norm.gamma, 1))
    case 1: return signed(value(norm.beta, 0))
    case 2: return signed(value(norm.mean, 0))
    case 3:
      let isTiny = variance != 0 && variance.magnitude < 0.000_995
      let text = isTiny ? Numbers.scientific(variance) : Numbers.fixed(variance, 4)
      return (text.count > 8 ? Numbers.scientific(variance) : text, variance >= 0)
    case 4: return (Numbers.scientific(norm.shape.epsilon), true)
    case 5: return signed(row.fold.scale[channel])
    default: return signed(row.fold.shift[channel])
    }
  }

  /// Four digits behind the point, or a power of ten where those would say nothing.
  private func signed(_ value: Double) -> (text: String, isGood: Bool) {
    let isPlain = value == 0 || (0.000_995..<999).contains(value.magnitude) || !value.isFinite
    let text =
      isPlain
      ? Numbers.signed(value, 4) : (value < 0 ? "" : "+") + Numbers.scientific(value)
    return (text, value.isFinite)
  }
}
