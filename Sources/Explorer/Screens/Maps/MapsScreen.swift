internal import Canvas
internal import RepCore
internal import Words

/// Screen: what a block makes of a picture, in both forms, and what the network takes the picture for.
struct MapsScreen: Screen {
  static let id = ScreenID.maps
  static let title = Text(en: "Maps", vi: "Bản đồ")
  static let group = ScreenGroup.explore

  /// Which maps are shown.
  private(set) var mode = MapsMode.maps
  /// How the channels stand in their gallery.
  private(set) var order = ChannelOrder.active
  /// Which picture of the shelf is run.
  private(set) var picture = 0
  /// What is drawn, in place of the pictures of the shelf; nil where nothing is.
  private(set) var sketch: Sketch?

  init(_ shared: Shared) {}

  static let commands: [CommandSpecification] = [
    .init(
      .picture,
      .number("N", from: 1),
      does: Text(en: "look at picture N", vi: "xem ảnh N")
    ),
    .init(.nextPicture, does: Text(en: "the next picture", vi: "ảnh kế tiếp")),
    .init(.previousPicture, does: Text(en: "the picture before", vi: "ảnh trước đó")),
    .init(.draw, does: Text(en: "draw a picture of your own", vi: "tự vẽ một bức ảnh")),
    .init(
      .paint,
      .number("ROW"),
      .number("COL"),
      .number("LEVEL").optional,
      does: Text(
        en: "paint a pixel of your picture, 0 to 16; without a level, the next",
        vi: "tô một điểm ảnh của bạn, 0 đến 16; không có mức thì mức kế tiếp"
      )
    ),
    .init(.erase, does: Text(en: "make your picture black", vi: "xóa đen bức ảnh của bạn")),
    .init(
      .view,
      .choice(MapsMode.self),
      does: Text(
        en: "show maps, the forms' difference, or each branch; again, maps",
        vi: "hiện bản đồ, hiệu hai dạng, hoặc từng nhánh; lặp lại thì về bản đồ"
      )
    ),
    .init(
      .rank,
      .choice(ChannelOrder.self).optional,
      does: Text(
        en: "order the channels; without a word, the other order",
        vi: "sắp xếp các kênh; không có từ nào thì theo thứ tự kia"
      )
    ).setting,
  ]

  static let keys: [KeyBinding] = [
    .init(
      "t",
      runs: "form",
      label: Text(en: "train/deploy", vi: "đổi dạng"),
      isEssential: true
    ),
    .init(".", runs: "next-picture", label: Text(en: "next picture", vi: "ảnh kế")),
    .init(",", runs: "previous-picture"),
    .init("h", "left", runs: "left", label: Text(en: "channel", vi: "kênh")),
    .init("l", "right", runs: "right"),
    .init("d", runs: "view difference", label: Text(en: "difference", vi: "hiệu")),
    .init("b", runs: "view branches", label: Text(en: "branches", vi: "nhánh")),
    .init("o", runs: "rank", label: Text(en: "order", vi: "thứ tự")),
    .init("e", runs: "draw", label: Text(en: "draw", vi: "vẽ")),
    .init("enter", runs: "screen block", label: Text(en: "block", vi: "khối")),
  ]

  static let panes = [PaneID.picture, .channels, .channel]

