internal import Canvas
internal import RepCore
internal import Words

/// The maps of all channels as small pictures, the one that is looked at framed, with a bar of their colours.
struct MapGalleryPanel: Widget {
  let figures: MapsFigures
  let title: Text
  let order: ChannelOrder
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (maps, bar) = parts(of: area)
    let layout = layout(in: maps.size, with: pen)
    let shown = layout.channels(showing: figures.position)
    let range = MapsWords.channels(shown.count, of: figures.channels.count)
    let mean = MapsWords.mean(of: figures.shown.extent, in: layout.values)
    let footer = [range, order.words, mean].filter { !$0.isEmpty }.joined(separator: ", ")
    grid.draw(
      Panel(title[language], footer: footer[language], isFocused: true),
      in: area,
      with: pen
    )
    for (index, place) in shown.enumerated() {
      let cells = layout.cells(of: index, in: maps)
      let map = ScaledMap(
        maps: figures.shown,
        channel: figures.channels[place],
        limit: figures.scale.limit,
        values: layout.values
      )
      grid.draw(map, in: cells.intersection(maps), with: pen)
      if place == figures.position { grid.frame(cells, in: maps, with: pen) }
    }
    grid.draw(ColorBar(scale: figures.scale, language: language), in: bar, with: pen)
  }

  private func parts(of area: Rect) -> (maps: Rect, bar: Rect) {
    let inner = Panel.interior(of: area)
    let (bar, maps) = inner.splitBottom(inner.height >= 4 ? 1 : 0)
    return (maps, bar)
  }

  private func layout(in size: Size, with pen: Pen) -> GalleryLayout {
    GalleryLayout(
      channels: figures.channels.count,
      values: ScaledMap.sizes(of: figures.shown.extent, with: pen),
      in: size,
      with: pen
    )
  }

  /// Channels in a row when the panel is drawn into `area`.
  func perRow(in area: Rect, with pen: Pen) -> Int {
    area.isEmpty ? 1 : layout(in: parts(of: area).maps.size, with: pen).perRow
  }

  /// The maps, which can be pressed.
  func regions(in area: Rect, with pen: Pen) -> [Region] {
    guard !area.isEmpty else { return [] }
    let maps = parts(of: area).maps
    let layout = layout(in: maps.size, with: pen)
    return layout.channels(showing: figures.position).enumerated().map { index, place in
      let cells = layout.cells(of: index, in: maps).intersection(maps)
      return Region(rect: cells, command: .channel(figures.channels[place]))
    }
  }
}
