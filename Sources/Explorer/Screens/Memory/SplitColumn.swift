internal import Canvas

/// A column of two parts, one upon the other, told apart by colour and, where there is none, by sign.
struct SplitColumn: Widget {
  /// What the lower part reaches.
  let lower: Double
  /// What both reach.
  let whole: Double
  /// The value at the upper edge.
  let ceiling: Double
  /// Whether it stands out.
  let isShown: Bool

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let levels = pen.glyphs.sparks.count
    let units = Double(area.height * levels) / ceiling
    let top = max(1, Int((whole * units).rounded()))
    let border = min(Int((lower * units).rounded()), top)
    let ink = isShown ? pen.palette.accent : pen.palette.bar
    for row in 0..<area.height where top > row * levels {
      let (below, all) = (border - row * levels, min(top - row * levels, levels))
      let (sign, style) = cell(below: below, all: all, ink, pen)
      let point = Point(x: area.x, y: area.maxY - 1 - row)
      grid.put(sign: sign, at: point, style: style, clip: area)
    }
  }

  /// A cell of which the lower part has `below` levels and both have `all`, of as many as there are signs.
  private func cell(below: Int, all: Int, _ ink: Style, _ pen: Pen) -> (Character, Style) {
    let (sparks, other) = (pen.glyphs.sparks, pen.palette.otherBar)
    if below >= all { return (sparks[all - 1], ink) }
    guard SplitColumn.hasColours(pen) else {
      // Where both parts share a cell, the larger one has it.
      return below * 2 >= all
        ? (sparks[max(below, 1) - 1], ink) : (SplitColumn.upperSign(pen), other)
    }
    if below <= 0 { return (sparks[all - 1], other) }
    // The upper part is the paper of the lower one, if it fills the rest of the cell.
    return all == sparks.count
      ? (sparks[below - 1], ink.on(other.foreground)) : (sparks[all - 1], other)
  }

  private static func hasColours(_ pen: Pen) -> Bool {
    pen.glyphs.level == .block && pen.depth >= .ansi16
  }

  private static func upperSign(_ pen: Pen) -> Character {
    hasColours(pen)
      ? pen.glyphs.sparks[pen.glyphs.sparks.count - 1]
      : pen.glyphs.level == .ascii ? ":" : "▒"
  }

  /// What the parts stand for, each in its own colour.
  static func legend(lower: String, upper: String, _ pen: Pen) -> StyledLine {
    StyledLine("\(pen.glyphs.sparks[pen.glyphs.sparks.count - 1]) ", pen.palette.bar)
      .then(lower, pen.palette.text)
      .then("  \(upperSign(pen)) ", pen.palette.otherBar)
      .then(upper, pen.palette.text)
  }
}
