internal import Canvas
internal import RepCore
internal import Words

/// What each norm of the block does, by the least and the greatest of its channels.
struct NormTable {
  let norms: [BlockDistribution.Norm]
  let language: Language

  private struct Row {
    let title: Text
    let text: (NormEffect) -> String
  }

  private var rows: [Row] {
    [
      Row(title: DistributionWords.meansBefore) { ends($0.meansBefore) },
      Row(title: DistributionWords.deviationsBefore) { ends($0.deviationsBefore) },
      Row(title: DistributionWords.scales) { ends($0.scales) },
      Row(title: DistributionWords.meansBehind) { ends($0.meansBehind) },
      Row(title: DistributionWords.deviationsBehind) { ends($0.deviationsBehind) },
    ]
  }

  private func ends(_ spread: Spread) -> String {
    guard spread.count > 0 else { return "--" }
    return [spread.least, spread.greatest].map { Numbers.compact($0, columns: 5) }
      .joined(separator: "..")
  }

  /// The table: a column for each norm.
  var table: Table {
    let rows = rows
    let titles = norms.map { $0.branch?.words ?? DistributionWords.behindSum }
    return Table(
      columns: [.init("", width: 8, grows: true)]
        + titles.enumerated().map { index, title in
          .init(title[language], .right, width: 12, priority: index)
        },
      rowCount: rows.count
    ) { row, column in
      .text(column == 0 ? rows[row].title[language] : rows[row].text(norms[column - 1].effect))
    }
  }
}
