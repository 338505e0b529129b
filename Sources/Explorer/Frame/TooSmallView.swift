internal import Canvas
internal import Words

/// What a terminal below the smallest size shows: both sizes, in whatever cells there are.
struct TooSmallView: Widget {
  let size: Size
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (least, palette) = (State.smallest, pen.palette)
    let lines = [
      (
        Text(
          en: "repvgg-tui needs \(least.width) x \(least.height)",
          vi: "repvgg-tui cần \(least.width) x \(least.height)"
        ), palette.text
      ),
      (
        Text(
          en: "this terminal is \(size.width) x \(size.height)",
          vi: "terminal này có \(size.width) x \(size.height)"
        ), palette.warning
      ),
      (Text(en: "enlarge it, or press q", vi: "phóng to, hoặc nhấn q"), palette.muted),
    ]
    let top = max((area.height - lines.count) / 2, 0)
    for (index, line) in lines.enumerated() {
      let text = line.0[language].fitted(to: area.width, .center, ellipsis: pen.glyphs.ellipsis)
      grid.put(text, at: area.row(top + index).origin, style: line.1, clip: area.row(top + index))
    }
  }
}
