internal import RepCore
internal import Words

// Where the steps of integers come from.

extension Explanation {
  /// How many steps of the folded kernel one deviation is, down to the tap that decides; with a step for each channel,
  /// of the channel `output`.
  static func stepsPerDeviation(
    _ fold: BlockFold,
    _ distribution: BlockDistribution,
    bits: Int,
    _ steps: WeightSteps,
    output: Int
  ) -> Explanation? {
    let values = distribution.folded
    let (spread, channel): (Spread, Int) =
      switch steps {
      case .perTensor: (values.spread, values.largestPlace?.channel ?? 0)
      case .perChannel: (values.channels[output], output)
      }
    guard spread.largest > 0 else { return nil }
    let step = step(of: fold, spread, channel: channel, bits: bits)
    let name: Text =
      switch steps {
      case .perTensor:
        Text(
          en: "steps of \(bits) bits per deviation of the folded kernel",
          vi: "số bậc \(bits) bit mỗi độ lệch của kernel đã gộp"
        )
      case .perChannel:
        Text(
          en: "steps of \(bits) bits per deviation of out channel \(output)",
          vi: "số bậc \(bits) bit mỗi độ lệch của kênh ra \(output)"
        )
      }
    return Explanation(
      name: name,
      value: spread.deviation / step.value,
      unit: .quantity,
      combination: .quotient,
      parts: [Part(DistributionWords.deviation, spread.deviation), Part(step)],
      remark: Text(
        en: "the fewer, the coarser: what lies within half a step becomes one value",
        vi: "càng ít càng thô: những gì nằm trong nửa bậc thành một giá trị"
      )
    )
  }

  /// One step: the largest magnitude by the largest integer.
  private static func step(
    of fold: BlockFold,
    _ spread: Spread,
    channel: Int,
    bits: Int
  ) -> Explanation {
    let grid = SymmetricGrid(largest: spread.largest, bits: bits)
    let row = fold.row(output: channel)
    let place = row.indices.max { row[$0].magnitude < row[$1].magnitude } ?? 0
    let taps = fold.block.shape.kernelSize * fold.block.shape.kernelSize
    let tap = tap(place % taps, of: fold, output: channel, input: place / taps)
    let name = Text(
      en: "largest tap, out \(channel) in \(place / taps)",
      vi: "ô lớn nhất, ra \(channel) vào \(place / taps)"
    )
    let largest = row[place] < 0 ? magnitude(of: tap, named: name) : Part(tap, name: name)
    return Explanation(
      name: Text(en: "step", vi: "bậc"),
      value: grid.step,
      unit: .quantity,
      combination: .quotient,
      parts: [
        largest,
        Part(Text(en: "largest integer", vi: "số nguyên lớn nhất"), grid.highest, .count),
      ]
    )
  }

  /// A negative number without its sign.
  private static func magnitude(of negative: Explanation, named name: Text) -> Part {
    let sign = Part(Text(en: "sign", vi: "dấu"), -1, .count)
    return Part(
      Explanation(
        name: name,
        value: -negative.value,
        unit: .weight,
        combination: .product,
        parts: [Part(negative), sign]
      )
    )
  }
}
