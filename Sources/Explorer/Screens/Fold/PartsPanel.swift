internal import Canvas
internal import RepCore
internal import Words

/// What each branch contributes: to the tap under the cursor, as bars about zero, and to the whole output
/// channel, as its share by |kernel|.
struct PartsPanel: Widget {
  private let moment: PairAtStep
  private let language: Language
  private let rows: [Row]

  private struct Row {
    let name: Text
    /// nil where the branch has no such tap yet.
    let value: Double?
    /// The value as it is written, so that the rows add up.
    let number: String?
    /// Its share of the output channel; nil for the sum, and where nothing can be shared.
    var share: Double?
    var isResult = false
  }

  /// The parts of `moment`.
  init(_ moment: PairAtStep, language: Language) {
    (self.moment, self.language) = (moment, language)
    let magnitudes = moment.fold.magnitudes(output: moment.pair.output)
    let shares = moment.shape.form == .train ? KernelShares.shares(of: magnitudes) : nil
    let values = moment.equation.terms.indices.map { moment.part(of: $0) }
    let known = values.compactMap(\.self)
    let sum = moment.result.map { FormulaDigits(adding: known, to: $0) }
    let digits = SumDigits(for: known)
    var written = (sum?.numbers ?? known.map(digits.text))[...]
    let parts = moment.equation.terms.indices.map { index in
      Row(
        name: moment.equation.terms[index].name,
        value: values[index],
        number: values[index] == nil ? nil : written.popFirst(),
        share: shares?[index]
      )
    }
    let name = FoldWords.result(of: moment)
    let result = Row(name: name, value: moment.result, number: sum?.result, isResult: true)
    rows = parts + (moment.result == nil ? [] : [result])
  }

  /// The least rows in which all parts can be read once there is a sum, borders included.
  var height: Int { moment.equation.terms.count + (moment.hasResult ? 1 : 0) + 2 }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let footer = moment.shape.form == .train ? FoldWords.partsOfChannel(moment.pair.output) : .none
    let panel = Panel(FoldWords.parts(moment.tapName)[language], footer: footer[language])
    grid.draw(panel, in: area, with: pen)
    let inner = Panel.interior(of: area)
    let limit = largestMagnitude(rows.compactMap(\.value))
    for (index, row) in rows.enumerated() where index < inner.height {
      let line = inner.row(index)
      let (text, rest) = line.splitLeft(PartsPanel.textColumns)
      let (percent, bar) = rest.splitRight(PartsPanel.shareColumns)
      let ink = row.isResult ? pen.palette.accent : pen.palette.text
      let name = row.name[language]
        .fitted(to: PartsPanel.nameColumns, ellipsis: pen.glyphs.ellipsis)
      let number = row.number ?? FoldWords.none[language]
      grid.put(
        " " + name + number.fitted(to: 10, .right, ellipsis: pen.glyphs.ellipsis) + " ",
        at: text.origin,
        style: row.value == nil ? pen.palette.muted : ink,
        clip: text
      )
      if let value = row.value { grid.draw(SignedBar(share: value / limit), in: bar, with: pen) }
      if let share = row.share {
        let words = Numbers.percent(share, 0).fitted(to: PartsPanel.shareColumns, .right)
        grid.put(words, at: percent.origin, style: pen.palette.text, clip: percent)
      }
    }
  }

  /// The parts and shares in sentences.
  func read(into reading: inout Reading) {
    reading.add(title: FoldWords.parts(moment.tapName))
    for row in rows {
      let number = row.number.map { Text(name: $0) } ?? FoldWords.none
      let share = row.share.map { share in
        Text(name: ", \(Numbers.percent(share, 0)) ") + FoldWords.ofChannel(moment.pair.output)
          + FoldWords.spokenMeasure
      }
      reading.add(row.name + Text(name: " ") + number + (share ?? .none))
    }
  }

  private static let nameColumns = 10
  private static let textColumns = nameColumns + 12
  private static let shareColumns = 5
}
