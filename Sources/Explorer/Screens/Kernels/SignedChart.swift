internal import Canvas
internal import Words

/// What charts share that are compared: their largest magnitude, and whether any goes below zero.
struct ChartScale {
  /// The magnitude at the edge.
  let limit: Double
  /// Whether there is room below zero.
  let isSigned: Bool

  /// One scale for all of `series`, over all their channels, in sight or not.
  init(of series: [[Double]]) {
    limit = largestMagnitude(series.lazy.flatMap(\.self))
    isSigned = series.contains { $0.contains { $0 < 0 } }
  }
}

/// One column per channel, up for values above zero and down for those below, on a scale that charts share.
///
/// The channels below are numbered, and the one that is looked at stands out.
struct SignedChart: Widget {
  private let name: String
  private let values: [Double]
  private let channel: Int
  private let scale: ChartScale
  private let language: Language

  /// A chart of `values`, one per channel.
  init(_ name: String, _ values: [Double], channel: Int, scale: ChartScale, language: Language) {
    self.name = name
    self.values = values
    self.channel = channel
    self.scale = scale
    self.language = language
  }

  /// Draws a caption, the columns with a line at zero, and the channels' numbers.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (caption, rest) = area.splitTop(1)
    let (foot, plot) = rest.splitBottom(rest.height > 1 ? 1 : 0)
    let shown = channels(in: area)
    drawCaption(into: &grid, in: caption, with: pen)
    let line = scale.isSigned && plot.height >= 5 ? 1 : 0
    let above = scale.isSigned ? (plot.height - line + 1) / 2 : plot.height
    let (upper, below) = plot.splitTop(above)
    let (zero, lower) = below.splitTop(line)
    let rule = String(repeating: String(pen.glyphs.lines.horizontal), count: shown.count)
    grid.put(rule, at: zero.origin, style: pen.palette.chrome, clip: zero)
    for (column, index) in shown.enumerated() {
      let share = values[index] / scale.limit
      let isCurrent = index == channel
      if share.isNaN {
        let place = Point(x: plot.x + column, y: max(upper.maxY - 1, plot.y))
        grid.put("?", at: place, style: pen.palette.bad, clip: plot)
      } else if share >= 0 {
        let cell = Rect(x: plot.x + column, y: upper.y, width: 1, height: upper.height)
        Rising(share: share, isCurrent: isCurrent).draw(into: &grid, in: cell, with: pen)
      } else {
        let cell = Rect(x: plot.x + column, y: lower.y, width: 1, height: lower.height)
        Falling(share: -share, isCurrent: isCurrent).draw(into: &grid, in: cell, with: pen)
      }
    }
    ChannelAxis(shown: shown, channel: channel, mark: pen.glyphs.heads.up)
      .draw(into: &grid, in: foot, with: pen)
  }

  /// The columns of the channels, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    channels(in: area).enumerated().map { column, channel in
      let cells = Rect(x: area.x + column, y: area.y + 1, width: 1, height: area.height - 1)
      return Region(rect: cells, command: .channel(channel))
    }
  }

  /// The channels in sight, one for each column.
  private func channels(in area: Rect) -> Range<Int> {
    Range(showing: channel, of: values.count, room: area.width)
  }

  /// Its value at the channel that is looked at, and the least and the greatest of all.
  var sentence: Text {
    func extreme(_ index: Int?) -> String {
      index.map { "\(factorText(values[$0])) (\($0))" } ?? "--"
    }
    let order = values.indices.sorted { values[$0] < values[$1] }
    let here = values.indices.contains(channel) ? factorText(values[channel]) : "--"
    let (least, most) = (extreme(order.first), extreme(order.last))
    return Text(
      en: "\(name) \(here) at channel \(channel); least \(least), greatest \(most)",
      vi: "\(name) \(here) ở kênh \(channel); nhỏ nhất \(least), lớn nhất \(most)"
    )
  }

  private func drawCaption(into grid: inout Grid, in line: Rect, with pen: Pen) {
    let value = values.indices.contains(channel) ? values[channel] : 0
    let number = factorText(value)
    let name = self.name
      .truncated(to: max(line.width - number.count - 1, 0), ellipsis: pen.glyphs.ellipsis)
    var text = StyledLine(name + " ", pen.palette.title).then(number, pen.palette.accent)
    let ends = scale.isSigned ? limitText(scale.limit, with: pen) : Numbers.significant(scale.limit)
    let range = "  " + NormWords.upTo(ends)[language]
    if text.columns + columns(of: range) <= line.width {
      text = text.then(range, pen.palette.muted)
    }
    grid.put(text, at: line.origin, clip: line)
  }
}

/// A column that grows up from the lower edge; zero is none.
private struct Rising: Widget {
  let share: Double
  let isCurrent: Bool

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard share > 0 else { return }
    let style = isCurrent ? pen.palette.accent : pen.palette.positive
    Sparkline([min(share, 1)], ceiling: 1, style: style).draw(into: &grid, in: area, with: pen)
  }
}

/// A column that hangs down from the upper edge, to a whole cell.
private struct Falling: Widget {
  let share: Double
  let isCurrent: Bool

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let style = isCurrent ? pen.palette.accent : pen.palette.negative
    let sign = pen.glyphs.level == .ascii ? "-" : "\u{2592}"
    let rows = max(1, Int((min(share, 1) * Double(area.height)).rounded()))
    for y in 0..<min(rows, area.height) {
      grid.put(sign, at: area.origin.moved(dy: y), style: style, clip: area)
    }
  }
}
