internal import RepCore
internal import Words

// Files: other models, another set of the open one, or the same one anew.

extension State {
  /// Asks which set to look at, as the first thing, where the file holds several.
  public mutating func askForSet() {
    guard shared.document.sets.count > 1 else { return }
    layers.append(SetsLayer(cursor: openSetIndex, isFirst: true))
  }

  /// Carries out a command about files; nil where it is none.
  mutating func performOnFile(_ command: Command) -> [Effect]? {
    switch command.name {
    case .set: openSet(command.text)
    case .reload: reload()
    case .open: command.source.map { open($0) } ?? []
    case .beside: command.source.map { open($0, isShown: false) } ?? []
    default: performOnModels(command)
    }
  }

  /// Reads one more model, or shows the one that is open from there.
  ///
  /// - Parameters:
  ///   - source: Where it is.
  ///   - isShown: Whether it is shown as soon as it is there.
  /// - Returns: what that asks of the world.
  mutating func open(_ source: ModelSource, isShown: Bool = true) -> [Effect] {
    if let id = shared.workspace.model(from: source) {
      guard isShown, id != shared.workspace.current.id else { return [] }
      show(model: id)
      return [.document]
    }
    var options = shared.workspace.models[0].document.options
    options.set = nil
    return read(ReadingRequest(source: source, options: options, replaces: nil, isShown: isShown))
  }

  /// Opens the set `name`; without a name, or with one that is not there, shows which there are.
  mutating func openSet(_ name: String?) -> [Effect] {
    let document = shared.document
    guard document.sets.count > 1 else {
      shared.refuse(FileNotices.oneSetOnly)
      return []
    }
    guard let name else {
      layers.append(SetsLayer(cursor: openSetIndex, isFirst: false))
      return []
    }
    guard document.sets.contains(name) else {
      shared.refuse(FileNotices.noSet(name, document.sets))
      return []
    }
    guard name != document.opened?.set else {
      shared.notice = FileNotices.isOpen(set: name)
      shared.readings.removeAll { $0.replaces == shared.workspace.current.id }
      return []
    }
    var options = document.options
    options.set = name
    return readAnew(with: options)
  }

  private mutating func reload() -> [Effect] { readAnew(with: shared.document.options) }

  private mutating func readAnew(with options: ReadingOptions) -> [Effect] {
    guard let source = shared.document.source, !source.isBuiltIn else {
      shared.notice = FileNotices.noFile
      return []
    }
    let current = shared.workspace.current.id
    return read(ReadingRequest(source: source, options: options, replaces: current))
  }

  /// Reads a file anew that somebody has written; while it is being read, once more behind that.
  mutating func follow(_ source: ModelSource) -> [Effect] {
    guard !shared.readings.contains(where: { $0.source == source }) else {
      shared.stale.insert(source)
      return []
    }
    let models = shared.workspace.models.filter { $0.document.source == source }
    return models.flatMap { model in
      read(
        ReadingRequest(source: source, options: model.document.options, replaces: model.id)
      )
    }
  }

  private mutating func read(_ request: ReadingRequest) -> [Effect] {
    // What was asked for before in the same place is not waited for any more.
    shared.readings.removeAll {
      request.replaces == nil ? $0.source == request.source : $0.replaces == request.replaces
    }
    shared.readings.append(request)
    return [.read(request)]
  }

  private var openSetIndex: Int {
    let document = shared.document
    return document.sets.firstIndex { $0 == document.opened?.set } ?? 0
  }
}

extension Command {
  /// The model that a user typed.
  fileprivate var source: ModelSource? {
    text.map { ModelSource(UserFolder.expandingTilde(in: $0)) }
  }
}

extension ModelSource {
  /// Whether there is no file that could change.
  fileprivate var isBuiltIn: Bool { if case .builtIn = self { true } else { false } }
}

// MARK: - What comes back

extension State {
  /// Takes over what was read, or the reason why it could not be.
  ///
  /// An answer that nobody waits for any more is dropped.
  ///
  /// - Returns: what the new document asks of the world; empty if there is none.
  mutating func receive(
    _ result: Result<Document, FormatError>,
    for request: ReadingRequest
  ) -> [Effect] {
    guard let place = shared.readings.firstIndex(of: request) else { return [] }
    shared.readings.remove(at: place)
    let effects = takeOver(result, of: request)
    return effects + (shared.stale.remove(request.source).map { follow($0) } ?? [])
  }

  private mutating func takeOver(
    _ result: Result<Document, FormatError>,
    of request: ReadingRequest
  ) -> [Effect] {
    switch result {
    case .failure(let error):
      let reason = purpose(of: request).failed + error.message
      shared.refuse(reason, blame: CommandError.Blame(error))
      return []
    case .success(let document):
      return request.replaces.map { replace($0, by: document, request) } ?? add(document, request)
    }
  }

  private mutating func replace(
    _ old: ModelID,
    by document: Document,
    _ request: ReadingRequest
  ) -> [Effect] {
    guard let present = shared.workspace.models.first(where: { $0.id == old }) else { return [] }
    let purpose = purpose(of: request)
    OpenedFiles.current?.replace(present.document.opened?.file, by: document.opened?.file)
    guard replace(old, by: document) else { return [] }
    if case .set = purpose {
      shared.notice = FileNotices.isOpen(set: document.opened?.set ?? "")
    } else {
      shared.notice = FileNotices.readAnew
    }
    return [.document]
  }

  private mutating func add(_ document: Document, _ request: ReadingRequest) -> [Effect] {
    OpenedFiles.current?.replace(nil, by: document.opened?.file)
    let id = shared.workspace.add(document)
    shared.notice = FileNotices.isOpen(document, isShown: request.isShown)
    guard request.isShown else { return [] }
    show(model: id)
    return [.document]
  }

  /// What a request is for, as long as what it takes the place of is there.
  func purpose(of request: ReadingRequest) -> ReadingPurpose {
    guard let replaced = request.replaces else { return .more(request.source.typed ?? "") }
    let isSame = shared.workspace.models.contains {
      $0.id == replaced && $0.document.options == request.options
    }
    return isSame ? .anew : .set(request.options.set ?? "")
  }
}
