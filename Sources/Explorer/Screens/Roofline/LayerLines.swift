internal import Canvas
internal import RepCore
internal import Words

/// The layer under the cursor in lines: its work, how fast it was, which roof binds it and why it may stand above
/// one.
struct LayerLines {
  let figures: RooflineFigures
  let layer: RooflineLayer
  let shared: Shared
  let width: Int

  private var pen: Pen { shared.pen }
  private var language: Language { shared.language }

  /// All of it; what was measured, or that nothing was, first.
  var lines: [StyledLine] {
    [speed, verdict, counts].filter { !$0.isEmpty }.map { $0 + [StyledLine()] }.flatMap(\.self)
  }

  // MARK: How fast

  private var speed: [StyledLine] {
    guard let microseconds = layer.microseconds, let share = layer.share else {
      return wrapped(RooflineWords.noTimes(shared.live), pen.palette.warning)
    }
    let time = pen.duration(microseconds: microseconds)
    let sample = figures.isSample ? wrapped(LiveWords.sample, pen.palette.warning) : []
    return sample + [
      pair(RooflineWords.time(share), time),
      pair(RooflineWords.byDefinition, RooflineWords.text(layer.rate, .flop)),
      pair(RooflineWords.byKernels, RooflineWords.text(layer.kernelRate, .flop)),
    ]
  }

  // MARK: Which roof

  private var verdict: [StyledLine] {
    if figures.isAbovePeak(layer) { return wrapped(RooflineWords.abovePeak, pen.palette.warning) }
    guard let roofline = figures.roofline, let microseconds = layer.microseconds,
      let (bound, share) = figures.binding(of: layer)
    else { return [] }
    let least = roofline.roofs.map { roof in
      let time = pen.duration(microseconds: roofline.least(layer.work, under: roof))
      let name = RooflineWords.least(roof)
      return pair(name, time, roof == bound ? pen.palette.accent : nil)
    }
    let took = pen.duration(microseconds: microseconds)
    return wrapped(RooflineWords.bound(by: bound, share: share, took: took), pen.palette.accent)
      + least
      + wrapped(fromNearer(roofline, microseconds), pen.palette.text)
      + wrapped(above, pen.palette.text)
  }

  /// That it was faster than its bytes come under a roof, where it was.
  private func fromNearer(_ roofline: Roofline, _ microseconds: Double) -> Text {
    let passed = roofline.roofs.first {
      $0 != .peak && roofline.least(layer.work, under: $0) > microseconds
    }
    return passed.map { RooflineWords.fromNearer(than: $0) } ?? .none
  }

  /// Why it stands above the roof of its own multiply-adds; or that it could not.
  private var above: Text {
    guard let rate = layer.rate, let peak = figures.ceilings?[.peak].best else { return .none }
    guard layer.saving > 1 else { return layer.work.macs > 0 ? .none : RooflineWords.noProducts }
    return RooflineWords.above(times: layer.saving, isAbove: rate > peak)
  }

  // MARK: Its work

  private var counts: [StyledLine] {
    let work = layer.work
    let multiplied = [
      pair(RooflineWords.macs, Numbers.grouped(work.macs)),
      pair(RooflineWords.products, Numbers.grouped(work.products)),
    ]
    let bytes = [
      pair(RooflineWords.bytes(steps: layer.steps.count), Numbers.bytes(work.compulsoryBytes)),
      pair(RooflineWords.kernelBytes, Numbers.bytes(work.kernelBytes)),
      pair(RooflineWords.ownBytes, Numbers.bytes(work.ownBytes)),
    ]
    let intensity = pair(
      RooflineWords.intensity,
      work.macs > 0 ? Numbers.significant(work.intensity) : "0"
    )
    return multiplied + bytes + [intensity] + wrapped(RooflineWords.counting, pen.palette.muted)
  }

  private func pair(_ name: Text, _ value: String, _ style: Style? = nil) -> StyledLine {
    pen.pair(name[language], value, width: width, style: style)
  }

  private func wrapped(_ text: Text, _ style: Style) -> [StyledLine] {
    text[language].wrapped(to: width).map { StyledLine($0, style) }
  }
}
