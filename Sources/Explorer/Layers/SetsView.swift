internal import Canvas
internal import RepCore
internal import Words

/// The sets of tensors that a file holds, for one to be chosen.
struct SetsView {
  let document: Document
  let chooser: SetsLayer
  let language: Language

  /// The box over the screen.
  func box(_ pen: Pen) -> ListBox {
    let footer = chooser.isFirst ? SetsView.leaves : SetsView.closes
    return ListBox(
      title: SetsView.title[language],
      footer: footer[language],
      words: explanation[language],
      columns: [
        .init(SetsView.set[language], width: 18, grows: true),
        .init("", .right, width: 26, priority: 1),
      ],
      rowCount: document.sets.count,
      selected: chooser.cursor.row
    ) { row, column in
      let name = document.sets[row]
      return column == 0 ? .text(name) : .text(hint(of: name)[language], pen.palette.muted)
    }
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
