internal import Canvas
internal import RepCore

/// The sets of tensors that a file holds, for one to be chosen.
struct SetsView: Widget {
  let document: Document
  let chooser: SetsLayer

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let width = min(area.width, 64)
    let words = explanation.wrapped(to: width - 4)
    let rows = min(document.sets.count, max(area.height - words.count - 4, 1))
    let box = area.centered(Size(width: width, height: words.count + rows + 4))
    let escape = chooser.isFirst ? "Esc leaves" : "Esc closes"
    let panel = Panel("Which set?", footer: "Enter opens, \(escape)", isFocused: true)
    grid.draw(panel, in: box, with: pen)
    let inside = Panel.interior(of: box).inset(dx: 1, dy: 0)
    let (top, list) = inside.splitTop(words.count + 1)
    grid.draw(TextBlock(words.map { StyledLine($0, pen.palette.text) }), in: top, with: pen)
    let table = Table(
      columns: [.init("set", width: 18, grows: true), .init("", .right, width: 26, priority: 1)],
      rowCount: document.sets.count,
      selected: chooser.cursor.row,
      firstRow: Table.firstRow(
        showing: chooser.cursor.row,
        of: document.sets.count,
        height: list.height,
        from: chooser.cursor.row - list.height / 2
      )
    ) { row, column in
      let name = document.sets[row]
      return column == 0 ? .text(name) : .text(hint(of: name), pen.palette.muted)
    }
    grid.draw(table, in: list, with: pen)
  }

  private var explanation: String {
    "\(document.title) holds \(document.sets.count) sets of tensors. Each is a whole set of weights; "
      + "S chooses again later, --set NAME beforehand."
  }

  /// What a set of this name usually is.
  private func hint(of name: String) -> String {
    let isAveraged = name.lowercased().contains("ema")
    let usual = isAveraged ? "averaged over training" : ""
    return !chooser.isFirst && name == document.opened?.set ? "open now" : usual
  }
}
