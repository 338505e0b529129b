internal import Canvas
internal import RepCore
internal import Words

/// The sets of tensors that a file holds, for one to be chosen: a box over the screen.
struct SetsView: Widget {
  let document: Document
  let chooser: SetsLayer
  let language: Language

  func draw(into grid: inout Grid, in area: Rect, with pen: Pen) {
    let width = min(area.width, 64)
    let words = explanation[language].wrapped(to: width - 4)
    let rows = min(document.sets.count, max(area.height - words.count - 4, 1))
    let box = area.centered(Size(width: width, height: words.count + rows + 4))
    let footer = chooser.isFirst ? SetsView.leaves : SetsView.closes
    grid.fill(box, style: pen.palette.text)
    let panel = Panel(SetsView.title[language], footer: footer[language], isFocused: true)
    grid.draw(panel, in: box, with: pen)
    let inside = Panel.interior(of: box).inset(dx: 1, dy: 0)
    let (top, list) = inside.splitTop(words.count + 1)
    grid.draw(TextBlock(words.map { StyledLine($0, pen.palette.text) }), in: top, with: pen)
    let table = Table(
      columns: [
        .init(SetsView.set[language], width: 18, grows: true),
        .init("", .right, width: 26, priority: 1),
      ],
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
      return column == 0 ? .text(name) : .text(hint(of: name)[language], pen.palette.muted)
    }
    grid.draw(table, in: list, with: pen)
  }

  private static let title = Text(en: "Which set?", vi: "Bộ nào?")
  private static let set = Text(en: "set", vi: "bộ")
  private static let leaves = Text(en: "Enter opens, Esc leaves", vi: "Enter mở, Esc thoát")
  private static let closes = Text(en: "Enter opens, Esc closes", vi: "Enter mở, Esc đóng")

  private var explanation: Text {
    let (title, count) = (document.title, document.sets.count)
    return Text(
      en:
        "\(title) holds \(count) sets of tensors. Each is a whole set of weights; S chooses again "
        + "later, --set NAME beforehand.",
      vi: "\(title) có \(count) bộ tensor. Mỗi bộ là trọn các trọng số; sau này S chọn lại, "
        + "hoặc --set NAME khi mở."
    )
  }

  /// What a set of this name usually is.
  private func hint(of name: String) -> Text {
    if !chooser.isFirst && name == document.opened?.set {
      return Text(en: "open now", vi: "đang mở")
    }
    return name.lowercased().contains("ema")
      ? Text(en: "averaged over training", vi: "trung bình khi huấn luyện") : .none
  }
}