  static let glossary: [Term] = [.featureMap, .branch, .norm]

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    if let (direction, count) = command.movement {
      move(direction, count, &shared)
      return []
    }
    switch command.name {
    case .first: move(to: 0, &shared)
    case .last: move(to: .max, &shared)
    case .picture: look(at: (command.number() ?? 1) - 1, &shared)
    case .nextPicture: step(1, &shared)
    case .previousPicture: step(-1, &shared)
    case .paint: paint(command, &shared)
    case .erase:
      sketch = Sketch(for: shared.document.stored.input)
      if sketch == nil { shared.refuse(MapsWords.tooLargeToDraw) }
    case .view: command.choice(MapsMode.self).map { show($0, &shared) }
    case .rank:
      order = command.choice(ChannelOrder.self) ?? (order == .active ? .number : .active)
      shared.notice = order.words
    case .enter: return [.perform(.show(.block))]
    default: return nil
    }
    return []
  }

  private func move(_ direction: Direction, _ count: Int, _ shared: inout Shared) {
    guard let figures = MapsFigures(shared, self) else { return }
    let row = MapsView(shared, self).channelsPerRow(in: shared.body)
    let step = direction == .left || direction == .right ? count : count * row
    let isBack = direction == .left || direction == .up
    move(to: figures.position + (isBack ? -step : step), &shared)
  }

  /// Looks at the channel at a place of the gallery, as near as there is one.
  private func move(to place: Int, _ shared: inout Shared) {
    guard let figures = MapsFigures(shared, self) else { return }
    shared.selection.output = figures.channels[min(max(place, 0), figures.channels.count - 1)]
  }

  private mutating func look(at index: Int, _ shared: inout Shared) {
    let count = PictureShelf(shared).count
    guard index < count else {
      return shared.refuse(MapsWords.noPicture(index + 1, of: count))
    }
    (picture, sketch) = (index, nil)
  }

  private mutating func paint(_ command: Command, _ shared: inout Shared) {
    guard var drawn = sketch ?? Sketch(for: shared.document.stored.input) else {
      return shared.refuse(MapsWords.tooLargeToDraw)
    }
    let (row, column) = (command.number(0) ?? 0, command.number(1) ?? 0)
    guard row < drawn.height, column < drawn.width, command.number(2) ?? 0 <= Sketch.white else {
      return shared.refuse(MapsWords.noPixel(row, column, of: drawn))
    }
    drawn[row, column] = command.number(2) ?? drawn.next(row, column)
    sketch = drawn
  }

  /// Goes to the picture `step` places further, around the ends.
  private mutating func step(_ step: Int, _ shared: inout Shared) {
    let count = PictureShelf(shared).count
    guard sketch == nil else {
      // Back to the picture that was shown before.
      sketch = nil
      return
    }
    guard count > 1 else { return shared.refuse(MapsWords.onePicture) }
    picture = (picture + step + count) % count
  }

  private mutating func show(_ wanted: MapsMode, _ shared: inout Shared) {
    if wanted == .difference, !shared.document.hasTrainingForm {
      return shared.refuse(MapsWords.oneForm)
    }
    if wanted == .branches, let figures = MapsFigures(shared, self), figures.maps.sum == nil {
      return shared.refuse(MapsWords.noBranches)
    }
    mode = mode == wanted ? .maps : wanted
    shared.notice = mode.words
  }

  mutating func settle(_ shared: Shared) {
    picture = min(picture, PictureShelf(shared).count - 1)
    let input = shared.document.stored.input
    // Another document may be shown by now.
    if let drawn = sketch,
      (drawn.width, drawn.height, 1) != (input.width, input.height, input.channels)
    {
      sketch = nil
    }
  }

  /// The maps that the screen is about.
  ///
  /// Beside illustrated times they are those of the portable kernels on one thread, so that pictures are the same
  /// everywhere.
  func need(_ shared: Shared) -> MapsSubject {
    let isSample = shared.live.isIllustrated
    return MapsSubject(
      block: shared.selection.block,
      picture: sketch.map { .drawn($0) } ?? PictureShelf(shared)[picture],
      threads: isSample ? 1 : shared.live.threads,
      kernels: isSample ? .portable : nil
    )
  }

  func needs(_ shared: Shared) -> [any Need] { [need(shared)] }

  /// The channel's values, row by row.
  func copied(_ shared: Shared) -> String? {
    guard let figures = MapsFigures(shared, self) else { return nil }
    let (maps, channel) = (figures.shown, figures.channel)
    return (0..<maps.extent.height).map { row in
      (0..<maps.extent.width).map { "\(Float(maps.value(channel, row, $0)))" }
        .joined(separator: "\t")
    }
    .joined(separator: "\n")
  }

  /// Behind the last block the logit of the most likely class, down to taps and norms; elsewhere the largest value
  /// of the channel.
  func explained(_ shared: Shared) -> Explanation? {
    MapsFigures(shared, self)?.explanation(in: shared)
  }

  func read(_ shared: Shared, into reading: inout Reading) {
    MapsView(shared, self).read(into: &reading)
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = MapsView(shared, self)
    return ScreenFrame(view, status: view.status[shared.language], in: size, with: shared.pen)
  }

  func layout(_ shared: Shared, in size: Size) -> PaneLayout {
    MapsView(shared, self).layout(in: Rect(size: size))
  }

  func regions(_ shared: Shared, in size: Size) -> [Region] {
    MapsView(shared, self).regions(in: Rect(size: size))
  }
}

extension ScreenID {
  /// What a block makes of a picture.
  static let maps = ScreenID("maps")
}

extension PaneID {
  /// The picture and its classes.
  static let picture = PaneID("picture", vi: "ảnh")
  /// The maps of all channels.
  static let channels = PaneID("channels", vi: "các kênh")
  /// The channel that is looked at.
  static let channel = PaneID("channel", vi: "kênh")
}

extension Command {
  /// Shows maps of another kind, or, where they are shown, those of the form.
  static func view(_ mode: MapsMode) -> Command { Command(.view, [.word(mode.rawValue)]) }
}

extension Command.Name {
  static let picture = Self("picture"), view = Self("view"), rank = Self("rank")
  static let draw = Self("draw"), paint = Self("paint"), erase = Self("erase")
  static let nextPicture = Self("next-picture"), previousPicture = Self("previous-picture")
}
