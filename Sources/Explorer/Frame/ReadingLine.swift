internal import Canvas
internal import Words

/// How a screen is read: a sentence in the last row of its body.
struct ReadingLine: Widget {
  /// The sentence.
  let words: Text
  /// What people read.
  let language: Language

  /// Rows from which on one can be spared.
  private static let leastRows = 16

  /// The row of the sentence, none where there are few or a pane fills them, and the rows that are left.
  static func split(_ area: Rect, _ shared: Shared) -> (line: Rect, body: Rect) {
    let isShown = area.height >= leastRows && shared.zoomed == nil
    let parts = area.splitBottom(isShown ? 1 : 0)
    return (parts.bottom, parts.rest)
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let sentence = (Text(en: "Read: ", vi: "Đọc: ") + words)[language]
    let text = sentence.truncated(to: area.width, ellipsis: pen.glyphs.ellipsis)
    grid.put(text, at: area.origin, style: pen.palette.muted, clip: area)
  }
}
