internal import Canvas
internal import RepCore
internal import Words

/// Whole kernels before and after folding: those of a depthwise layer, where each channel has one of its own,
/// or the filter of one output channel, a kernel for each of its input channels.
struct KernelGalleryPanel: Widget {
  let layer: ShownLayer

  private var pair: Selection { layer.pair }
  private var language: Language { layer.language }

  /// Draws the gallery of the form that is shown, or both where the training form has the room.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    for pane in panes(in: area) {
      let layout = pane.gallery.layout(in: pane.kernels.size, with: pen)
      let shown = layout.channels(showing: pane.gallery.channel)
      let panel = Panel(
        pane.title[language],
        footer: footer(shown, of: pane.gallery.channels)[language]
      )
      grid.draw(panel, in: pane.area, with: pen)
      grid.draw(pane.gallery, in: pane.kernels, with: pen)
      drawRowLabels(shown, layout, in: pane, into: &grid, with: pen)
      let scale = scale(pane.source, pane.gallery.limit)
      grid.draw(ColorBar(scale: scale, language: language), in: pane.bar, with: pen)
    }
  }

  /// The kernels, which can be pressed.
  func regions(in area: Rect, with pen: Pen) -> [Region] {
    panes(in: area).flatMap { pane in
      let layout = pane.gallery.layout(in: pane.kernels.size, with: pen)
      return layout.channels(showing: pane.gallery.channel).enumerated().map { place, channel in
        let cells = layout.cells(of: place, in: pane.kernels)
        let isDepthwise = pane.source.shape.isDepthwise
        let command: Command =
          isDepthwise ? .channel(channel) : .pair(output: pair.output, input: channel)
        return Region(rect: cells, command: command)
      }
    }
  }

  /// Kernels in a row of the gallery when the panel is drawn into `area`.
  func perRow(in area: Rect, with pen: Pen) -> Int {
    guard let pane = panes(in: area).first else { return 1 }
    return pane.gallery.layout(in: pane.kernels.size, with: pen).perRow
  }

  private struct Pane {
    let title: Text
    let area: Rect
    let labels: Rect
    let kernels: Rect
    let bar: Rect
    let source: LayerSource
    let gallery: KernelGallery
  }

  private func panes(in area: Rect) -> [Pane] {
    layer.panes(in: area, showing: .all).map { pane($0.source, $0.limit, in: $0.area) }
  }

  private func pane(_ source: LayerSource, _ limit: Double, in area: Rect) -> Pane {
    let shape = source.shape
    let count = shape.isDepthwise ? shape.outputChannels : shape.inputChannels / shape.groups
    let inner = Panel.interior(of: area)
    let (bar, rows) = inner.splitBottom(inner.height >= 4 ? 1 : 0)
    let digits = String(max(firstInput(shape) + count - 1, 0)).count
    let (labels, kernels) = rows.splitLeft(inner.width >= 4 * digits + 8 ? digits + 1 : 0)
    let output = pair.output
    let gallery = KernelGallery(
      channels: count,
      side: shape.kernelSize,
      channel: shape.isDepthwise ? output : pair.input,
      limit: limit
    ) {
      shape.isDepthwise
        ? source.kernel(output: $0, input: 0) : source.kernel(output: output, input: $0)
    }
    let what =
      shape.isDepthwise ? KernelsWords.perChannel : KernelsWords.filter(output: output)
    return Pane(
      title: source.title + Text(name: ", ") + what,
      area: area,
      labels: labels,
      kernels: kernels,
      bar: bar,
      source: source,
      gallery: gallery
    )
  }

  /// Colours for every tap of the sampled kernels.
  private func scale(_ source: LayerSource, _ limit: Double) -> LayerScale {
    LayerScale(
      limit: limit,
      values: source.sampledTaps.flatMap(\.self),
      isPartial: LayerSample(source.shape).isPartial
    )
  }

  private func footer(_ shown: Range<Int>, of count: Int) -> Text {
    let shape = layer.shape
    guard !shape.isDepthwise else {
      return KernelsWords.channels(shown.label, of: count)
    }
    let first = firstInput(shape)
    let range = shown.isEmpty ? shown : first + shown.lowerBound..<first + shown.upperBound
    return KernelsWords.inputs(range.label, of: shape.inputChannels)
  }

  /// The number of the first input channel that the output channel sees.
  private func firstInput(_ shape: BlockShape) -> Int {
    shape.isDepthwise ? 0 : shape.group(of: pair.output) * (shape.inputChannels / shape.groups)
  }

  /// The channel of the first kernel in every row.
  private func drawRowLabels(
    _ shown: Range<Int>,
    _ layout: GalleryLayout,
    in pane: Pane,
    into grid: inout Grid,
    with pen: Pen
  ) {
    guard pane.labels.width > 1 else { return }
    for (row, channel) in stride(from: shown.lowerBound, to: shown.upperBound, by: layout.perRow)
      .enumerated()
    {
      let isChosen = (channel..<channel + layout.perRow).contains(pane.gallery.channel)
      let line = pane.labels.row(row * layout.tile.height)
      let text = String(firstInput(layer.shape) + channel).fitted(to: pane.labels.width - 1, .right)
      let style = isChosen ? pen.palette.accent : pen.palette.muted
      grid.put(text, at: line.origin, style: style, clip: line)
    }
  }
}
