internal import Canvas
internal import RepCore
internal import Words

/// The channels by their largest magnitude, the worst first: they decide how coarse a step for all of them is.
struct ChannelTable {
  /// What is ordered.
  let values: ShownValues
  /// The same channels before; nil where those are not the same.
  let before: ShownValues?
  /// The channel that is looked at.
  let channel: Int
  let language: Language

  /// The channels in order.
  var order: [Int] { values.values.worstFirst }

  /// The table, with the channel under the cursor.
  var table: Table {
    let (order, channels) = (order, values.values.channels)
    let whole = values.values.spread.largest
    var columns: [Table.Column] = [.init(DistributionWords.channel[language], width: 7)]
    if let before { columns.append(.init(before.short[language], .right, width: 9)) }
    columns.append(.init(values.short[language], .right, width: 9))
    columns.append(.init(DistributionWords.ofLargest[language], width: 8, grows: true))
    return Table(
      columns: columns,
      rowCount: order.count,
      selected: order.firstIndex(of: channel)
    ) { row, column in
      let index = order[row]
      let own = channels[index].largest
      return switch (column, before) {
      case (0, _): .text("\(index)")
      case (1, .some(let before)): .text(Numbers.significant(before.values.channels[index].largest))
      case (1, nil), (2, .some): .text(Numbers.significant(own))
      default: .widget(Bar(whole > 0 ? own / whole : 0))
      }
    }
  }
}
