internal import Canvas
internal import Glibc
internal import RepCore

/// How many values lie where, as columns on a scale of powers of ten: single values are seen beside thousands.
struct HistogramChart: Widget {
  let histogram: Histogram
  let style: Style?

  /// Columns of the scale at the left.
  static let gutter = 5

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (foot, plot) = area.splitBottom(area.height > 2 ? 1 : 0)
    let (scale, room) = plot.splitLeft(HistogramChart.gutter)
    let counts = HistogramChart.counts(histogram, columns: room.width)
    guard !counts.isEmpty, !room.isEmpty else { return }
    let wide = max(room.width / counts.count, 1)
    let columns = Rect(x: room.x, y: room.y, width: wide * counts.count, height: room.height)
    let powers = HistogramChart.powers(for: counts.max() ?? 0)
    drawScale(powers, into: &grid, in: scale, with: pen)
    // A single value still shows the lowest sign; none shows nothing.
    let heights = counts.flatMap { count in
      repeatElement(count > 0 ? log10(Double(count)) : .nan, count: wide)
    }
    grid.draw(
      Sparkline(heights, ceiling: Double(powers), style: style),
      in: columns,
      with: pen
    )
    let below = Rect(x: columns.x, y: foot.y, width: columns.width, height: foot.height)
    drawEnds(into: &grid, in: below, with: pen)
  }

  /// The counts of so many bins as there is room for, several of the histogram's added up.
  static func counts(_ histogram: Histogram, columns: Int) -> [Int] {
    let counts = histogram.counts
    guard
      let merged = (1...counts.count).first(where: {
        counts.count.isMultiple(of: $0) && counts.count / $0 <= columns
      })
    else { return [] }
    return stride(from: 0, to: counts.count, by: merged).map { start in
      counts[start..<start + merged].reduce(0, +)
    }
  }

  /// The powers of ten of the scale: at least one, and none that no count reaches.
  static func powers(for largest: Int) -> Int {
    var (power, powers) = (10, 1)
    while power < largest { (power, powers) = (power * 10, powers + 1) }
    return powers
  }

  private func drawScale(_ powers: Int, into grid: inout Grid, in area: Rect, with pen: Pen) {
    let top = ["1", "10", "100"][powers % 3] + ["", "k", "M", "G", "T"][min(powers / 3, 4)]
    for (row, text) in [(0, top), (area.height - 1, "1")] where row == 0 || area.height > 1 {
      let fitted = text.fitted(to: area.width - 1, .right)
      grid.put(fitted, at: area.row(row).origin, style: pen.palette.muted, clip: area)
    }
    for row in 0..<area.height {
      let place = area.row(row).origin.moved(dx: area.width - 1)
      grid.put(sign: pen.glyphs.lines.vertical, at: place, style: pen.palette.chrome, clip: area)
    }
  }

  /// The ends of the values, and zero where there is room between them.
  private func drawEnds(into grid: inout Grid, in line: Rect, with pen: Pen) {
    let range = histogram.range
    let (least, greatest) = (factorText(range.lowerBound), factorText(range.upperBound))
    grid.put(least, at: line.origin, style: pen.palette.muted, clip: line)
    let right = line.maxX - Canvas.columns(of: greatest)
    grid.put(greatest, at: Point(x: right, y: line.y), style: pen.palette.muted, clip: line)
    let width = range.upperBound - range.lowerBound
    guard width > 0, range.contains(0) else { return }
    let zero = line.x + Int(-range.lowerBound / width * Double(line.width))
    guard zero > line.x + Canvas.columns(of: least), zero < right - 1 else { return }
    grid.put("0", at: Point(x: zero, y: line.y), style: pen.palette.muted, clip: line)
  }
}
