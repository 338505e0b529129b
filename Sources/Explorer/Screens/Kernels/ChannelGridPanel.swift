internal import Canvas
internal import RepCore
internal import Words

/// One tap of all kernels of a layer, output channels down, input channels across; of 1x1 kernels, all.
///
/// The centre is the one tap that all branches meet in, so before and after differ here most: the
/// 1x1 branch shows everywhere, the identity branch as a diagonal. The pair that is looked at is marked on the
/// axes, so that every cell keeps its colour.
struct ChannelGridPanel: Widget {
  let layer: ShownLayer

  private var pair: Selection { layer.pair }
  private var tap: Int { layer.choices.tap(of: layer.shape) }
  private var language: Language { layer.language }

  /// Draws the map of the form that is shown, or both where the training form has the room.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for pane in layer.panes(in: area, showing: .one) {
      draw(pane.source, pane.limit, into: &grid, in: pane.area, with: pen)
    }
  }

  /// The cells of the maps, which can be pressed; where a cell holds two channels, one after the other.
  func regions(in area: Rect, with pen: Pen) -> [Region] {
    let perRow = HeatMap.valuesPerRow(with: pen)
    return layer.panes(in: area, showing: .one).flatMap { pane in
      let inner = Panel.interior(of: pane.area)
      let layout = ChannelMapLayout(pane.source.shape, around: pair, in: inner, with: pen)
      return layout.outputs.indices.flatMap { output in
        layout.inputs.enumerated().compactMap { column, input -> Region? in
          let place = output - layout.outputs.lowerBound
          // Of two channels in a cell the later region counts: the one that is not looked at.
          let isSecond = place % perRow == 1
          if isSecond, pair.output == output, pair.input == input { return nil }
          let cell = layout.map.origin.moved(dx: column, dy: place / perRow)
          let rect = Rect(origin: cell, size: Size(width: 1, height: 1))
          return Region(rect: rect, command: .pair(output: output, input: input))
        }
      }
    }
  }

  private func draw(
    _ source: LayerSource,
    _ limit: Double,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    let inner = Panel.interior(of: area)
    let layout = ChannelMapLayout(source.shape, around: pair, in: inner, with: pen)
    let taps = KernelsWords.taps(tap, side: source.shape.kernelSize)
    let title = source.title + Text(name: ", ") + taps
    let range = KernelsWords.window(
      outputs: layout.outputs.label,
      inputs: layout.inputs.label,
      shape: source.shape
    )
    let footer =
      layout.bar.isEmpty ? Text(name: limitText(limit, with: pen) + ", ") + range : range
    grid.draw(Panel(title[language], footer: footer[language]), in: area, with: pen)
    let values = layout.outputs.map { source.taps(tap, output: $0, inputs: layout.inputs) }
    let map = HeatMap(
      rows: layout.outputs.count,
      columns: layout.inputs.count,
      scale: pen.diverging
    ) { row, column in values[row][column] / limit }
    grid.draw(map, in: layout.map, with: pen)
    let sample = LayerSample(source.shape)
    let scale = LayerScale(
      limit: limit,
      values: sample.values { source.tap(tap, output: $0, input: $1) },
      isPartial: sample.isPartial
    )
    grid.draw(ColorBar(scale: scale, language: language), in: layout.bar, with: pen)
    let axis = ChannelAxis(shown: layout.inputs, channel: pair.input, mark: pen.glyphs.heads.down)
    grid.draw(axis, in: layout.axis, with: pen)
    drawRowLabels(layout, into: &grid, with: pen)
  }

  /// The first output channel of every row of text; in the row of the pair, its own.
  private func drawRowLabels(_ layout: ChannelMapLayout, into grid: inout Grid, with pen: Pen) {
    let perRow = HeatMap.valuesPerRow(with: pen)
    guard layout.labels.width > 1 else { return }
    for row in 0..<layout.labels.height {
      let first = layout.outputs.lowerBound + row * perRow
      guard first < layout.outputs.upperBound else { return }
      let isChosen = (first..<first + perRow).contains(pair.output)
      let text = String(isChosen ? pair.output : first)
        .fitted(to: layout.labels.width - 1, .right)
      let mark = isChosen ? String(pen.glyphs.heads.right) : " "
      let style = isChosen ? pen.palette.accent : pen.palette.muted
      let line = layout.labels.row(row)
      grid.put(text + mark, at: line.origin, style: style, clip: line)
    }
  }
}

/// Where a map's cells, axes and colour bar stand, and which channels it shows.
struct ChannelMapLayout {
  /// Output channels, one per row of values.
  let outputs: Range<Int>
  /// Input channels of the group, one per column.
  let inputs: Range<Int>
  /// The cells.
  let map: Rect
  /// Row labels at the left of the cells; without columns where there is no room.
  let labels: Rect
  /// The axis above the cells.
  let axis: Rect
  /// The colour bar below them.
  let bar: Rect

  /// The channels around `pair` that `area` can show.
  init(_ shape: BlockShape, around pair: Selection, in area: Rect, with pen: Pen) {
    let isRoomy = area.height >= 4
    let (axis, below) = area.splitTop(isRoomy ? 1 : 0)
    let (bar, rows) = below.splitBottom(isRoomy ? 1 : 0)
    let digits = String(max(shape.outputChannels - 1, 0)).count
    let gutter = area.width >= 4 * digits + 4 ? digits + 1 : 0
    (labels, map) = rows.splitLeft(gutter)
    self.axis = axis.splitLeft(gutter).rest
    self.bar = bar
    outputs = Range(
      showing: pair.output,
      of: shape.outputChannels,
      room: map.height * HeatMap.valuesPerRow(with: pen)
    )
    inputs = Range(showing: pair.input, of: shape.inputChannels / shape.groups, room: map.width)
  }
}
