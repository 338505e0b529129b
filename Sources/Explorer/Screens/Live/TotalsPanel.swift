internal import Canvas
internal import RepCore

/// One inference of each form, or the sum of blocks that stand alone, and what folding gained.
struct TotalsPanel: Widget {
  private let figures: LiveFigures
  private let live: LiveState

  /// The totals of `figures`.
  init(_ figures: LiveFigures, live: LiveState) {
    self.figures = figures
    self.live = live
  }

  /// Draws one sentence per row; what matters most comes first.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let isBad = live.failure != nil
    let word = isBad ? "stopped" : live.isRunning ? "running" : "paused"
    let threads =
      (live.branches == .fused ? "fused branches, " : "")
      + "\(live.threads) of \(live.processors) threads"
    let subject =
      figures.isSeparate ? "Sum of \(figures.timedBlocks), \(figures.trialExtent)" : "One inference"
    grid.draw(Panel("\(subject)  \(word)", footer: threads), in: area, with: pen)
    let inner = Panel.interior(of: area)
    grid.draw(TextBlock(lines(width: inner.width, with: pen)), in: inner, with: pen)
  }

  private func lines(width: Int, with pen: Pen) -> [StyledLine] {
    func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
      text.wrapped(to: width).map { StyledLine($0, style) }
    }
    // In a wide pane the speed-up joins the line of the deploy form.
    let isWide = width >= 48
    var lines: [StyledLine] = []
    if let failure = live.failure { lines += wrapped(failure, pen.palette.bad) }
    guard figures.train != nil || figures.deploy != nil else {
      // Who reads that the engine cannot run needs no key that runs it.
      if live.failure != nil { return lines }
      let hint =
        live.isRunning
        ? "Folding and packing the weights; the first times follow."
        : "Nothing measured yet: p runs the engine, both forms in turn."
      return lines + wrapped(hint, pen.palette.text)
    }
    if figures.isSample { lines += wrapped("sample timing, not measured", pen.palette.warning) }
    let bars = [
      (Form.train, figures.train, PairBar.trainSign(pen.glyphs), pen.palette.otherBar),
      (Form.deploy, figures.deploy, PairBar.deploySign(pen.glyphs), pen.palette.bar),
    ]
    for (form, timing, sign, ink) in bars {
      guard let timing else { continue }
      var line = line(of: form, timing, StyledLine("\(sign) ", ink), pen)
      if form == .deploy, isWide, let faster = figures.speedUp {
        line = line.then("  \(Numbers.fixed(faster, 2))x as fast", pen.palette.good)
      }
      lines.append(line)
    }
    if let faster = figures.speedUp, let fewer = figures.macRatio {
      if !isWide {
        lines.append(
          StyledLine("speed-up ", pen.palette.text)
            .then("\(Numbers.fixed(faster, 2))x", pen.palette.good)
        )
      }
      let sentence =
        "\(Numbers.fixed(fewer, 2))x fewer multiply-adds, \(Numbers.fixed(faster, 2))x less time"
      lines += wrapped(sentence, pen.palette.muted)
    }
    if figures.isSeparate {
      lines += wrapped(
        "each timed alone on a seeded input; the graph around them is not known",
        pen.palette.muted
      )
    }
    if !figures.isSample { lines += wrapped("measured here, not estimated", pen.palette.muted) }
    return lines
  }

  private func line(of form: Form, _ timing: FormTiming, _ sign: StyledLine, _ pen: Pen)
    -> StyledLine
  {
    let median = figures.total(of: timing)
    let time = pen.duration(microseconds: median)
    let rate =
      figures.isSeparate
      ? "" : "  \(median > 0 ? Numbers.engineering(1e6 / median) : "--") frames/s"
    let name = (form == figures.form ? "\(form.rawValue)*" : form.rawValue).fitted(to: 7)
    return sign.then(name, pen.palette.text)
      .then(time.fitted(to: 8, .right), pen.palette.accent)
      .then(rate, pen.palette.text)
  }
}
