internal import Canvas

/// Two bars from the same origin on the same axis, the shorter upon the longer, and a mark.
///
/// The two differ in sign as well as in colour, so that the part that sticks out reads without any.
struct PairBar: Widget {
  /// How much the training form fills, 0...1.
  let train: Double
  /// How much the deploy form fills, 0...1.
  let deploy: Double
  /// Where the mark stands, 0...1.
  let tick: Double?

  /// The sign of the training form's bar.
  static func trainSign(_ glyphs: Glyphs) -> Character { glyphs.level == .ascii ? "=" : "▒" }

  /// The sign of the deploy form's bar.
  static func deploySign(_ glyphs: Glyphs) -> Character { glyphs.level == .ascii ? "#" : "█" }

  /// Draws the longer bar, the shorter upon it, and the mark.
  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    grid.fill(area, with: pen.glyphs.track, style: pen.palette.muted)
    let bars = [
      (train, PairBar.trainSign(pen.glyphs), pen.palette.otherBar),
      (deploy, PairBar.deploySign(pen.glyphs), pen.palette.bar),
    ]
    for (share, sign, style) in bars.sorted(by: { $0.0 > $1.0 }) where share > 0 {
      let cells = max(1, Int((min(share, 1) * Double(area.width)).rounded()))
      grid.fill(area.splitLeft(cells).left, with: sign, style: style)
    }
    guard let tick, area.width > 0 else { return }
    let place = min(area.width - 1, Int(min(max(tick, 0), 1) * Double(area.width)))
    let mark = Point(x: area.x + place, y: area.y)
    grid.put(String(pen.glyphs.tick), at: mark, style: pen.palette.warning, clip: area)
  }
}
