internal import Canvas
internal import RepCore
internal import Words

/// One inference of each form, or the sum of blocks that stand alone, and what folding gained, and why.
struct TotalsPanel: Widget {
  private let figures: LiveFigures
  private let live: LiveState

  /// The totals of `figures`.
  init(_ figures: LiveFigures, live: LiveState) {
    self.figures = figures
    self.live = live
  }

  /// Rows that the pane needs at `width`, borders included.
  func height(width: Int, with pen: Pen) -> Int { lines(width: width - 2, with: pen).count + 2 }

  private var title: Text {
    LiveWords.totals(
      separate: figures.isSeparate ? (figures.allRun, figures.trialExtent) : nil,
      live
    )
  }

  /// The pane in sentences.
  func read(into reading: inout Reading, with pen: Pen) {
    reading.add(title)
    reading.add(LiveWords.threads(live))
    reading.add(lines(width: Reading.width, with: pen))
  }

  /// Draws one sentence per row; what matters most comes first.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let threads = LiveWords.threads(live)[figures.language]
    grid.draw(Panel(title[figures.language], footer: threads), in: area, with: pen)
    let inner = Panel.interior(of: area)
    grid.draw(TextBlock(lines(width: inner.width, with: pen)), in: inner, with: pen)
  }

  private func lines(width: Int, with pen: Pen) -> [StyledLine] {
    func wrapped(_ text: Text, _ style: Style) -> [StyledLine] {
      text[figures.language].wrapped(to: width).map { StyledLine($0, style) }
    }
    var lines: [StyledLine] = []
    if let failure = live.failure { lines += wrapped(failure, pen.palette.bad) }
    guard figures.train != nil || figures.deploy != nil else {
      // Who reads that the engine cannot run needs no key that runs it.
      if live.failure != nil { return lines }
      let hint =
        live.isRunning ? LiveWords.starting : LiveWords.nothingYet(both: figures.hasTrainingForm)
      return lines + wrapped(hint, pen.palette.text)
    }
    if figures.isSample { lines += wrapped(LiveWords.sample, pen.palette.warning) }
    let bars = [
      (Form.train, figures.train, PairBar.trainSign(pen.glyphs), pen.palette.otherBar),
      (Form.deploy, figures.deploy, PairBar.deploySign(pen.glyphs), pen.palette.bar),
    ]
    for (form, timing, sign, ink) in bars {
      guard let timing else { continue }
      var line = line(of: form, timing, StyledLine("\(sign) ", ink), width, pen)
      if form == .deploy, let faster = figures.speedUp {
        let gain = LiveWords.timesAsFast(faster)[figures.language]
        if line.columns + columns(of: gain) <= width {
          line = line.then(gain, pen.palette.style(ofGain: faster))
        }
      }
      lines.append(line)
    }
    if let faster = figures.speedUp, let fewer = figures.macRatio {
      lines += wrapped(LiveWords.gain(macs: fewer, time: faster), pen.palette.style(ofGain: faster))
    }
    if let train = figures.train, let deploy = figures.deploy {
      lines += wrapped(LiveWords.reason(train, deploy), pen.palette.text)
    }
    if let faster = live.faster(figures.form), faster.threads < live.threads, !figures.isSample {
      lines += wrapped(LiveWords.tooSmall(for: live.threads, faster), pen.palette.warning)
    }
    if figures.isSeparate { lines += wrapped(LiveWords.separate, pen.palette.muted) }
    if !figures.isSample { lines += wrapped(LiveWords.measured, pen.palette.muted) }
    return lines
  }

  /// `▀ train*  41.2 ms  24.3 frames/s`; the form that is shown has the star.
  private func line(
    of form: Form,
    _ timing: FormTiming,
    _ sign: StyledLine,
    _ width: Int,
    _ pen: Pen
  ) -> StyledLine {
    let median = figures.total(of: timing)
    let names = Form.allCases.map { columns(of: $0.word[figures.language]) }
    let name = form.word[figures.language] + (form == figures.form ? "*" : "")
    let line = sign.then(name.fitted(to: (names.max() ?? 0) + 1), pen.palette.text)
      .then(pen.duration(microseconds: median).fitted(to: 8, .right), pen.palette.accent)
    guard !figures.isSeparate, median > 0 else { return line }
    let rate = LiveWords.rate(Numbers.engineering(1e6 / median))[figures.language]
    return line.columns + columns(of: rate) <= width ? line.then(rate, pen.palette.text) : line
  }
}
