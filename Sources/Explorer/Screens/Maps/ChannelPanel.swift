internal import Canvas
internal import RepCore
internal import Words

/// The map of the channel that is looked at: as numbers on their colours where it is small, else as large as it goes.
struct ChannelPanel: Widget {
  let figures: MapsFigures
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (maps, channel) = (figures.shown, figures.channel)
    let title = MapsWords.channel(channel, of: maps.channels)[language]
    let extent = "\(maps.extent.height)\(pen.glyphs.times)\(maps.extent.width)"
    grid.draw(Panel(title, footer: extent), in: area, with: pen)
    let inner = Panel.interior(of: area)
    let (caption, rest) = inner.splitTop(inner.height > 2 ? 1 : 0)
    let words = MapsWords.figures(ChannelFigures(maps, channel))[language]
      .truncated(to: caption.width, ellipsis: pen.glyphs.ellipsis)
    grid.put(words, at: caption.origin, style: pen.palette.text, clip: caption)
    let map = ChannelPicture(maps: maps, channel: channel, limit: figures.scale.limit)
    grid.draw(map, in: rest, with: pen)
  }
}

/// One channel's map as large as it goes; with its numbers where there is room for them.
struct ChannelPicture: Widget {
  let maps: ChannelMaps
  let channel: Int
  /// The magnitude of the strongest colour.
  let limit: Double

  /// Columns of a number.
  private static let digits = 6

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let side = maps.extent.width
    let numbers = KernelGrid.plainSize(side: side, digits: ChannelPicture.digits)
    if maps.extent.height == side, numbers.width <= area.width, numbers.height <= area.height {
      let map = KernelGrid(
        plain: side,
        values: maps.map(of: channel),
        limit: limit,
        digits: ChannelPicture.digits
      )
      grid.draw(map, in: area, with: pen)
    } else {
      let values = ScaledMap.size(of: maps.extent, in: area.size, with: pen)
      let map = ScaledMap(maps: maps, channel: channel, limit: limit, values: values)
      grid.draw(map, in: area, with: pen)
    }
  }
}
