internal import Canvas
internal import RepCore
internal import Words

/// What the maps screen shows, taken once per frame; the numbers come from the answer.
struct MapsFigures {
  /// What was found out.
  let maps: BlockMaps
  /// Which maps are meant; what the block lacks is not shown.
  let mode: MapsMode
  /// The maps of the gallery.
  let shown: ChannelMaps
  /// Their colours.
  let scale: LayerScale
  /// The channels, in the order of the gallery.
  let channels: [Int]
  /// The channel that is looked at.
  let channel: Int

  /// The figures of the selected block; nil as long as they are not known.
  init?(_ shared: Shared, _ screen: MapsScreen) {
    guard let maps = shared.answers[screen.need(shared)] else { return nil }
    self.maps = maps
    let mode: MapsMode =
      switch screen.mode {
      case .difference where maps.difference == nil: .maps
      case .branches where maps.sum == nil: .maps
      default: screen.mode
      }
    self.mode = mode
    let limit: Double
    switch (mode, maps.difference, maps.sum) {
    case (.difference, .some(let difference), _):
      (shown, limit) = (difference, maps.differenceLimit)
    case (.branches, _, .some(let sum)): (shown, limit) = (sum, maps.branchLimit)
    default:
      shown = shared.form == .train ? maps.train ?? maps.deploy : maps.deploy
      limit = maps.limit
    }
    scale = LayerScale(limit: limit, values: Array(shown.all), isPartial: false)
    channels = screen.order == .active ? shown.ranking : Array(0..<shown.channels)
    channel = min(max(shared.selection.output, 0), shown.channels - 1)
  }

  /// The place of the channel in the gallery.
  var position: Int { channels.firstIndex(of: channel) ?? 0 }

  /// What each branch gives to the sum, then the sum, which is no branch's.
  var parts: [(branch: BranchID?, maps: ChannelMaps)] {
    maps.branches.map { ($0.id, $0.maps) } + (maps.sum.map { [(nil, $0)] } ?? [])
  }
}
