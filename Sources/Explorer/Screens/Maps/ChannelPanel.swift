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
    let inner = Panel.interior(of: area)
    let (caption, rest) = inner.splitTop(inner.height > 2 ? 1 : 0)
    let map = ChannelPicture(maps: maps, channel: channel, limit: figures.scale.limit)
    let note = map.remark(in: rest.size, with: pen)[language]
    grid.draw(Panel(title, footer: extent, note: note), in: area, with: pen)
    let words = MapsWords.figures(ChannelFigures(maps, channel))[language]
      .truncated(to: caption.width, ellipsis: pen.glyphs.ellipsis)
    grid.put(words, at: caption.origin, style: pen.palette.text, clip: caption)
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

  /// Whether there is room for its numbers.
  private func hasNumbers(in size: Size) -> Bool {
    let numbers = KernelGrid.plainSize(side: maps.extent.width, digits: ChannelPicture.digits)
    return maps.extent.height == maps.extent.width && numbers.width <= size.width
      && numbers.height <= size.height
  }

  /// What each value of the picture is the mean of in so many cells; nothing where it is one of the map.
  func remark(in size: Size, with pen: Pen) -> Text {
    guard !hasNumbers(in: size) else { return .none }
    let values = ScaledMap.size(of: maps.extent, in: size, with: pen)
    return MapsWords.mean(of: maps.extent, in: values)
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    if hasNumbers(in: area.size) {
      let map = KernelGrid(
        plain: maps.extent.width,
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
