internal import Canvas
internal import RepCore
internal import Words

/// The error of each block's map in decibels, one column for each form, and what folding costs.
struct ErrorTable {
  let figures: DistributionFigures
  let shared: Shared

  /// The decibels of a block in a column; nil as long as they are not known, or where there are none.
  func decibels(of path: BlockPath, in column: StudyColumn) -> Double? {
    let paths = (column.other?.document ?? shared.document).paths
    guard let index = paths.firstIndex(of: path),
      let run = column.run(figures.bits, figures.steps, shared)
    else { return nil }
    return run.errors[index].decibels
  }

  /// How many decibels the deploy form has more than the training form; nil where there is but one, or not yet.
  func gain(at path: BlockPath) -> Double? {
    let own = figures.columns.filter { $0.other == nil }
    guard own.count == 2, let train = decibels(of: path, in: own[0]),
      let deploy = decibels(of: path, in: own[1])
    else { return nil }
    return deploy - train
  }

  private func text(of path: BlockPath, in column: StudyColumn) -> String {
    let need = column.need(figures.bits)
    if let decibels = decibels(of: path, in: column) { return Numbers.fixed(decibels, 1) }
    return shared.answers.isKnown(need) ? "--" : ".."
  }

  /// The table: blocks in order, the selected one marked.
  var table: Table {
    let (paths, language) = (shared.document.paths, shared.language)
    let own = figures.columns.filter { $0.other == nil }
    let others = figures.columns.filter { $0.other != nil }
    func column(_ column: StudyColumn, priority: Int) -> Table.Column {
      .init(column.title[language], .right, width: column.width(language), priority: priority)
    }
    let heads =
      [Table.Column(DistributionWords.block[language], width: 8, grows: true)]
      + own.map { column($0, priority: 0) }
      + (own.count == 2
        ? [.init(DistributionWords.folding[language], .right, width: 7, priority: 2)] : [])
      + others.map { column($0, priority: 1) }
    return Table(
      columns: heads,
      rowCount: paths.count,
      selected: paths.firstIndex(of: shared.selection.block)
    ) { row, index in
      let path = paths[row]
      if index == 0 { return .text(shared.document.shortTitle(of: path)) }
      if index <= own.count { return .text(text(of: path, in: own[index - 1])) }
      if own.count == 2, index == own.count + 1 {
        return .text(gain(at: path).map { Numbers.signed($0, 1) } ?? "..")
      }
      return .text(text(of: path, in: others[index - heads.count + others.count]))
    }
  }
}

extension StudyColumn {
  /// Columns that the head needs, as far as it may have them.
  func width(_ language: Language) -> Int { min(max(columns(of: title[language]), 6), 10) }
}
