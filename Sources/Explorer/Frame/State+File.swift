public import RepCore
internal import Words

// The open file: another of its sets, or the same one anew.

extension State {
  /// Asks which set to look at, as the first thing, where the file holds several.
  public mutating func askForSet() {
    guard shared.document.sets.count > 1 else { return }
    layers.append(SetsLayer(cursor: openSetIndex, isFirst: true))
  }

  /// Carries out a command about the file; nil where it is none.
  mutating func performOnFile(_ command: Command) -> [Effect]? {
    switch command.name {
    case .set: openSet(command.text)
    case .reload: reload()
    default: nil
    }
  }

  /// Opens the set `name`; without a name, or with one that is not there, shows which there are.
  mutating func openSet(_ name: String?) -> [Effect] {
    let document = shared.document
    guard document.sets.count > 1 else {
      shared.refuse(
        Text(
          en: "this file holds one set of tensors only",
          vi: "tệp này chỉ có một bộ tensor"
        )
      )
      return []
    }
    guard let name else {
      layers.append(SetsLayer(cursor: openSetIndex, isFirst: false))
      return []
    }
    guard document.sets.contains(name) else {
      let names = document.sets.joined(separator: ", ")
      shared.refuse(
        Text(en: "no set '\(name)'; there are \(names)", vi: "không có bộ '\(name)'; có \(names)")
      )
      return []
    }
    guard name != document.opened?.set else {
      shared.notice = State.isOpen(name)
      shared.opening = nil
      return []
    }
    var options = document.options
    options.set = name
    shared.opening = options
    return [.open(options)]
  }

  private mutating func reload() -> [Effect] {
    guard shared.document.opened != nil else {
      shared.notice = Text(
        en: "this network comes from no file",
        vi: "mạng này không đến từ tệp nào"
      )
      return []
    }
    shared.opening = shared.document.options
    return [.open(shared.document.options)]
  }

  /// Takes over what was read with `options`, or the reason why it could not be.
  ///
  /// An answer that nobody waits for any more is dropped.
  ///
  /// - Returns: what the new document asks of the world; empty if there is none.
  public mutating func receive(
    _ result: Result<ModelFile.Opened, FormatError>,
    readWith options: ReadingOptions
  ) -> [Effect] {
    guard options == shared.opening else { return [] }
    shared.opening = nil
    let isReload = options == shared.document.options
    let set = options.set ?? ""
    switch result {
    case .failure(let error):
      let what =
        isReload
        ? Text(en: "cannot read it anew: ", vi: "không đọc lại được: ")
        : Text(en: "cannot open set \(set): ", vi: "không mở được bộ \(set): ")
      shared.refuse(what + Text(name: error.message), blame: CommandError.Blame(error))
      return []
    case .success(let opened):
      show(Document(opened, title: shared.document.title, options: options))
      shared.notice = isReload ? Text(en: "read anew", vi: "đã đọc lại") : State.isOpen(opened.set)
      return [.engine]
    }
  }

  private static func isOpen(_ set: String) -> Text {
    Text(en: "set \(set) is open", vi: "bộ \(set) đang mở")
  }

  /// Puts `document` in place of the present one; everything stays where it can.
  private mutating func show(_ document: Document) {
    OpenedFiles.current?.replace(shared.document.opened?.file, by: document.opened?.file)
    shared.show(document)
    settle()
  }

  private var openSetIndex: Int {
    let document = shared.document
    return document.sets.firstIndex { $0 == document.opened?.set } ?? 0
  }
}

extension Shared {
  /// Puts `document` in place of the present one: what was known of that one is forgotten.
  fileprivate mutating func show(_ document: Document) {
    self.document = document
    generation += 1
    fileHasChanged = false
    answers = Answers()
    live.forget()
    jobs = []
    live.failure = nil
    if !document.hasTrainingForm { form = .deploy }
    if document.network.block(at: selection.block) == nil {
      selection = Selection(document.paths.first ?? BlockPath(stage: 0, block: 0))
    }
  }
}
