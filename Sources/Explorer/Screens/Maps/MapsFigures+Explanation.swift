internal import RepCore
internal import Words

extension MapsFigures {
  /// How what the screen is about was made; nil where a map is shown that no block's sum gives.
  func explanation(in shared: Shared) -> Explanation? {
    guard mode == .maps, let block = shared.selectedBlock, let entering = maps.entering,
      let source = MapSource(block, from: entering, to: maps.deploy)
    else { return nil }
    let probabilities = maps.probabilities[.deploy] ?? []
    let network = shared.document.network
    if block.path == shared.document.paths.last, let head = network.head,
      let label = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] })
    {
      let name = network.labels.flatMap { $0.indices.contains(label) ? $0[label] : nil }
      let isNamed = name != nil && name != "\(label)"
      let title = isNamed ? "\(label), \(name ?? "")" : "\(label)"
      return .logit(label, named: title, of: source, head)
    }
    let place = ChannelFigures(maps.deploy, channel).place
    let cell = MapCell(output: channel, row: place.row, column: place.column)
    return .cell(cell, of: source)
  }
}
