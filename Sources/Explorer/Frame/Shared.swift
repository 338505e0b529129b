internal import Canvas
internal import RepCore
internal import Words

/// What all screens share: the document, what is looked at, what is known of it, and how it is drawn.
public struct Shared: Sendable {
  /// What is open.
  var document: Document
  /// How many documents were open before it.
  var generation = 0
  /// Which form is shown, on every screen.
  var form: Form
  /// What all screens are about.
  var selection: Selection
  /// What rows are ordered by, on every screen that has rows.
  var order = RowOrder.execution
  /// The command lines that were run.
  var history = History()
  /// What was searched for last.
  var search: String?
  /// What was found out for the frames that were shown.
  var answers = Answers()
  /// Jobs that take their time.
  var jobs: [JobStatus] = []
  /// What the engine does, and has measured so far.
  var live: LiveState
  /// What the user gave the network to look at; nil where the engine runs on seeded values.
  var input: ShownInput?
  /// What is being read in place of the document.
  var opening: ReadingOptions?
  /// Whether somebody wrote to the document's file since it was read, so that what is shown may be a mixture.
  var fileHasChanged = false
  /// A sentence in the status line until the next key.
  var notice: Text?
  /// Why the last command could not do what it says; nil where it did.
  var fault: CommandError?
  /// Colours and signs.
  public var look: Look
  /// The language that people read.
  var language = Language.en
  /// The cells between the title and the status line.
  var body: Size

  init(_ document: Document, body: Size, look: Look, processors: Int) {
    self.document = document
    self.body = body
    self.look = look
    form = document.hasTrainingForm ? .train : .deploy
    selection = Selection(document.paths.first ?? BlockPath(stage: 0, block: 0))
    live = LiveState(threads: processors, processors: processors)
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
  var pen: Pen { Pen(glyphs: look.glyphs, depth: look.depth, palette: look.palette) }

  /// Says in the status line, and to scripts, why a command could not do what it says.
  mutating func refuse(_ reason: Text, blame: CommandError.Blame = .command) {
    (notice, fault) = (reason, CommandError(reason, blame: blame))
  }
}
