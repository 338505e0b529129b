internal import Canvas
internal import RepCore
internal import Words

/// Both forms' times from the same origin on the same axis: the training form in the upper half of the cells,
/// the deploy form in the lower half, whichever is longer.
///
/// The halves differ in sign as well as in colour, so that they read without any.
struct PairBar: Widget {
  /// How much the training form fills, 0...1; nil where nothing is known of it.
  let train: Double?
  /// How much the deploy form fills, 0...1; nil where nothing is known of it.
  let deploy: Double?
  /// Where the mark stands, from 0; beyond 1 an arrow points out of the bar.
  var tick: Double?
  /// Whether one form has no such step, which is not the same as a step that takes no time.
  var isAlone = false

  /// The sign of a cell that the training form fills.
  static func trainSign(_ glyphs: Glyphs) -> Character { glyphs.level == .ascii ? "\"" : "▀" }

  /// The sign of a cell that the deploy form fills.
  static func deploySign(_ glyphs: Glyphs) -> Character { glyphs.level == .ascii ? "_" : "▄" }

  /// The sign of a cell that both fill.
  private static func bothSign(_ glyphs: Glyphs) -> Character { glyphs.level == .ascii ? "=" : "█" }

  /// The sign behind a bar whose other form has no such step.
  static func aloneSign(_ glyphs: Glyphs) -> Character { glyphs.level == .ascii ? "o" : "○" }

  /// Draws the bars and the mark.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    grid.fill(area, with: pen.glyphs.track, style: pen.palette.muted)
    let (upper, lower) = (cells(train, area.width), cells(deploy, area.width))
    for x in 0..<max(upper, lower) {
      let (sign, style) = cell(x < upper, x < lower, pen)
      grid.put(sign: sign, at: area.origin.moved(dx: x), style: style, clip: area)
    }
    if isAlone {
      let place = area.origin.moved(dx: min(max(upper, lower), area.width - 1))
      grid.put(
        sign: PairBar.aloneSign(pen.glyphs),
        at: place,
        style: pen.palette.muted,
        clip: area
      )
    }
    guard let tick, tick.isFinite else { return }
    // A short bar stays in sight beside its mark, and so does the sign that it stands alone.
    let longest = max(upper, lower)
    let least = longest == 0 ? 0 : isAlone && longest == 1 ? 2 : 1
    let place = min(area.width - 1, max(least, Int(min(max(tick, 0), 1) * Double(area.width))))
    let sign = tick > 1 ? pen.glyphs.heads.right : pen.glyphs.tick
    grid.put(
      sign: sign,
      at: area.origin.moved(dx: place),
      style: pen.palette.warning,
      clip: area
    )
  }

  /// At least one cell, so that a short time is not taken for none.
  private func cells(_ share: Double?, _ width: Int) -> Int {
    guard let share, share > 0 else { return 0 }
    return min(width, max(1, Int((min(share, 1) * Double(width)).rounded())))
  }

  private func cell(_ isUpper: Bool, _ isLower: Bool, _ pen: Pen) -> (Character, Style) {
    let (upper, lower) = (pen.palette.otherBar, pen.palette.bar)
    guard isUpper && isLower else {
      return isUpper
        ? (PairBar.trainSign(pen.glyphs), upper) : (PairBar.deploySign(pen.glyphs), lower)
    }
    // Where halves can be told by colour, the lower one is the paper of the upper.
    return pen.glyphs.level == .block && pen.depth >= .ansi16
      ? (PairBar.trainSign(pen.glyphs), upper.on(lower.foreground))
      : (PairBar.bothSign(pen.glyphs), pen.palette.text)
  }
}

extension PairBar {
  /// What the halves stand for, each in its own colour; only the lower one where there is no training form.
  static func legend(hasTrainingForm: Bool, _ language: Language, _ pen: Pen) -> StyledLine {
    let deploy = StyledLine("\(deploySign(pen.glyphs)) ", pen.palette.bar)
      .then(Form.deploy.word[language], pen.palette.text)
    guard hasTrainingForm else { return deploy }
    return StyledLine("\(trainSign(pen.glyphs)) ", pen.palette.otherBar)
      .then(Form.train.word[language], pen.palette.text).then("  ", pen.palette.text)
      .appending(deploy)
  }
}

extension Grid {
  /// Writes the first of `legends` that fits into the lower border of a pane, or of a part of it, at its right,
  /// in colours of its own.
  mutating func put(legends: [StyledLine], in area: Rect, with pen: Pen) {
    guard area.height > 1, let legend = legends.first(where: { $0.columns <= area.width - 6 })
    else { return }
    let line = StyledLine(" ", pen.palette.text).appending(legend).then(" ", pen.palette.text)
    put(line, at: Point(x: area.maxX - 2 - line.columns, y: area.maxY - 1), clip: area)
  }
}
