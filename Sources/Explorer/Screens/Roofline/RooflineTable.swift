internal import Canvas
internal import RepCore
internal import Words

/// A row for each layer: how fast it is, what of the peak that is, and which roof binds it.
struct RooflineTable {
  let figures: RooflineFigures
  let shared: Shared

  private enum Kind: CaseIterable {
    case name, intensity, rate, kernelRate, peak, roof, share
  }

  /// The table; what was not measured is a dash.
  func table(width: Int) -> Table {
    let names = figures.layers.map { columns(of: $0.name) }.max() ?? 0
    let (words, language) = (RooflineWords.columns, shared.language)
    let kinds = Kind.allCases
    let heads = kinds.map { kind -> Table.Column in
      switch kind {
      case .name:
        .init(words.layer[language], width: max(8, min(names, width * 2 / 5)), keepsEnd: true)
      case .intensity: .init("FLOP/B", .right, width: 7, priority: 3)
      case .rate: .init("GFLOP/s", .right, width: 8, priority: 2)
      case .kernelRate: .init(words.done[language], .right, width: 8, priority: 1)
      case .peak: .init(words.peak[language], .right, width: 8)
      case .roof: .init(words.roof[language], width: 8)
      case .share: .init(words.share[language], width: 6, grows: true, priority: 4)
      }
    }
    return Table(
      columns: heads,
      rowCount: figures.layers.count,
      selected: figures.selected,
      marking: shared.search ?? ""
    ) { row, column in
      content(of: figures.layers[row], kinds[column])
    }
  }

  private func content(of layer: RooflineLayer, _ kind: Kind) -> Table.Content {
    let pen = shared.pen
    switch kind {
    case .name: return .text(layer.name)
    case .intensity:
      return .text(layer.work.macs > 0 ? Numbers.significant(layer.work.intensity) : "0")
    case .rate: return .text(RooflineWords.giga(layer.rate))
    case .kernelRate: return .text(RooflineWords.giga(layer.kernelRate), pen.palette.muted)
    case .peak:
      guard let part = figures.partOfPeak(layer) else { return .text("--") }
      return figures.isAbovePeak(layer)
        ? .text(">100%", pen.palette.warning) : .text(Numbers.percent(part))
    case .roof:
      return .text(
        figures.binding(of: layer).map { RooflineWords.name($0.roof)[shared.language] } ?? "--"
      )
    case .share:
      guard let share = layer.share else { return .text("--") }
      return .widget(Bar(share / (figures.layers.compactMap(\.share).max() ?? 1)))
    }
  }
}
