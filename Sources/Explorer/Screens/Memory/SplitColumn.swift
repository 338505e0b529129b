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

  /// The sign of the lower part.
  static func lowerSign(_ glyphs: Glyphs) -> Character { glyphs.sparks[glyphs.sparks.count - 1] }

  /// The sign of the upper part.
  static func upperSign(_ glyphs: Glyphs) -> Character { glyphs.level == .ascii ? ":" : "▒" }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let levels = pen.glyphs.sparks.count
    let units = Double(area.height * levels) / ceiling
    let top = max(1, Int((whole * units).rounded()))
    let border = min(Int((lower * units).rounded()), top)
    let ink = isShown ? pen.palette.accent : pen.palette.bar
    for row in 0..<area.height {
      let point = Point(x: area.x, y: area.maxY - 1 - row)
      let (below, all) = (border - row * levels, top - row * levels)
      guard all > 0 else { break }
      let isSplit = below < min(all, levels)
      // Where both parts share a cell, the larger one has it.
      let isUpper = isSplit && below * 2 < min(all, levels)
      let sign =
        isUpper && all >= levels
        ? SplitColumn.upperSign(pen.glyphs)
        : pen.glyphs.sparks[min(isUpper || !isSplit ? all : max(below, 1), levels) - 1]
      let style = isUpper ? (isShown ? pen.palette.accent : pen.palette.otherBar) : ink
      grid.put(sign: sign, at: point, style: style, clip: area)
    }
  }
}
