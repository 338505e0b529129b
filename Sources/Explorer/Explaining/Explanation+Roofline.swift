internal import RepCore
internal import Words

// Where a layer's place under the roofs comes from.

extension Explanation {
  /// What the kernels of the layer under the cursor reach of the peak; without ceilings how fast they multiply,
  /// without times FLOP for each byte; nil where no layer is, or it multiplies nothing.
  static func roofline(_ figures: RooflineFigures) -> Explanation? {
    guard let layer = figures.layer, layer.work.macs > 0 else { return nil }
    guard let timing = figures.timing, let rate = kernelRate(of: layer, in: timing) else {
      return intensity(of: layer)
    }
    guard let ceilings = figures.ceilings else { return rate }
    let peak = Part(
      Text(en: "GFLOP/s of the peak", vi: "GFLOP/s của mức đỉnh"),
      ceilings[.peak].best / 1e9
    )
    return quotient(
      Text(en: "part of the peak reached by ", vi: "phần của mức đỉnh đạt bởi ")
        + Text(name: layer.name),
      Part(rate),
      peak,
      remark: figures.isSample ? RooflineWords.illustrated : RooflineWords.measured(ceilings)
    )
  }

  /// GFLOP a second, which are FLOP a nanosecond.
  private static func kernelRate(of layer: RooflineLayer, in timing: FormTiming) -> Explanation? {
    guard let time = time(of: layer.row, named: layer.name, in: timing), time.value > 0 else {
      return nil
    }
    let nanoseconds = Explanation(
      name: Text(en: "nanoseconds", vi: "nano giây"),
      value: time.value * 1000,
      unit: .quantity,
      combination: .product,
      parts: [
        Part(time, name: Text(en: "microseconds", vi: "micro giây")),
        Part(Text(en: "nanoseconds each", vi: "nano giây mỗi micro giây"), 1000, .count),
      ]
    )
    let flop = flop(
      RooflineWords.byKernels,
      layer.steps.map { ($0.title, $0.products) }
    )
    return quotient(
      Text(en: "GFLOP/s of the kernels", vi: "GFLOP/s của các kernel"),
      Part(flop),
      Part(nanoseconds)
    )
  }

  /// FLOP by the definition for each compulsory byte.
  private static func intensity(of layer: RooflineLayer) -> Explanation {
    let flop = flop(RooflineWords.byDefinition, layer.steps.map { ($0.title, $0.macs) })
    let steps = layer.steps.map { step in
      Part(
        sum(
          step.title,
          [
            Part(Text(en: "input", vi: "đầu vào"), Double(step.inputBytes)),
            Part(Text(en: "weights", vi: "trọng số"), Double(step.weightBytes)),
            Part(Text(en: "output", vi: "đầu ra"), Double(step.outputBytes)),
          ],
          .bytes
        )
      )
    }
    let bytes = sum(Text(en: "bytes", vi: "số byte"), steps, .bytes)
    let name = Text(en: "FLOP for each byte of ", vi: "FLOP cho mỗi byte của ")
    return quotient(name + Text(name: layer.name), Part(flop), Part(bytes))
  }

  /// Two for each multiply-add of the steps that have any.
  private static func flop(_ name: Text, _ steps: [(name: Text, macs: Int)]) -> Explanation {
    let parts = steps.filter { $0.macs > 0 }.map { Part($0.name, Double($0.macs)) }
    let macs = sum(RooflineWords.macs, parts, .count)
    return Explanation(
      name: Text(name: "FLOP ") + name,
      value: 2 * macs.value,
      unit: .count,
      combination: .product,
      parts: [
        Part(Text(en: "a multiply-add is two", vi: "một phép nhân-cộng là hai"), 2), Part(macs),
      ]
    )
  }

  private static func sum(_ name: Text, _ parts: [Part], _ unit: Unit) -> Explanation {
    Explanation(
      name: name,
      value: parts.reduce(0) { $0 + $1.value },
      unit: unit,
      combination: .sum,
      parts: parts
    )
  }

  private static func quotient(
    _ name: Text,
    _ above: Part,
    _ below: Part,
    remark: Text = .none
  ) -> Explanation {
    Explanation(
      name: name,
      value: above.value / below.value,
      unit: .quantity,
      combination: .quotient,
      parts: [above, below],
      remark: remark
    )
  }
}
