internal import Canvas
internal import RepCore
internal import Words

/// What all screens share: the document, what is looked at, what is known of it, and how it is drawn.
public struct Shared: Sendable {
  /// The models that are open.
  var workspace: Workspace
  /// What rows are ordered by, on every screen that has rows.
  var order = RowOrder.execution
  /// The keys that the user has bound, before all others.
  var bindings: [KeyBinding] = []
  /// The command lines that were run.
  var history = History()
  /// Jobs that take their time.
  var jobs: [JobStatus] = []
  /// What the engine does, and has measured so far.
  var live: LiveState
  /// What is being read.
  var readings: [ReadingRequest] = []
  /// What was written again while it was being read.
  var stale: Set<ModelSource> = []
  /// A sentence in the status line until the next key.
  var notice: Text?
  /// Why the last command could not do what it says; nil where it did.
  var fault: CommandError?
  /// Colours and signs.
  public var look: Look
  /// The language that people read.
  var language = Language.en
  /// The pane that fills the screen; nil where all of them share it.
  var zoomed: PaneID?
  /// How far a pane of text is scrolled.
  var scroll: Scroll?
  /// What stands below pictures; nil for nothing.
  var caption: PictureCaption?
  /// The pane that pictures frame.
  var highlighted: PaneID?
  /// The cells between the title and the status line.
  var body: Size

  init(_ document: Document, body: Size, look: Look, processors: Int) {
    workspace = Workspace(document)
    self.body = body
    self.look = look
    live = LiveState(of: workspace.current.id, threads: processors, processors: processors)
  }
}

// MARK: - The model that is shown

extension Shared {
  /// What was read of it.
  var document: Document { workspace.current.document }

  /// Which form is shown, on every screen.
  var form: Form {
    get { workspace.current.form }
    _modify { yield &workspace.current.form }
  }

  /// What all screens are about.
  var selection: Selection {
    get { workspace.current.selection }
    _modify { yield &workspace.current.selection }
  }

  /// What was searched for last.
  var search: String? {
    get { workspace.current.search }
    _modify { yield &workspace.current.search }
  }

  /// What was found out for the frames that were shown.
  var answers: Answers {
    get { workspace.current.answers }
    _modify { yield &workspace.current.answers }
  }

  /// What the user gave the network to look at; nil where the engine runs on seeded values.
  var input: ShownInput? {
    get { workspace.current.input }
    _modify { yield &workspace.current.input }
  }

  /// A mistake that was made on purpose, to be seen and never written; nil where all is as it should be.
  var mistake: MadeMistake? {
    get { workspace.current.mistake }
    _modify { yield &workspace.current.mistake }
  }

  /// Whether somebody wrote to the file since it was read.
  var fileHasChanged: Bool {
    get { workspace.current.fileHasChanged }
    _modify { yield &workspace.current.fileHasChanged }
  }
}

// MARK: - What is selected

extension Shared {
  /// The selected block.
  var selectedBlock: Block? { document.network.block(at: selection.block) }

  /// The selected block's shape in the form that is shown.
  var selectedShape: BlockShape? { document.shape(of: selection.block, in: form) }

  /// The place of the selected branch in the form that is shown.
  var branchIndex: Int {
    selectedShape?.branches.firstIndex { $0.id == selection.branch } ?? 0
  }

  /// Brings the channels back into the range of the selected block.
  mutating func settleChannels() {
    guard let shape = selectedShape else { return }
    selection.output = min(selection.output, shape.outputChannels - 1)
    selection.input = min(selection.input, shape.inputChannels / shape.groups - 1)
  }
}

// MARK: - Words and ink

extension Shared {
  /// What widgets draw with.
  var pen: Pen { look.pen }

  /// Says in the status line, and to scripts, why a command could not do what it says.
  mutating func refuse(_ reason: Text, blame: CommandError.Blame = .command) {
    (notice, fault) = (reason, CommandError(reason, blame: blame))
  }
}
