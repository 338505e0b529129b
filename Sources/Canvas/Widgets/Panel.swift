/// A border with a title; the pane that has the focus also bears a marker.
public struct Panel: Widget {
  /// Stands in the upper border.
  public let title: String
  /// Stands in the lower border, at the right; may be empty.
  public let footer: String
  /// Stands in the lower border, at the left, and comes before the footer; may be empty.
  public let note: String
  /// Whether keys go to this pane.
  public let isFocused: Bool

  /// A pane named `title`.
  public init(_ title: String, footer: String = "", note: String = "", isFocused: Bool = false) {
    self.title = title
    self.footer = footer
    self.note = note
    self.isFocused = isFocused
  }

  /// The cells inside the border.
  public static func interior(of area: Rect) -> Rect { area.inset(by: 1) }

  /// Draws the border along the edge of `area`.
  public func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let style = isFocused ? pen.palette.focus : pen.palette.chrome
    grid.box(area, style: style, lines: pen.glyphs.lines)
    let marker = isFocused ? "\(pen.glyphs.marker) " : ""
    label(marker + title, pen.palette.title, row: area.y, from: .left, &grid, area, pen)
    guard area.height > 1 else { return }
    let bottom = area.maxY - 1
    label(note, pen.palette.muted, row: bottom, from: .left, &grid, area, pen)
    label(footer, pen.palette.muted, row: bottom, from: .right, &grid, footer(of: area), pen)
  }

  /// The part of `area` whose lower border the note leaves to the footer.
  public func footer(of area: Rect) -> Rect {
    area.splitLeft(note.isEmpty ? 0 : columns(of: note) + 3).rest
  }

  private func label(
    _ text: String,
    _ style: Style,
    row: Int,
    from side: Alignment,
    _ grid: inout Grid,
    _ area: Rect,
    _ pen: Pen
  ) {
    let room = area.width - 6
    guard !text.isEmpty, room > 0 else { return }
    let shown = " " + text.truncated(to: room, ellipsis: pen.glyphs.ellipsis) + " "
    let x = side == .left ? area.x + 2 : area.maxX - 2 - columns(of: shown)
    grid.put(shown, at: Point(x: x, y: row), style: style, clip: area)
  }
}

extension Grid {
  /// Draws a border along the inner edge of `area`.
  public mutating func box(_ area: Rect, style: Style, lines: Glyphs.Lines) {
    guard area.width > 1, area.height > 1 else { return }
    let right = area.maxX - 1
    let bottom = area.maxY - 1
    for x in area.x + 1..<right {
      put(sign: lines.horizontal, at: Point(x: x, y: area.y), style: style)
      put(sign: lines.horizontal, at: Point(x: x, y: bottom), style: style)
    }
    for y in area.y + 1..<bottom {
      put(sign: lines.vertical, at: Point(x: area.x, y: y), style: style)
      put(sign: lines.vertical, at: Point(x: right, y: y), style: style)
    }
    put(sign: lines.topLeft, at: area.origin, style: style)
    put(sign: lines.topRight, at: Point(x: right, y: area.y), style: style)
    put(sign: lines.bottomLeft, at: Point(x: area.x, y: bottom), style: style)
    put(sign: lines.bottomRight, at: Point(x: right, y: bottom), style: style)
  }
}
