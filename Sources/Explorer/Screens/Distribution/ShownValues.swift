internal import Canvas
internal import RepCore
internal import Words

/// Values with what they are called, and the steps that integers for them would have.
struct ShownValues: Sendable {
  /// What they are: `stage2.1 3x3 as stored`.
  let name: Text
  /// What they are in a word, for the head of a column.
  let short: Text
  /// How they lie.
  let values: ValueDistribution
  /// How they become integers.
  let rounding: Rounding

  /// How values become integers.
  enum Rounding: Hashable, Sendable {
    /// Around zero, with one step for all, or one for each channel.
    case weights(bits: Int, WeightSteps)
    /// Between the least and the greatest, with one step for all.
    case maps(bits: Int)
    /// Not at all.
    case none
  }

  /// The least and the greatest step; nil where nothing is rounded.
  var steps: ClosedRange<Double>? {
    switch rounding {
    case .weights(let bits, .perTensor):
      let step = SymmetricGrid(largest: values.spread.largest, bits: bits).step
      return step...step
    case .weights(let bits, .perChannel):
      let steps = values.channels.map { SymmetricGrid(largest: $0.largest, bits: bits).step }
      return steps.min().flatMap { least in steps.max().map { least...$0 } }
    case .maps(let bits):
      let step = AffineGrid(values.histogram.range, bits: bits).step
      return step...step
    case .none: return nil
    }
  }

  /// How many steps a deviation is; with a step for each channel that of the channel which has the fewest, and nothing
  /// for `part` of the values.
  func stepsPerDeviation(of part: Spread? = nil) -> Double? {
    if case .weights(let bits, .perChannel) = rounding {
      guard part == nil else { return nil }
      return values.channels.compactMap { $0.stepsPerDeviation(bits: bits) }.min()
    }
    guard let step = steps?.lowerBound, step > 0 else { return nil }
    return (part ?? values.spread).deviation / step
  }

  /// `1 step = 0.0116`.
  var footer: Text {
    guard let steps else { return DistributionWords.notRounded }
    let least = Numbers.significant(steps.lowerBound)
    guard steps.lowerBound < steps.upperBound else { return DistributionWords.step(least) }
    return DistributionWords.steps(least, Numbers.significant(steps.upperBound))
  }
}
