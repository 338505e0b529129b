internal import Canvas
internal import RepCore
internal import Words

/// What the machine gives at most, as text, and which of it counts for this network.
struct CeilingLines {
  let figures: RooflineFigures
  let shared: Shared
  let width: Int

  private var pen: Pen { shared.pen }
  private var language: Language { shared.language }

  /// A line for each ceiling; or how to measure them.
  var lines: [StyledLine] {
    guard let ceilings = figures.ceilings else {
      return wrapped(RooflineWords.notMeasured(threads: shared.live.threads), pen.palette.warning)
    }
    let head = figures.isSample ? wrapped(RooflineWords.illustrated, pen.palette.warning) : []
    return head
      + group("GFLOP/s", peaks(of: ceilings), ceilings, isFirst: true)
      + group("GB/s", [.level1, .level2, .memory, .triad], ceilings)
      + wrapped(RooflineWords.ridge(ceilings), pen.palette.text)
      + wrapped(reach(ceilings), pen.palette.text)
      + (figures.isSample ? [] : wrapped(RooflineWords.measured(ceilings), pen.palette.muted))
  }

  /// One thread's and all threads', where those are two things.
  private func peaks(of ceilings: Ceilings) -> [Ceiling] {
    ceilings.threads == 1 ? [.peak] : [.peakOfOne, .peak]
  }

  /// A unit, and a line for each ceiling that is counted in it.
  private func group(
    _ unit: String,
    _ members: [Ceiling],
    _ ceilings: Ceilings,
    isFirst: Bool = false
  ) -> [StyledLine] {
    let heads = isFirst && !figures.isSample
    let head = row(
      unit,
      heads ? RooflineWords.best[language] : "",
      heads ? RooflineWords.median[language] : "",
      pen.palette.header
    )
    return [head] + members.map { line(of: $0, ceilings) }
  }

  private func line(of ceiling: Ceiling, _ ceilings: Ceilings) -> StyledLine {
    let rate = ceilings[ceiling]
    return row(
      " " + RooflineWords.name(ceiling, threads: ceilings.threads)[language],
      RooflineWords.giga(rate.best),
      // The runs of an imagined machine are all alike.
      figures.isSample ? "" : RooflineWords.giga(rate.median)
    )
  }

  private func row(
    _ name: String,
    _ best: String,
    _ median: String,
    _ style: Style? = nil
  ) -> StyledLine {
    let names = max(width - 2 * CeilingLines.numbers, 8)
    return StyledLine(
      name.fitted(to: names, ellipsis: pen.glyphs.ellipsis),
      style ?? pen.palette.muted
    )
    .then(best.fitted(to: CeilingLines.numbers, .right), style ?? pen.palette.text)
    .then(median.fitted(to: CeilingLines.numbers, .right), style ?? pen.palette.muted)
  }

  /// Columns of a number.
  private static let numbers = 8

  /// Whether this network's data come from memory.
  private func reach(_ ceilings: Ceilings) -> Text {
    guard !figures.isSample, let timing = figures.timing, let roofline = figures.roofline else {
      return .none
    }
    let bytes = timing.memory.packed + timing.memory.activationsPeak
    return RooflineWords.reach(
      bytes,
      lastCache: ceilings.lastCache,
      comesFromMemory: roofline.comesFromMemory
    )
  }

  private func wrapped(_ text: Text, _ style: Style) -> [StyledLine] {
    text[language].wrapped(to: width).map { StyledLine($0, style) }
  }
}
