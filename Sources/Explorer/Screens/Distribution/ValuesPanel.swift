internal import Canvas
internal import RepCore
internal import Words

/// Values as a histogram in a pane, with their number and the step that integers for them would have.
struct ValuesPanel: Widget {
  let shown: ShownValues
  let isFocused: Bool
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    let (note, footer) = (note[language], shown.footer[language])
    // The step comes before the number of values, which is no news.
    let isRoomy = columns(of: note) + columns(of: footer) + 9 <= area.width
    let panel = Panel(
      shown.name[language],
      footer: footer,
      note: isRoomy ? note : "",
      isFocused: isFocused
    )
    grid.draw(panel, in: area, with: pen)
    let chart = HistogramChart(histogram: shown.values.histogram, style: pen.palette.bar)
    grid.draw(chart, in: Panel.interior(of: area), with: pen)
  }

  /// How many there are, and how many of them are damaged.
  private var note: Text {
    let spread = shown.values.spread
    guard spread.damaged == 0 else { return DistributionWords.damaged(spread.damaged) }
    return DistributionWords.values(spread.count)
  }

  /// The same in sentences.
  func read(into reading: inout Reading) {
    reading.add(shown.name + Text(name: ", ") + note + Text(name: ", ") + shown.footer)
  }
}
