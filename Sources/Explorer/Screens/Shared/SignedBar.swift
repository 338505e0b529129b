internal import Canvas

/// A horizontal bar to the left of the middle for values below zero, to the right for those above.
struct SignedBar: Widget {
  /// The value in -1...1.
  let share: Double

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard area.width >= 3 else { return }
    let half = (area.width - 1) / 2
    let cells = share.isNaN ? 0 : Int((min(share.magnitude, 1) * Double(half)).rounded())
    let full = String(pen.glyphs.barParts[pen.glyphs.barParts.count - 1])
    let bar = String(repeating: full, count: cells)
    let middle = area.origin.moved(dx: half)
    if share < 0 {
      grid.put(bar, at: middle.moved(dx: -cells), style: pen.palette.negative, clip: area)
    } else {
      grid.put(bar, at: middle.moved(dx: 1), style: pen.palette.positive, clip: area)
    }
    grid.put(String(pen.glyphs.lines.vertical), at: middle, style: pen.palette.chrome, clip: area)
  }
}
