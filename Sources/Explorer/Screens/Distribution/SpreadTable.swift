internal import Canvas
internal import RepCore
internal import Words

/// How values spread before and after folding, side by side.
struct SpreadTable {
  /// What is compared, and parts of what comes last.
  let columns: [Column]
  /// Whether each channel has a step of its own.
  let isPerChannel: Bool
  let language: Language

  /// Values with their name.
  struct Column {
    /// What they are.
    let title: Text
    /// How they spread.
    let spread: Spread
    /// How many steps a deviation is; nil where that is not said.
    let stepsPerDeviation: Double?
  }

  private struct Row {
    let title: Text
    let text: (Column) -> String
  }

  private var rows: [Row] {
    let steps = columns.contains { $0.stepsPerDeviation != nil }
    return [
      Row(title: DistributionWords.deviation) { Numbers.significant($0.spread.deviation) },
      Row(title: DistributionWords.largest) { Numbers.significant($0.spread.largest) },
      Row(title: DistributionWords.largestInDeviations) { column in
        column.spread.largestInDeviations.map { Numbers.fixed($0, 1) } ?? "--"
      },
    ]
      + (steps
        ? [
          Row(title: DistributionWords.stepsPerDeviation(worst: isPerChannel)) { column in
            column.stepsPerDeviation.map { Numbers.fixed($0, 1) } ?? "--"
          }
        ] : [])
      + [
        Row(title: DistributionWords.least) { factorText($0.spread.least) },
        Row(title: DistributionWords.greatest) { factorText($0.spread.greatest) },
      ]
  }

  /// The table; what matters most first, since the last rows may not fit.
  var table: Table {
    let rows = rows
    return Table(
      columns: [.init("", width: 13, grows: true)]
        + columns.enumerated().map { index, column in
          .init(column.title[language], .right, width: 8, priority: index)
        },
      rowCount: rows.count
    ) { row, column in
      .text(column == 0 ? rows[row].title[language] : rows[row].text(columns[column - 1]))
    }
  }
}
