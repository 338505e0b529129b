internal import Canvas
internal import Words

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
  let language: Language
  /// What a cell shows.
  let content: (_ row: Int, _ column: Int) -> Table.Content

  /// The widest box.
  private static let widest = 64

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let (box, words, list) = layout(in: area)
    grid.fill(box, style: pen.palette.text)
    let note = Text.more(of: table, in: list)[language]
    grid.draw(Panel(title, footer: footer, note: note, isFocused: true), in: box, with: pen)
    let lines = words.map { StyledLine($0, pen.palette.text) }
    grid.draw(TextBlock(lines), in: Panel.interior(of: box).inset(dx: 1, dy: 0), with: pen)
    grid.draw(table, in: list, with: pen)
  }

  /// The words and the list in sentences.
  func read(into reading: inout Reading) {
    reading.add(title)
    reading.add(words)
    reading.add(table)
  }

  private var table: Table {
    Table(columns: columns, rowCount: rowCount, selected: selected, content: content)
  }

  /// The rows, which can be pressed.
  func regions(in area: Rect) -> [Region] {
    Region.rows(in: layout(in: area).list, count: rowCount, cursor: selected)
  }

  private func layout(in area: Rect) -> (box: Rect, words: [String], list: Rect) {
    let width = min(area.width, ListBox.widest)
    let words = words.isEmpty ? [] : words.wrapped(to: width - 4) + [""]
    let rows = min(rowCount, max(area.height - words.count - 3, 1))
    let box = area.centered(Size(width: width, height: words.count + rows + 3))
    let list = Panel.interior(of: box).inset(dx: 1, dy: 0).splitTop(words.count).rest
    return (box, words, list)
  }
}
