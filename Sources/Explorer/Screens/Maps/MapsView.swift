internal import Canvas
internal import RepCore
internal import Words

/// The maps screen: the picture with its classes, the maps of all channels, and one of them large.
struct MapsView: Widget {
  private let shared: Shared
  private let screen: MapsScreen
  private let figures: MapsFigures?

  /// Columns from which on the picture stands left of the maps.
  private static let twoPanes = 72
  /// Rows from which on the channel that is looked at has a pane of its own.
  private static let threePanes = 18

  /// The screen of `shared`.
  init(_ shared: Shared, _ screen: MapsScreen) {
    (self.shared, self.screen) = (shared, screen)
    figures = MapsFigures(shared, screen)
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    guard let figures else {
      for pane in MapsScreen.panes where !layout[pane].isEmpty {
        drawWaiting(into: &grid, in: layout[pane], isFirst: pane == .channels, with: pen)
      }
      return
    }
    if !layout[.picture].isEmpty { grid.draw(picture(figures), in: layout[.picture], with: pen) }
    if !layout[.channels].isEmpty { grid.draw(gallery(figures), in: layout[.channels], with: pen) }
    drawChannel(figures, into: &grid, in: layout[.channel], with: pen)
    let line = ReadingLine(words: MapsWords.reading, language: shared.language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  private func drawWaiting(
    into grid: inout Grid,
    in area: Rect,
    isFirst: Bool,
    with pen: Pen
  ) {
    let title = isFirst ? MapsScreen.title[shared.language] : ""
    grid.draw(Panel(title, isFocused: isFirst), in: area, with: pen)
    guard isFirst || shared.zoomed != nil else { return }
    let style = refusal == nil ? pen.palette.muted : pen.palette.bad
    let words = (refusal ?? MapsWords.finding)[shared.language]
    TextBlock(wrapping: words, style: style)
      .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
  }

  /// Why the maps cannot be had; nil where they can.
  private var refusal: Text? { shared.answers.refusal(of: screen.need(shared)) }

  private func picture(_ figures: MapsFigures) -> PicturePanel {
    let (shelf, isDrawn) = (PictureShelf(shared), screen.sketch != nil)
    return PicturePanel(
      maps: figures.maps,
      title: isDrawn ? MapsWords.sketch : shelf.title(of: screen.picture),
      label: isDrawn ? nil : shelf.label(of: screen.picture),
      isSeeded: !isDrawn && shelf.isSeeded,
      form: shared.form,
      labels: shared.document.network.labels,
      language: shared.language
    )
  }

  private func gallery(_ figures: MapsFigures) -> MapGalleryPanel {
    MapGalleryPanel(
      figures: figures,
      title: title(figures),
      order: screen.order,
      language: shared.language
    )
  }

  private func title(_ figures: MapsFigures) -> Text {
    let form: Form = figures.maps.train == nil ? .deploy : shared.form
    return MapsWords.title(shared.document.title(of: shared.selection.block), figures.mode, form)
  }

  private func drawChannel(
    _ figures: MapsFigures,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    guard !area.isEmpty else { return }
    if figures.mode == .branches,
      let shape = shared.document.shape(of: shared.selection.block, in: .train)
    {
      let panel = BranchMapsPanel(figures: figures, shape: shape, language: shared.language)
      grid.draw(panel, in: area, with: pen)
    } else {
      let panel = ChannelPanel(figures: figures, language: shared.language)
      grid.draw(panel, in: area, with: pen)
    }
  }

  /// The channel in words, and what the picture is taken for.
  var status: Text {
    guard let figures else { return refusal ?? MapsWords.finding }
    let channel = MapsWords.channel(figures.channel, of: figures.shown.channels)
    let numbers = MapsWords.figures(ChannelFigures(figures.shown, figures.channel))
    let name = Text(name: shared.document.title(of: shared.selection.block) + " ")
    let parts = [name + channel, numbers] + (picture(figures).best.map { [$0] } ?? [])
    return parts.joined(separator: "  ")
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    guard let figures else { return reading.add(refusal ?? MapsWords.finding) }
    reading.add(MapsWords.reading)
    picture(figures).read(into: &reading)
    reading.add(title(figures))
    let channels = screen.order == .active ? Array(figures.channels.prefix(8)) : figures.channels
    reading.add(screen.order.words)
    for channel in channels {
      reading.add(
        MapsWords.channel(channel, of: figures.shown.channels) + Text(name: ", ")
          + MapsWords.figures(ChannelFigures(figures.shown, channel))
      )
    }
    guard figures.mode == .branches else { return }
    reading.add(MapsWords.branches(of: figures.channel))
    for (branch, maps) in figures.parts {
      let mean = MapsWords.mean(ChannelFigures(maps, figures.channel).mean)
      reading.add(MapsWords.part(branch) + Text(name: ", ") + mean)
    }
  }
}

// MARK: - Where everything stands

extension MapsView {
  /// The picture left of the maps, or, on a narrow screen, nowhere; the channel below them where there is room.
  func layout(in area: Rect) -> PaneLayout {
    let body = ReadingLine.split(area, shared).body
    return PaneLayout(MapsScreen.panes, zoomed: shared.zoomed, in: area) {
      guard body.width >= MapsView.twoPanes else { return placesOfMaps(in: body) }
      let (picture, maps) = body.splitLeft(min(max(body.width * 3 / 10, 26), 44))
      return placesOfMaps(in: maps).merging([.picture: picture]) { $1 }
    }
  }

  private func placesOfMaps(in area: Rect) -> [PaneID: Rect] {
    guard area.height >= MapsView.threePanes else { return [.channels: area] }
    let (channel, channels) = area.splitBottom(max(area.height * 2 / 5, 11))
    return [.channels: channels, .channel: channel]
  }

  /// Channels in a row of the gallery.
  func channelsPerRow(in body: Size) -> Int {
    guard let figures else { return 1 }
    return gallery(figures).perRow(in: layout(in: Rect(size: body))[.channels], with: shared.pen)
  }

  /// The maps, which can be pressed; a press on the picture goes to the next one.
  func regions(in area: Rect) -> [Region] {
    guard let figures else { return [] }
    let layout = layout(in: area)
    let next = Region(rect: layout[.picture], command: .named(.nextPicture))
    return [next] + gallery(figures).regions(in: layout[.channels], with: shared.pen)
  }
}
