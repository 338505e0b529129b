internal import Canvas
internal import Words

/// A table in a pane, with sentences below it as far as there is room; or, where there is no table, the reason.
struct TablePanel: Widget {
  private let title: String
  private let footer: String
  private let table: Table?
  private let reason: String
  private let remarks: [String]
  private let isFocused: Bool

  /// A pane called `title`; what stands first of `remarks` is left out last.
  init(
    _ title: Text,
    _ table: Table? = nil,
    or reason: Text,
    remarks: [Text] = [],
    footer: Text = .none,
    isFocused: Bool = false,
    _ shared: Shared
  ) {
    let language = shared.language
    (self.title, self.footer, self.reason) = (title[language], footer[language], reason[language])
    (self.table, self.isFocused) = (table, isFocused)
    self.remarks = remarks.filter { !$0.isEmpty }.map { $0[language] }
  }

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    guard !area.isEmpty else { return }
    grid.draw(Panel(title, footer: footer, isFocused: isFocused), in: area, with: pen)
    guard let table else {
      return TextBlock(wrapping: reason, style: pen.palette.muted)
        .draw(into: &grid, in: TextPane.interior(of: area), with: pen)
    }
    let inside = Panel.interior(of: area)
    let lines = lines(below: table, in: inside.size, pen.palette.muted)
    guard !lines.isEmpty else { return grid.draw(table, in: inside, with: pen) }
    let (above, below) = inside.splitTop(table.rowCount + 1)
    grid.draw(table, in: above, with: pen)
    // A blank row between them where there is one to spare.
    let isRoomy = below.height > lines.count
    let text = below.splitTop(isRoomy ? 1 : 0).rest.inset(dx: 1, dy: 0)
    grid.draw(TextBlock(lines), in: text, with: pen)
  }

  /// The remarks that fit whole below all rows of the table.
  private func lines(below table: Table, in size: Size, _ style: Style) -> [StyledLine] {
    var (lines, room) = ([StyledLine](), size.height - table.rowCount - 1)
    for remark in remarks {
      let more = remark.wrapped(to: max(size.width - 2, 1)).map { StyledLine($0, style) }
      guard more.count <= room else { continue }
      lines += more
      room -= more.count
    }
    return lines
  }
}
