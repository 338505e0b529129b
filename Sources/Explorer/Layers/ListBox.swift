internal import Canvas

/// A list in a box over the middle of the screen, below a few words.
struct ListBox: Widget {
  /// What stands in the upper border.
  let title: String
  /// What stands in the lower border.
  var footer = ""
  /// What is said before the list.
  var words = ""
  let columns: [Table.Column]
  let rowCount: Int
  /// The row under the cursor.
  let selected: Int
  /// What a cell shows.
  let content: (_ row: Int, _ column: Int) -> Table.Content

  /// The widest box.
  private static let widest = 64

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let width = min(area.width, ListBox.widest)
    let words = words.isEmpty ? [] : words.wrapped(to: width - 4) + [""]
    let rows = min(rowCount, max(area.height - words.count - 3, 1))
    let box = area.centered(Size(width: width, height: words.count + rows + 3))
    grid.fill(box, style: pen.palette.text)
    grid.draw(Panel(title, footer: footer, isFocused: true), in: box, with: pen)
    let (top, list) = Panel.interior(of: box).inset(dx: 1, dy: 0).splitTop(words.count)
    grid.draw(TextBlock(words.map { StyledLine($0, pen.palette.text) }), in: top, with: pen)
    let table = Table(
      columns: columns,
      rowCount: rowCount,
      selected: selected,
      firstRow: Table.firstRow(
        showing: selected,
        of: rowCount,
        height: list.height,
        from: selected - list.height / 2
      ),
      content: content
    )
    grid.draw(table, in: list, with: pen)
  }
}
