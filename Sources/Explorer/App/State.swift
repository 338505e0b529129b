public import Canvas
public import RepCore

/// Everything that decides what is on the screen; a value, changed only by commands and by what comes back of them.
public struct State: Sendable {
  /// What is open.
  public internal(set) var document: Document
  /// Cells of the terminal.
  public var size: Size { didSet { size = size.clamped(to: State.largest) } }
  /// Which screen is shown.
  public var screen: ScreenName = .tree
  /// Which form is shown, on every screen.
  public var form: Form
  /// The block that all screens are about.
  public var selection: BlockPath
  /// The tree's cursor, folds and order.
  public var tree: TreeState
  /// The branch that the block screen looks at.
  public var block = BlockState()
  /// The channel pair that the kernel screen looks at.
  public var kernels = KernelState()
  /// How far the file screen is scrolled.
  public var file = FileState()
  /// What the engine has measured so far.
  public var live: LiveState
  /// Fold checks that are done.
  public var checks: [BlockPath: BlockCheck] = [:]
  /// The list of the file's sets, while one is chosen.
  public var chooser: SetChooser?
  /// Whether somebody wrote to the document's file since it was read, so that what is shown may be a mixture.
  public internal(set) var fileHasChanged = false
  /// What is being read in place of the document.
  public internal(set) var opening: ReadingOptions?
  /// The line being typed, if one is.
  public var prompt: Prompt?
  /// What was searched for last.
  public var search: String?
  /// Whether the help covers the screen, and how far it is scrolled.
  public var help: Int?
  /// A sentence in the status line until the next key.
  public var notice: String?
  /// Why the last command could not do what it says; nil where it did.
  public internal(set) var fault: String?
  /// Colours and signs.
  public var look: Look

  /// The first screen of `document`.
  public init(_ document: Document, size: Size, look: Look, processors: Int) {
    self.document = document
    self.size = size.clamped(to: State.largest)
    self.look = look
    form = document.hasTrainingForm ? .train : .deploy
    selection = document.paths.first ?? BlockPath(stage: 0, block: 0)
    tree = TreeState(document)
    live = LiveState(threads: processors, processors: processors)
  }

  /// The selected block.
  var selectedBlock: Block? { document.network.block(at: selection) }

  /// The selected block's shape in the form that is shown.
  var selectedShape: BlockShape? { document.shape(of: selection, in: form) }
}

/// Where the block screen stands.
public struct BlockState: Hashable, Sendable {
  /// Index of the branch whose numbers are shown.
  public var branch = 0
  /// Channel whose norm is spelled out.
  public var channel = 0
}

/// Where the kernel screen stands.
public struct KernelState: Hashable, Sendable {
  /// What the lower pane shows.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    case grid
    case norms
    case bias
  }

  /// Output channel.
  public var output = 0
  /// Input channel, counted inside the output channel's group.
  public var input = 0
  /// What the lower pane shows.
  public var detail = Detail.grid
}

/// Where the user is, as far as a search may change it.
struct Place: Hashable, Sendable {
  let screen: ScreenName
  let selection: BlockPath
  let tree: TreeState
  let search: String?
}

/// A line that is being typed.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Kind: Hashable, Sendable {
    case search
    case command
  }

  /// What the line is for.
  public var kind: Kind
  /// What has been typed.
  public var text = ""
  /// Where the user was when the line was begun.
  let origin: Place
}

/// How the screen is drawn, apart from what is on it.
public struct Look: Hashable, Sendable {
  /// Dark or light ground.
  public var theme: ThemeName
  /// Which signs the terminal can show.
  public var glyphs: GlyphLevel
  /// How many colours the terminal can show.
  public var depth: ColorDepth

  /// A look; signs and colours as the terminal allows.
  public init(theme: ThemeName, glyphs: GlyphLevel, depth: ColorDepth) {
    self.theme = theme
    self.glyphs = glyphs
    self.depth = depth
  }
}

extension State {
  /// The largest screen that is drawn; a terminal may say that it is larger than any memory.
  public static let largest = Size(width: 1000, height: 1000)

  /// Says in the status line, and to scripts, why a command could not do what it says.
  mutating func refuse(_ reason: String) { (notice, fault) = (reason, reason) }
}
