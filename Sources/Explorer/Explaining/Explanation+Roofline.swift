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
    return Explanation(
      Text(en: "part of the peak reached by ", vi: "phần của mức đỉnh đạt bởi ")
        + Text(name: layer.name),
      .quotient,
      of: [Part(rate), peak],
      in: .quantity,
      remark: figures.isSample ? RooflineWords.illustrated : RooflineWords.measured(ceilings)
    )
  }

  /// GFLOP a second, which are FLOP a nanosecond.
  private static func kernelRate(of layer: RooflineLayer, in timing: FormTiming) -> Explanation? {
    guard let time = time(of: layer.row, named: layer.name, in: timing), time.value > 0 else {
      return nil
    }
    let nanoseconds = Explanation(
      Text(en: "nanoseconds", vi: "nano giây"),
      .product,
      of: [
        Part(time, name: Text(en: "microseconds", vi: "micro giây")),
        Part(Text(en: "nanoseconds each", vi: "nano giây mỗi micro giây"), 1000, .count),
      ],
      in: .quantity
    )
    let flop = flop(
      RooflineWords.byKernels,
      layer.steps.map { ($0.title, $0.products) }
    )
    return Explanation(
      Text(en: "GFLOP/s of the kernels", vi: "GFLOP/s của các kernel"),
      .quotient,
      of: [Part(flop), Part(nanoseconds)],
      in: .quantity
    )
  }

  /// FLOP by the definition for each compulsory byte.
  private static func intensity(of layer: RooflineLayer) -> Explanation {
    let work = flop(RooflineWords.byDefinition, layer.steps.map { ($0.title, $0.macs) })
    let moved = Explanation(
      Text(en: "bytes", vi: "số byte"),
      .sum,
      of: layer.steps.map { Part(bytes(movedBy: $0)) },
      in: .bytes
    )
    let name = Text(en: "FLOP for each byte of ", vi: "FLOP cho mỗi byte của ")
    return Explanation(
      name + Text(name: layer.name),
      .quotient,
      of: [Part(work), Part(moved)],
      in: .quantity
    )
  }

  /// Two for each multiply-add of the steps that have any.
  private static func flop(_ name: Text, _ steps: [(name: Text, macs: Int)]) -> Explanation {
    let parts = steps.filter { $0.macs > 0 }.map { Part($0.name, Double($0.macs)) }
    let macs = Explanation(RooflineWords.macs, .sum, of: parts, in: .count)
    let two = Part(Text(en: "a multiply-add is two", vi: "một phép nhân-cộng là hai"), 2)
    return Explanation(Text(name: "FLOP ") + name, .product, of: [two, Part(macs)], in: .count)
  }
}
