internal import RepCore
internal import Words

// The models that are open.

extension State {
  /// Carries out a command about models that are open; nil where it is none.
  mutating func performOnModels(_ command: Command) -> [Effect]? {
    switch command.name {
    case .models:
      layers.append(ModelsLayer(shared.workspace))
      return []
    case .otherModel:
      guard let other = shared.workspace.other else {
        shared.refuse(onlyOne)
        return []
      }
      show(model: other)
      return [.document]
    case .close: return close(shared.workspace.current.id)
    default: return nil
    }
  }

  /// Closes a model; the last one stays.
  mutating func close(_ id: ModelID) -> [Effect] {
    guard shared.workspace.models.count > 1,
      let model = shared.workspace.models.first(where: { $0.id == id })
    else {
      shared.refuse(onlyOne)
      return []
    }
    let isAnother = close(model: id)
    OpenedFiles.current?.replace(model.document.opened?.file, by: nil)
    shared.readings.removeAll { $0.replaces == id }
    let title = model.document.title
    shared.notice = Text(en: "\(title) is closed", vi: "đã đóng \(title)")
    return isAnother ? [.document] : []
  }

  private var onlyOne: Text {
    Text(
      en: "this is the only model that is open; :open FILE opens another",
      vi: "chỉ có mạng này đang mở; :open FILE mở mạng khác"
    )
  }
}

extension Command.Name {
  static let open = Self("open"), beside = Self("beside")
  static let models = Self("models"), otherModel = Self("other-model")
  static let close = Self("close")
}
