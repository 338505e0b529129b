internal import Canvas

/// What a terminal below the smallest size shows: both sizes, in whatever cells there are.
struct TooSmallView: Widget {
  let size: Size

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (least, palette) = (State.smallest, pen.palette)
    let lines = [
      ("repvgg-tui needs \(least.width) x \(least.height)", palette.text),
      ("this terminal is \(size.width) x \(size.height)", palette.warning),
      ("enlarge it, or press q", palette.muted),
    ]
    let top = max((area.height - lines.count) / 2, 0)
    for (index, line) in lines.enumerated() {
      let text = line.0.fitted(to: area.width, .center, ellipsis: pen.glyphs.ellipsis)
      grid.put(text, at: area.row(top + index).origin, style: line.1, clip: area.row(top + index))
    }
  }
}
