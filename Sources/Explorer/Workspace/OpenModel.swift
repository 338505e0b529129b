internal import RepCore

/// One reading of one model: what was read anew is another.
struct ModelID: Hashable, Sendable {
  fileprivate(set) var number = 0
}

/// A model that is open: what was read, what was found out of it, and what of it is looked at.
struct OpenModel: Sendable {
  /// Which reading it is.
  let id: ModelID
  /// What was read.
  let document: Document
  /// Which form is shown, on every screen.
  var form: Form
  /// What all screens are about.
  var selection: Selection
  /// What was searched for last.
  var search: String?
  /// What was found out for the frames that were shown.
  var answers = Answers()
  /// What the user gave the network to look at; nil where the engine runs on seeded values.
  var input: ShownInput?
  /// A mistake that was made on purpose; nil where all is as it should be.
  var mistake: MadeMistake?
  /// Whether somebody wrote to the file since it was read, so that what is shown may be a mixture.
  var fileHasChanged = false

  /// A model as it is first looked at.
  fileprivate init(_ document: Document, id: ModelID) {
    (self.document, self.id) = (document, id)
    form = document.hasTrainingForm ? .train : .deploy
    selection = Selection(document.paths.first ?? BlockPath(stage: 0, block: 0))
  }

  /// A model in place of `old`; one looks at the same of it, as far as it is there.
  fileprivate init(_ document: Document, id: ModelID, like old: OpenModel) {
    self.init(document, id: id)
    if document.hasTrainingForm { form = old.form }
    if document.network.block(at: old.selection.block) != nil { selection = old.selection }
    (search, input) = (old.search, old.input)
  }
}

/// The models that are open, in the order in which they were opened: one is shown.
struct Workspace: Sendable {
  /// All of them, at least one.
  private(set) var models: [OpenModel]
  /// The place of the one that is shown.
  private var place = 0
  /// The one that was shown before it.
  private var before: ModelID?
  private var last = ModelID()

  /// A workspace with one model.
  init(_ document: Document) { models = [OpenModel(document, id: last)] }

  /// The model that is shown.
  var current: OpenModel {
    _read { yield models[place] }
    _modify { yield &models[place] }
  }

  /// The place of the model that is shown, counted from zero.
  var currentPlace: Int { place }

  /// The model that was shown before this one, else the next one; nil where there is no other.
  var other: ModelID? {
    models.first { $0.id == before }?.id
      ?? (models.count > 1 ? models[(place + 1) % models.count].id : nil)
  }

  /// The model that was read from `source`.
  func model(from source: ModelSource) -> ModelID? {
    models.first { $0.document.source == source }?.id
  }

  /// Adds a model behind the others; the one that is shown stays.
  mutating func add(_ document: Document) -> ModelID {
    last.number += 1
    models.append(OpenModel(document, id: last))
    return last
  }

  /// Puts what was read anew in place of a model; nil where that one is closed.
  mutating func replace(_ old: ModelID, by document: Document) -> ModelID? {
    guard let index = models.firstIndex(where: { $0.id == old }) else { return nil }
    last.number += 1
    models[index] = OpenModel(document, id: last, like: models[index])
    if before == old { before = last }
    return last
  }

  /// Shows a model that is open.
  mutating func show(_ id: ModelID) {
    guard let wanted = models.firstIndex(where: { $0.id == id }), wanted != place else { return }
    (before, place) = (current.id, wanted)
  }

  /// Closes a model and shows the one before; the last one stays.
  mutating func close(_ id: ModelID) {
    guard models.count > 1, let index = models.firstIndex(where: { $0.id == id }) else { return }
    let shown = index == place ? other ?? current.id : current.id
    models.remove(at: index)
    place = models.firstIndex { $0.id == shown } ?? 0
    if before == id || before == shown { before = nil }
  }
}
