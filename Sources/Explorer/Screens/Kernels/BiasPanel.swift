internal import Canvas
internal import RepCore
internal import Words

/// What each branch adds to the bias of one output channel, and the bias of all channels.
///
/// With a norm behind the sum it is an equation of three lines: the sum, times the norm's scale, plus its
/// shift.
struct BiasPanel: Widget {
  private let rows: [Row]
  private let digits: SumDigits
  private let isExact: Bool
  private let hasPostNorm: Bool
  private let biases: [Double]
  private let channel: Int
  private let language: Language

  private struct Row {
    let name: Text
    let value: Double
    /// Whether the value is of the kind that the bars compare: a factor is not.
    var isSummand = true
    var isResult = false
  }

  /// The biases of `fold`, looked at in output channel `channel`.
  init(_ fold: BlockFold, channel: Int, language: Language) {
    let parts = fold.branches.map { Row(name: $0.id.words, value: $0.bias[channel]) }
    let total = fold.bias(output: channel)
    let sum = parts.reduce(0) { $0 + $1.value }
    let (scale, shift) = (fold.postNorm.scale[channel], fold.postNorm.shift[channel])
    hasPostNorm = fold.block.postNorm != nil
    let behind =
      hasPostNorm
      ? [
        Row(name: NormWords.sum, value: sum),
        Row(name: NormWords.timesScale, value: scale, isSummand: false),
        Row(name: NormWords.plusShift, value: shift),
      ] : []
    rows = parts + behind + [Row(name: NormWords.folded, value: total, isResult: true)]
    digits = SumDigits(for: rows.filter(\.isSummand).map(\.value))
    let addsUp = digits.adds(
      parts.map(\.value),
      times: hasPostNorm ? scale : 1,
      plus: hasPostNorm ? shift : 0,
      to: total
    )
    isExact = addsUp && (!hasPostNorm || digits.adds(parts.map(\.value), to: sum))
    biases = (0..<fold.block.shape.outputChannels).map { fold.bias(output: $0) }
    self.channel = channel
    self.language = language
  }

  /// The least rows in which all parts can be read, borders included.
  var leastHeight: Int { rows.count + 2 }

  /// Draws the parts at the left of the chart of all channels, or above it.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let formula = hasPostNorm ? NormWords.biasFormulaBehind : NormWords.biasFormula
    let footer = (isExact ? Text.none : NormWords.rounded) + formula
    let title = NormWords.bias(channel: channel)
    grid.draw(Panel(title[language], footer: footer[language]), in: area, with: pen)
    let inner = Panel.interior(of: area)
    let (list, plot) = split(inner)
    let limit = largestMagnitude(rows.filter(\.isSummand).map(\.value))
    for (index, row) in rows.enumerated() {
      let (text, bar) = list.row(index).splitLeft(21)
      let ink = row.isResult ? pen.palette.accent : pen.palette.text
      let number = row.isSummand ? digits.text(row.value) : factorText(row.value)
      let name = row.name[language].fitted(to: 10, ellipsis: pen.glyphs.ellipsis)
      grid.put(name + number.fitted(to: 10, .right), at: text.origin, style: ink, clip: text)
      guard row.isSummand else { continue }
      grid.draw(SignedBar(share: row.value / limit), in: bar, with: pen)
    }
    guard plot.height >= 3 else { return }
    grid.draw(chart, in: plot, with: pen)
  }

  /// The parts of the sum and the chart in sentences.
  func read(into reading: inout Reading) {
    for row in rows {
      let number = row.isSummand ? digits.text(row.value) : factorText(row.value)
      reading.add(row.name + Text(name: " \(number)"))
    }
    reading.add(chart.sentence)
  }

  /// The channels of the chart, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    let plot = split(Panel.interior(of: area)).plot
    return plot.height >= 3 ? chart.regions(in: plot) : []
  }

  /// The parts of the sum, and the chart of all channels beside or below them.
  private func split(_ inner: Rect) -> (list: Rect, plot: Rect) {
    guard inner.width >= 76 else {
      let (list, plot) = inner.splitTop(rows.count)
      return (list, plot)
    }
    let (list, plot) = inner.splitLeft(38)
    return (list, plot.splitLeft(2).rest)
  }

  private var chart: SignedChart {
    SignedChart(
      NormWords.foldedBias[language],
      biases,
      channel: channel,
      scale: ChartScale(of: [biases]),
      language: language
    )
  }
}
