internal import Canvas
internal import RepCore
internal import Words

/// The scales of the selected branch's norm, one column per channel, on the scale of all norms of the block; in
/// the deploy form the folded biases.
struct ScaleChart: Widget {
  let shared: Shared

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    if let chart = chart(in: area) { grid.draw(chart, in: area.inset(dx: 1, dy: 0), with: pen) }
  }

  /// The chart in a sentence.
  func read(into reading: inout Reading) {
    let size = Size(width: Reading.width, height: Reading.width)
    if let chart = chart(in: Rect(size: size)) { reading.add(chart.sentence) }
  }

  /// The channels, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    chart(in: area)?.regions(in: area.inset(dx: 1, dy: 0)) ?? []
  }

  private func chart(in area: Rect) -> SignedChart? {
    guard area.height >= 4, area.width >= 20, let block = shared.selectedBlock,
      let (title, values, scale) = content(BlockFold(block))
    else { return nil }
    return SignedChart(
      title[shared.language],
      values,
      channel: shared.selection.output,
      scale: scale,
      language: shared.language
    )
  }

  private func content(_ fold: BlockFold) -> (Text, [Double], ChartScale)? {
    if shared.form == .deploy {
      let biases = (0..<fold.block.shape.outputChannels).map { fold.bias(output: $0) }
      return (BlockWords.biases, biases, ChartScale(of: [biases]))
    }
    let index = shared.branchIndex
    guard fold.block.branches.indices.contains(index), fold.block.branches[index].norm != nil else {
      return nil
    }
    let norms = zip(fold.block.branches, fold.branches).filter { $0.0.norm != nil }
    let scale = ChartScale(of: norms.map(\.1.scale))
    return (BlockWords.scales(fold.branches[index].id), fold.branches[index].scale, scale)
  }
}
