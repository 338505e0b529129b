internal import Canvas
internal import RepCore
internal import Words

/// The time of every row, both forms on one axis.
struct LiveTable: Widget {
  private let figures: LiveFigures
  private let order: RowOrder
  private let searched: String

  /// The table of `figures`, the row under the cursor in sight.
  init(_ figures: LiveFigures, order: RowOrder, searched: String?) {
    self.figures = figures
    self.order = order
    self.searched = searched ?? ""
  }

  /// Draws a pane whose lower border explains the bars.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let inner = LiveTable.interior(of: area)
    let table = table(width: inner.width, with: pen)
    let note = Text.more(of: table, in: inner)[figures.language]
    let panel = Panel(title[figures.language], note: note, isFocused: true)
    grid.draw(panel, in: area, with: pen)
    drawLegend(into: &grid, in: panel.footer(of: area), with: pen)
    grid.draw(table, in: inner, with: pen)
  }

  /// Every row in a sentence.
  func read(into reading: inout Reading, with pen: Pen) {
    reading.add(title)
    reading.add(table(width: Reading.width, with: pen))
  }

  private var title: Text {
    LiveWords.table(
      figures.form,
      runs: figures.shown?.profile.runs,
      isAlone: figures.isSeparate
    )
  }

  private func table(width: Int, with pen: Pen) -> Table {
    let cells = LiveCells(figures, width: width, pen)
    return Table(
      columns: cells.columns,
      rowCount: figures.rows.count,
      selected: figures.selected,
      marking: searched
    ) { cells.content(row: $0, column: $1) }
  }

  /// The rows of the pane, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    Region.rows(
      in: LiveTable.interior(of: area),
      count: figures.rows.count,
      cursor: figures.selected ?? 0
    )
  }

  /// What is inside of the pane, but a free column, so that a mark at the end of a bar does not touch the border.
  private static func interior(of area: Rect) -> Rect {
    Panel.interior(of: area).splitRight(1).rest
  }

  /// The longest legend that fits into the lower border, in the colours of the bars.
  private func drawLegend(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (language, palette) = (figures.language, pen.palette)
    let forms = PairBar.legend(hasTrainingForm: figures.hasTrainingForm, language, pen)
    // Blanks are plain: an underlined one looks like a sign.
    func then(_ line: StyledLine, _ sign: Character, _ style: Style, _ word: String) -> StyledLine {
      line.then("  ", palette.text).then(String(sign), style).then(" " + word, palette.text)
    }
    func ordered(_ line: StyledLine) -> StyledLine {
      line.then("  " + LiveWords.order(order)[language], palette.muted)
    }
    let marked = then(forms, pen.glyphs.tick, palette.warning, "p95")
    let sorted = ordered(marked)
    let whole = ordered(
      then(marked, PairBar.aloneSign(pen.glyphs), palette.muted, LiveWords.alone[language])
    )
    let isNeeded = figures.rows.contains { $0.formWithout != nil }
    let variants = (isNeeded ? [whole] : []) + [sorted, marked, forms]
    grid.put(legends: variants, in: area, with: pen)
  }
}

/// The columns of the table and what stands in them.
private struct LiveCells {
  let columns: [Table.Column]
  private let figures: LiveFigures
  private let pen: Pen
  private let longest: Double
  private let sum: Double
  private let running: [Double]

  private enum Kind: CaseIterable {
    case name, algorithm, median, p95, share, sum, moved, speed, faster, bar
  }

  private let kinds: [Kind]

  init(_ figures: LiveFigures, width: Int, _ pen: Pen) {
    (self.figures, self.pen, longest, sum) = (figures, pen, figures.longest, figures.sum)
    var total = 0.0
    running = figures.rows.map { row in
      total += row.shown?.timing.median ?? 0
      return total
    }
    // Names get what the longest needs, up to a share of the width.
    let names = figures.rows.map { Canvas.columns(of: $0.name) }
    let (words, language) = (LiveWords.columns, figures.language)
    // One form is faster than none.
    kinds = Kind.allCases.filter { $0 != .faster || figures.hasTrainingForm }
    columns = kinds.map { kind in
      switch kind {
      case .name:
        .init(
          words.block[language],
          width: max(10, min(names.max() ?? 0, width * 2 / 5)),
          keepsEnd: true
        )
      case .algorithm: .init(words.algorithm[language], width: 13, priority: 8)
      case .median: .init(words.median[language], .right, width: 8)
      case .p95: .init("p95", .right, width: 7, priority: 6)
      case .share: .init(words.share[language], .right, width: 5, priority: 3)
      case .sum: .init(words.sum[language], .right, width: 5, priority: 5)
      case .moved: .init(words.moved[language], .right, width: 8, priority: 2)
      case .speed: .init("GMAC/s", .right, width: 6, priority: 4)
      case .faster: .init(words.faster[language], .right, width: 6, priority: 1)
      case .bar: .init(words.time[language], width: 10, grows: true)
      }
    }
  }

  func content(row index: Int, column: Int) -> Table.Content {
    let row = figures.rows[index]
    let shown = row.shown
    switch kinds[column] {
    case .name: return .text(row.name)
    case .algorithm:
      let sum = shown.map { $0.steps > 1 ? steps($0.steps) : $0.algorithm.rawValue }
      return .text(sum ?? "", pen.palette.muted)
    case .median: return .text(time(shown?.timing.median))
    case .p95: return .text(time(shown?.timing.p95), pen.palette.muted)
    case .share: return .text(part(shown?.timing.median))
    case .sum: return .text(shown == nil ? "--" : part(running[index]), pen.palette.muted)
    case .moved: return .text(shown.map { Numbers.bytes($0.bytes) } ?? "--")
    case .speed: return .text(speed(of: shown))
    case .faster:
      return .text(
        row.gain.map { Numbers.fixed($0, 2) + "x" } ?? "--",
        row.gain.map { pen.palette.style(ofGain: $0) } ?? pen.palette.muted
      )
    case .bar: return bar(of: row)
    }
  }

  private func steps(_ count: Int) -> String { LiveWords.steps(count)[figures.language] }

  private func time(_ microseconds: Double?) -> String {
    microseconds.map { pen.duration(microseconds: $0) } ?? "--"
  }

  /// A time as a part of all rows' times.
  private func part(_ microseconds: Double?) -> String {
    guard let microseconds, sum > 0 else { return "--" }
    let share = microseconds / sum
    return Numbers.percent(share, share < 0.9995 ? 1 : 0)
  }

  private func speed(of sum: StepSum?) -> String {
    guard let sum, sum.timing.median > 0, sum.macs > 0 else { return "--" }
    return Numbers.fixed(Double(sum.macs) / sum.timing.median / 1e3, 1)
  }

  private func bar(of row: LiveRow) -> Table.Content {
    guard row.train != nil || row.deploy != nil else { return .text("") }
    return .widget(
      PairBar(
        train: row.train.map { $0.timing.median / longest },
        deploy: row.deploy.map { $0.timing.median / longest },
        tick: row.shown.map { $0.timing.p95 / longest },
        isAlone: row.formWithout != nil
      )
    )
  }
}
