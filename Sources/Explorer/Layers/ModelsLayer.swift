internal import Canvas
internal import RepCore
internal import Words

/// The list of the models that are open.
struct ModelsLayer: ListLayer {
  /// The row under the cursor.
  var cursor: ListCursor

  /// The list, the cursor on the model that is shown.
  init(_ workspace: Workspace) { cursor = ListCursor(workspace.currentPlace) }

  static let keys: [KeyBinding] =
    [.init("enter", "space", runs: "enter", label: Text(en: "show", vi: "xem"))] + ListCursor.keys
    + [
      .init("d", runs: "close", label: Text(en: "close the model", vi: "đóng mạng")),
      .init(
        "escape",
        "backspace",
        "q",
        "M",
        runs: "back",
        label: Text(en: "back", vi: "quay lại"),
        isEssential: true
      ),
    ] + KeyMap.terminal

  mutating func perform(_ command: Command, _ state: inout State) -> LayerOutcome? {
    let models = state.shared.workspace.models
    if cursor.move(by: command, count: models.count) { return .stays([]) }
    switch command.name {
    case .enter:
      guard cursor.row != state.shared.workspace.currentPlace else { return .closes([]) }
      state.show(model: models[cursor.row].id)
      return .closes([.document])
    case .close:
      let effects = state.close(models[cursor.row].id)
      settle(state)
      return .stays(effects)
    case .back, .models: return .closes([])
    default: return nil
    }
  }

  func count(_ state: State) -> Int { state.shared.workspace.models.count }

  func box(over state: State) -> ListBox {
    let (workspace, language) = (state.shared.workspace, state.shared.language)
    return ListBox(
      title: ModelsLayer.title[language],
      columns: [
        .init(ModelsLayer.model[language], width: 24, grows: true, keepsEnd: true),
        .init(ModelsLayer.holds[language], width: 14, priority: 2),
        .init(ModelsLayer.parameters[language], .right, width: 10, priority: 1),
      ],
      rowCount: workspace.models.count,
      selected: cursor.row,
      language: language
    ) { row, column in
      let document = workspace.models[row].document
      switch column {
      case 0:
        let mark = row == workspace.currentPlace ? "\(state.shared.pen.glyphs.bullet) " : "  "
        return .text(mark + (document.source?.typed ?? document.title))
      case 1: return .text(form(of: document)[language], state.shared.pen.palette.muted)
      default: return .text(Numbers.engineering(document.stored.parameters))
      }
    }
  }

  private func form(of document: Document) -> Text {
    document.stored.form.map { $0.word } ?? Text(en: "both forms", vi: "cả hai dạng")
  }

  private static let title = Text(en: "Open models", vi: "Các mạng đang mở")
  private static let model = Text(en: "model", vi: "mạng")
  private static let holds = Text(en: "holds", vi: "chứa")
  private static let parameters = Text(en: "params", vi: "tham số")

  func hint(_ state: State) -> String {
    Text(
      en: "Enter shows the model, d closes it, :open FILE opens another",
      vi: "Enter xem mạng, d đóng, :open FILE mở mạng khác"
    )[state.shared.language]
  }
}
