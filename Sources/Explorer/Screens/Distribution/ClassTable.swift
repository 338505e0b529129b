internal import Canvas
internal import RepCore
internal import Words

/// How well integer networks of all bits do, one column for each form.
struct ClassTable {
  let figures: DistributionFigures
  let shared: Shared

  /// How well a column does; nil as long as that is not known.
  func score(_ bits: QuantizedBits, in column: StudyColumn) -> Score? {
    column.run(bits, figures.steps, shared)?.score
  }

  /// How well the column's network itself does by the labels; nil where nobody says what is right, or not yet.
  func whole(of column: StudyColumn) -> Score? {
    column.study(figures.bits, shared)?.whole
  }

  /// What is counted, by the first column of which it is known.
  var counted: Score? {
    figures.columns.lazy.compactMap { score(figures.bits, in: $0) }.first
  }

  /// The table: the network itself, then the bits, those that are shown marked.
  var table: Table {
    let language = shared.language
    let heads =
      [Table.Column("", width: 7, grows: true)]
      + figures.columns.map {
        .init(
          $0.title[language],
          .right,
          width: $0.width(language),
          priority: $0.other == nil ? 0 : 1
        )
      }
    let bits = QuantizedBits.taught
    return Table(
      columns: heads,
      rowCount: bits.count + 1,
      selected: bits.firstIndex(of: figures.bits).map { $0 + 1 }
    ) { row, index in
      if index == 0 { return .text(row == 0 ? "float32" : bits[row - 1].title) }
      let column = figures.columns[index - 1]
      let score = row == 0 ? whole(of: column) : score(bits[row - 1], in: column)
      if let score { return .text(Numbers.grouped(score.tally.hits)) }
      let need = column.need(row == 0 ? figures.bits : bits[row - 1])
      return .text(shared.answers.isKnown(need) ? "--" : "..")
    }
  }

  /// How much of it is chance, and what that makes of the selected bits.
  var remark: Text {
    let own = figures.columns.filter { $0.other == nil }
    let scores = own.compactMap { score(figures.bits, in: $0)?.tally }
    guard scores.count == own.count, let first = scores.first else { return .none }
    let noise = scores.map(\.noise).max() ?? 0
    let isTold = scores.dropFirst().contains { $0.isResolvable(from: first) }
    return own.count == 2
      ? DistributionWords.noise(noise, isTold: isTold) : DistributionWords.noise(noise)
  }
}
