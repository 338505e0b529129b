internal import Canvas
internal import RepCore
internal import Words

/// What each branch gives to the channel that is looked at, and their sum, side by side on one scale.
struct BranchMapsPanel: Widget {
  let figures: MapsFigures
  /// The block in its training form.
  let shape: BlockShape
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let title = MapsWords.branches(of: figures.channel)[language]
    let footer = MapsWords.place(in: shape)[language]
    grid.draw(Panel(title, footer: footer), in: area, with: pen)
    let parts = figures.parts
    let columns = Panel.interior(of: area).columns(parts.map { _ in 1 })
    for (index, (part, place)) in zip(parts, columns).enumerated() {
      let inner = place.splitRight(index + 1 < parts.count ? 1 : 0).rest
      let (head, rest) = inner.splitTop(1)
      let (foot, map) = rest.splitBottom(rest.height > 2 ? 1 : 0)
      let isSum = part.branch == nil
      let sign = isSum ? "= " : index > 0 ? "+ " : ""
      let name = MapsWords.part(part.branch)[language]
      let ellipsis = pen.glyphs.ellipsis
      grid.put(
        (sign + name).truncated(to: head.width, ellipsis: ellipsis),
        at: head.origin,
        style: isSum ? pen.palette.accent : pen.palette.header,
        clip: head
      )
      let picture = ChannelPicture(
        maps: part.maps,
        channel: figures.channel,
        limit: figures.scale.limit
      )
      grid.draw(picture, in: map, with: pen)
      let mean = ChannelFigures(part.maps, figures.channel).mean
      let words = MapsWords.mean(mean)[language]
      grid.put(
        Canvas.columns(of: words) <= foot.width ? words : Numbers.significant(mean),
        at: foot.origin,
        style: pen.palette.muted,
        clip: foot
      )
    }
  }
}
