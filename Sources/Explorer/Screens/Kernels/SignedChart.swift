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

  /// Where its parts stand.
  private struct Layout {
    let caption: Rect
    /// Above zero, the line at zero, and below it.
    let upper: Rect, zero: Rect, lower: Rect
    /// The channels' numbers.
    let foot: Rect
    /// All below the caption.
    let columns: Rect

    init(_ area: Rect, isSigned: Bool) {
      (caption, columns) = area.splitTop(1)
      let (foot, plot) = columns.splitBottom(columns.height > 1 ? 1 : 0)
      let line = isSigned && plot.height >= 5 ? 1 : 0
      let (upper, below) = plot.splitTop(isSigned ? (plot.height - line + 1) / 2 : plot.height)
      (zero, lower) = below.splitTop(line)
      (self.upper, self.foot) = (upper, foot)
    }
  }

  /// Draws a caption, the columns with a line at zero, and the channels' numbers.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    let shown = channels(in: area)
    drawCaption(into: &grid, in: layout.caption, with: pen)
    let rule = String(repeating: String(pen.glyphs.lines.horizontal), count: shown.count)
    grid.put(rule, at: layout.zero.origin, style: pen.palette.chrome, clip: layout.zero)
    for (column, index) in shown.enumerated() {
      let share = values[index] / scale.limit
      let ink = index == channel ? pen.palette.accent : nil
      if share.isNaN {
        let place = Point(
          x: layout.upper.x + column,
          y: max(layout.upper.maxY - 1, layout.upper.y)
        )
        grid.put("?", at: place, style: pen.palette.bad, clip: layout.columns)
      } else if share >= 0 {
        let rising = Rising(share: share, style: ink ?? pen.palette.positive)
        grid.draw(rising, in: layout.upper.column(column), with: pen)
      } else {
        let falling = Falling(share: -share, style: ink ?? pen.palette.negative)
        grid.draw(falling, in: layout.lower.column(column), with: pen)
      }
    }
    ChannelAxis(shown: shown, channel: channel, mark: pen.glyphs.heads.up)
      .draw(into: &grid, in: layout.foot, with: pen)
  }

  /// The columns of the channels, which can be pressed, numbers included.
  func regions(in area: Rect) -> [Region] {
    let columns = layout(in: area).columns
    return channels(in: area).enumerated().map { column, channel in
      Region(rect: columns.column(column), command: .channel(channel))
    }
  }

  private func layout(in area: Rect) -> Layout { Layout(area, isSigned: scale.isSigned) }

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
  let style: Style

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard share > 0 else { return }
    Sparkline([min(share, 1)], ceiling: 1, style: style).draw(into: &grid, in: area, with: pen)
  }
}

/// A column that hangs down from the upper edge, as long as the nearest of the signs for parts of a cell says.
private struct Falling: Widget {
  let share: Double
  let style: Style

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (rows, parts) = (min(share, 1) * Double(area.height), pen.glyphs.hanging)
    for y in 0..<area.height {
      let rest = rows - Double(y)
      // A column without a sign in its first cell would look like zero.
      let nothing = y == 0 ? -Double.infinity : 0
      guard let part = parts.min(by: { abs($0.share - rest) < abs($1.share - rest) }),
        abs(part.share - rest) < abs(rest - nothing)
      else { return }
      grid.put(sign: part.sign, at: area.origin.moved(dy: y), style: style, clip: area)
    }
  }
}

extension Rect {
  /// One column of the block, counted from its left edge.
  fileprivate func column(_ index: Int) -> Rect {
    Rect(x: x + index, y: y, width: 1, height: height)
  }
}
