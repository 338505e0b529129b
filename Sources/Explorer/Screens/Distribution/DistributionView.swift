internal import Canvas
internal import RepCore
internal import Words

/// The distribution screen: values before and after folding with their numbers, and what integers make of the network.
struct DistributionView: Widget {
  let shared: Shared
  let screen: DistributionScreen
  let figures: DistributionFigures?

  /// The screen of `shared`.
  init(_ shared: Shared, _ screen: DistributionScreen) {
    (self.shared, self.screen) = (shared, screen)
    figures = DistributionFigures(shared, screen)
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let layout = layout(in: area)
    guard let figures else { return }
    if figures.numbers == .norms {
      grid.draw(norms(figures), in: layout[.before], with: pen)
    } else {
      draw(figures.before, isFocused: true, into: &grid, in: layout[.before], with: pen)
    }
    draw(figures.after, isFocused: false, into: &grid, in: layout[.after], with: pen)
    grid.draw(spread(figures), in: layout[.spread], with: pen)
    grid.draw(errors(figures), in: layout[.errors], with: pen)
    grid.draw(classes(figures), in: layout[.classes], with: pen)
    let line = ReadingLine(words: reading(figures), language: shared.language)
    grid.draw(line, in: ReadingLine.split(area, shared).line, with: pen)
  }

  private func draw(
    _ values: ShownValues?,
    isFocused: Bool,
    into grid: inout Grid,
    in area: Rect,
    with pen: Pen
  ) {
    guard let values else {
      let pane = TablePanel(DistributionScreen.title, or: waiting, isFocused: isFocused, shared)
      return grid.draw(pane, in: area, with: pen)
    }
    let panel = ValuesPanel(shown: values, isFocused: isFocused, language: shared.language)
    grid.draw(panel, in: area, with: pen)
  }

  /// Why values are not shown yet, or never.
  var waiting: Text { refusalOfMaps ?? DistributionWords.counting }

  /// Why no map can be shown; nil where maps can, or are not asked for.
  private var refusalOfMaps: Text? {
    guard screen.numbers == .activations else { return nil }
    let need = DistributionFigures.mapNeed(shared.selection.block, shared)
    return shared.answers.refusal(of: need)
  }

  /// Why the network that is shown cannot be simulated; nil where it can, or that is not known.
  func refusalOfRuns(_ figures: DistributionFigures) -> Text? {
    figures.columns.lazy.filter { $0.other == nil }
      .compactMap { shared.answers.refusal(of: $0.need(figures.bits)) }.first
  }
}

// MARK: - Tables

extension DistributionView {
  private func norms(_ figures: DistributionFigures) -> TablePanel {
    let norms = figures.distribution?.norms
    let table = norms.flatMap { norms in
      norms.isEmpty ? nil : NormTable(norms: norms, language: shared.language).table
    }
    return TablePanel(
      DistributionWords.normTitle,
      table,
      or: norms == nil ? waiting : DistributionWords.noNorms,
      remarks: DistributionWords.normRemarks,
      isFocused: true,
      shared
    )
  }

  private func spread(_ figures: DistributionFigures) -> TablePanel {
    let title = screen.listsChannels ? DistributionWords.channels : DistributionWords.inNumbers
    let table = screen.listsChannels ? channels(figures)?.table : spreads(figures)?.table
    return TablePanel(title, table, or: waiting, shared)
  }

  /// The numbers of the values that are shown; nil as long as there are none.
  func spreads(_ figures: DistributionFigures) -> SpreadTable? {
    let columns = figures.spreads
    guard !columns.isEmpty else { return nil }
    return SpreadTable(
      columns: columns,
      isPerChannel: figures.steps == .perChannel,
      language: shared.language
    )
  }

  /// The channels of the lower pane; nil as long as they are not known.
  func channels(_ figures: DistributionFigures) -> ChannelTable? {
    figures.after.map { after in
      let before = figures.before
      let isSame = before?.values.channels.count == after.values.channels.count
      return ChannelTable(
        values: after,
        before: isSame ? before : nil,
        channel: shared.selection.output,
        language: shared.language
      )
    }
  }

  private func errors(_ figures: DistributionFigures) -> TablePanel {
    let refusal = refusalOfRuns(figures)
    return TablePanel(
      DistributionWords.errors,
      refusal == nil ? ErrorTable(figures: figures, shared: shared).table : nil,
      or: refusal ?? .none,
      remarks: remarks(figures),
      footer: DistributionWords.setting(figures.bits, figures.steps),
      shared
    )
  }

  /// What there is to say below the errors.
  func remarks(_ figures: DistributionFigures) -> [Text] {
    let table = ErrorTable(figures: figures, shared: shared)
    let path = shared.selection.block
    let gain = table.gain(at: path).map {
      DistributionWords.gain($0, shared.document.shortTitle(of: path))
    }
    let beside = figures.columns.compactMap(\.other).first.map {
      DistributionWords.beside($0.document.title)
    }
    let remedy = shared.hasRemedy ? DistributionWords.remedy : nil
    return [gain, DistributionWords.decibels, beside ?? remedy].compactMap(\.self)
  }

  private func classes(_ figures: DistributionFigures) -> TablePanel {
    let (classes, refusal) = (ClassTable(figures: figures, shared: shared), refusalOfRuns(figures))
    return TablePanel(
      classTitle(classes),
      refusal == nil ? classes.table : nil,
      or: refusal ?? .none,
      remarks: [classes.remark],
      footer: figures.steps.short,
      shared
    )
  }

  /// What is counted, of how many pictures.
  func classTitle(_ classes: ClassTable) -> Text {
    let isHeldOut = shared.document.data?.judged == .heldOut
    let title = DistributionWords.classes(classes.counted, heldOut: isHeldOut)
    return shared.document.data == nil && classes.counted != nil
      ? title + Text(name: " ") + DistributionWords.seeded : title
  }
}
