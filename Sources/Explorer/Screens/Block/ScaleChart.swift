internal import Canvas
internal import RepCore

/// The scales of the selected branch's norm over all channels, as columns; in the deploy form the biases.
struct ScaleChart: Widget {
  let shared: Shared

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard area.height >= 3, area.width >= 20, let block = shared.selectedBlock else { return }
    let (title, values) = content(block)
    guard !values.isEmpty else { return }
    let (top, chart) = area.inset(dx: 1, dy: 0).splitTop(1)
    // With fewer digits where there is little room: a number that is cut off would be another number.
    let ranges = [3, 1, 0].map { digits in
      "  \(Numbers.signed(values.min() ?? 0, digits)) to \(Numbers.signed(values.max() ?? 0, digits))"
    }
    let range = ranges.first { columns(of: title + $0) <= top.width } ?? ""
    let line = StyledLine(title, pen.palette.header).then(range, pen.palette.muted)
    grid.put(line, at: top.origin, clip: top)
    let bars = resampled(values.map(abs), to: chart.width)
    let spark = Sparkline(
      bars,
      floor: 0,
      ceiling: nil,
      style: pen.palette.bar
    )
    grid.draw(spark, in: chart.splitLeft(bars.count).left, with: pen)
  }

  private func content(_ block: Block) -> (String, [Double]) {
    let fold = BlockFold(block)
    if shared.form == .deploy {
      let channels = 0..<block.shape.outputChannels
      return ("|bias| of every channel", channels.map { fold.bias(output: $0) })
    }
    guard fold.branches.indices.contains(shared.branchIndex) else { return ("", []) }
    return ("|gamma/sqrt(var+eps)| of every channel", fold.branches[shared.branchIndex].scale)
  }

  /// As many columns as there are: channels made wider, or the largest of each run of channels.
  private func resampled(_ values: [Double], to width: Int) -> [Double] {
    if values.count <= width {
      return values.flatMap { Array(repeating: $0, count: width / values.count) }
    }
    return (0..<width).map { column in
      let (first, last) = (column * values.count / width, (column + 1) * values.count / width)
      return values[first..<max(last, first + 1)].max() ?? 0
    }
  }
}
