internal import Canvas
internal import RepCore
internal import Words

// The distribution screen in words.

extension DistributionView {
  /// How the screen is read, in the numbers of this block.
  func reading(_ figures: DistributionFigures) -> Text {
    switch figures.numbers {
    case .kernels where figures.steps == .perChannel:
      DistributionWords.reading(
        bits: figures.bits.weights,
        times: times(figures, ofChannel: shared.selection.output),
        channel: shared.selection.output
      )
    case .kernels:
      DistributionWords.reading(
        bits: figures.bits.weights,
        times: times(figures),
        onDiagonal: figures.isLargestOnDiagonal
      )
    case .biases: DistributionWords.readingOfBiases
    case .activations: DistributionWords.readingOfMaps(bits: figures.bits.activations)
    case .norms: DistributionWords.readingOfNorms
    }
  }

  /// How many times wider the step of the lower pane is than that of the upper one, of all channels or of one; nil where
  /// nothing is folded, or it is not known.
  private func times(_ figures: DistributionFigures, ofChannel channel: Int? = nil) -> Double? {
    guard figures.block.shape.form == .train, let before = figures.before?.values,
      let after = figures.after?.values
    else { return nil }
    let largest = [before, after].map { values in
      channel.map { values.channels[$0].largest } ?? values.spread.largest
    }
    return largest[0] > 0 ? largest[1] / largest[0] : nil
  }

  /// What the lower pane shows in words, with the bits.
  var status: Text {
    guard let figures else { return .none }
    guard let after = figures.after else { return waiting }
    let setting = DistributionWords.setting(figures.bits, figures.steps)
    let parts = [after.name, DistributionWords.summary(after.values.spread), setting]
    return parts.joined(separator: "  ")
  }

  /// The whole screen in sentences.
  func read(into reading: inout Reading) {
    guard let figures else { return }
    reading.add(self.reading(figures))
    for shown in [figures.before, figures.after].compactMap(\.self) {
      ValuesPanel(shown: shown, isFocused: false, language: shared.language).read(into: &reading)
    }
    if screen.numbers == .norms, let norms = figures.distribution?.norms {
      reading.add(norms.isEmpty ? DistributionWords.noNorms : DistributionWords.normTitle)
      reading.add(NormTable(norms: norms, language: shared.language).table)
      for remark in DistributionWords.normRemarks { reading.add(remark) }
    }
    if screen.listsChannels, let channels = channels(figures) {
      reading.add(DistributionWords.channels)
      reading.add(channels.table)
    } else if let spreads = spreads(figures) {
      reading.add(DistributionWords.inNumbers)
      reading.add(spreads.table)
    }
    if let refusal = refusalOfRuns(figures) { return reading.add(refusal) }
    reading.add(DistributionWords.errors)
    reading.add(ErrorTable(figures: figures, shared: shared).table)
    for remark in remarks(figures) { reading.add(remark) }
    let classes = ClassTable(figures: figures, shared: shared)
    reading.add(classTitle(classes))
    reading.add(classes.table)
    reading.add(classes.remark)
  }
}
