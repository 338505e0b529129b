internal import Canvas

/// One column per channel, up for values above zero and down for those below, on a common scale.
///
/// The range that is in sight and the largest magnitude in it are printed; the channel that is looked
/// at stands out, and an arrow below points at it.
struct SignedChart: Widget {
  private let name: String
  private let values: [Double]
  private let channel: Int
  private let isZeroBased: Bool

  /// A chart of `values`, one per channel; `isZeroBased` spares the lower half if none is negative.
  init(_ name: String, _ values: [Double], channel: Int) {
    self.name = name
    self.values = values
    self.channel = channel
    isZeroBased = values.allSatisfy { !($0 < 0) }
  }

  /// Draws a caption, the columns, and the arrow.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (caption, rest) = area.splitTop(1)
    let (foot, plot) = rest.splitBottom(rest.height > 2 ? 1 : 0)
    let shown = Range(showing: channel, of: values.count, room: area.width)
    let limit = largestMagnitude(values[shown])
    drawCaption(limit, shown, into: &grid, in: caption, with: pen)
    let above = isZeroBased ? plot.height : (plot.height + 1) / 2
    let (upper, lower) = plot.splitTop(above)
    for (column, index) in shown.enumerated() {
      let share = values[index] / limit
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
    let arrow = Point(x: foot.x + channel - shown.lowerBound, y: foot.y)
    grid.put(String(pen.glyphs.heads.up), at: arrow, style: pen.palette.accent, clip: foot)
  }

  private func drawCaption(
    _ limit: Double,
    _ shown: Range<Int>,
    into grid: inout Grid,
    in line: Rect,
    with pen: Pen
  ) {
    let value = values.indices.contains(channel) ? values[channel] : 0
    var text = StyledLine("\(name) ", pen.palette.title)
      .then(Numbers.signed(value, 3), pen.palette.accent)
    let range = "  to \(Numbers.fixed(limit, 3))"
    let channels = ", channels \(shown.label)"
    if text.columns + range.count <= line.width { text = text.then(range, pen.palette.muted) }
    if text.columns + channels.count <= line.width { text = text.then(channels, pen.palette.muted) }
    grid.put(text, at: line.origin, clip: line)
  }
}

/// A column that grows up from the lower edge.
private struct Rising: Widget {
  let share: Double
  let isCurrent: Bool

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let style = isCurrent ? pen.palette.accent : pen.palette.positive
    Sparkline([share], ceiling: 1, style: style).draw(into: &grid, in: area, with: pen)
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
