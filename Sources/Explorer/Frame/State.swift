public import Canvas
public import Words

/// Everything that decides what is on the screen; a value, changed only by commands and by what comes
/// back of them.
///
/// It is what all screens share, one value for each screen, and the layers that lie over them.
public struct State: Sendable {
  /// What all screens share.
  public internal(set) var shared: Shared
  /// Which screen is shown.
  var screen: ScreenID
  /// What lies over the screen, the topmost last.
  var layers: [any Layer] = []
  /// The places that were left by a jump.
  var jumps = JumpList()
  /// Where each screen stands.
  private var screens: [ScreenID: any Screen]
  /// Where the screens of models that are not shown stand.
  private var parked: [ModelID: Stand] = [:]

  /// Cells of the terminal.
  public var size: Size {
    didSet {
      size = size.clamped(to: State.largest)
      shared.body = State.body(of: size)
      settle()
    }
  }

  /// The first screen of `document`; `input` is what the engine runs on, if the user gave something.
  public init(
    _ document: Document,
    size: Size,
    look: Look,
    processors: Int,
    language: Language = .en,
    input: ShownInput? = nil
  ) {
    let size = size.clamped(to: State.largest)
    self.size = size
    var shared = Shared(document, body: State.body(of: size), look: look, processors: processors)
    (shared.language, shared.input) = (language, input)
    self.shared = shared
    screen = ScreenRegistry.all[0].id
    screens = ScreenRegistry.screens(for: shared)
  }

  /// The largest screen that is drawn; a terminal may say that it is larger than any memory.
  public static let largest = Size(width: 1000, height: 1000)

  /// The smallest terminal that the screens are made for.
  static let smallest = Size(width: 60, height: 16)

  /// Whether the terminal is large enough for a screen.
  var isLargeEnough: Bool {
    size.width >= State.smallest.width && size.height >= State.smallest.height
  }

  /// The row of the title.
  static let rowsAbove = 1
  /// The rows of status and keys.
  static let rowsBelow = 2

  private static func body(of size: Size) -> Size {
    Size(width: size.width, height: max(size.height - rowsAbove - rowsBelow, 0))
  }
}

// MARK: - Screens

extension State {
  /// Where a screen stands.
  func screen(_ id: ScreenID) -> any Screen {
    guard let screen = screens[id] else { preconditionFailure("no screen is called \(id)") }
    return screen
  }

  /// The screen that is shown.
  var current: any Screen { screen(screen) }

  /// Lets a screen carry out a command; nil where the command is not the screen's.
  mutating func perform(_ command: Command, on id: ScreenID) -> [Effect]? {
    var screen = self.screen(id)
    let effects = screen.perform(command, &shared)
    screens[id] = screen
    return effects
  }

  /// Brings every cursor that is shown back into its range; a hidden screen's when it is shown again.
  mutating func settle() {
    shared.settleChannels()
    settlePanes()
    var settled = current
    settled.settle(shared)
    screens[screen] = settled
    layers = layers.filter { $0.fits(self) }
    for (index, layer) in layers.enumerated() {
      var settled = layer
      settled.settle(self)
      layers[index] = settled
    }
  }
}

// MARK: - Models

/// Where the screens of a model stand, and where the user was in it.
private struct Stand: Sendable {
  let screens: [ScreenID: any Screen]
  let jumps: JumpList
}

extension State {
  /// Shows a model that is open, where it was left.
  mutating func show(model id: ModelID) {
    parked[shared.workspace.current.id] = Stand(screens: screens, jumps: jumps)
    shared.workspace.show(id)
    screens = parked[id]?.screens ?? ScreenRegistry.screens(for: shared)
    jumps = parked[id]?.jumps ?? JumpList()
    takeOver()
  }

  /// Puts what was read anew in place of a model; its screens stay where they stand.
  ///
  /// - Returns: whether that is the model that is shown.
  mutating func replace(_ old: ModelID, by document: Document) -> Bool {
    let isShown = shared.workspace.current.id == old
    guard let new = shared.workspace.replace(old, by: document) else { return false }
    parked[new] = parked.removeValue(forKey: old)
    if isShown { takeOver() }
    return isShown
  }

  /// Closes a model; the one before is shown where that was the one on the screen.
  ///
  /// - Returns: whether another model is shown now.
  mutating func close(model id: ModelID) -> Bool {
    let shown = shared.workspace.current.id
    if id == shown, let other = shared.workspace.other { show(model: other) }
    shared.workspace.close(id)
    takeOver()
    return shared.workspace.current.id != shown
  }

  /// Lets everything be about the model that is shown, and forgets what was known of closed ones.
  private mutating func takeOver() {
    let open = shared.workspace.models.map(\.id)
    parked = parked.filter { open.contains($0.key) }
    shared.live.show(shared.workspace.current.id)
    shared.live.keep(open)
    // Nobody finds out any more what the last frame of this model lacked.
    shared.answers.giveUp()
    settle()
  }
}

// MARK: - Where the user is

/// Where the user is, as far as a search may change it.
struct Place: Sendable {
  fileprivate let model: ModelID
  fileprivate let screen: ScreenID
  fileprivate let screens: [ScreenID: any Screen]
  fileprivate let selection: Selection
  fileprivate let search: String?
}

extension State {
  /// Where the user is; setting it goes back there, unless another model is shown by now.
  var place: Place {
    get {
      Place(
        model: shared.workspace.current.id,
        screen: screen,
        screens: screens,
        selection: shared.selection,
        search: shared.search
      )
    }
    set {
      guard newValue.model == shared.workspace.current.id else { return }
      (screen, screens) = (newValue.screen, newValue.screens)
      (shared.selection, shared.search, shared.notice) = (newValue.selection, newValue.search, nil)
      settle()
    }
  }
}
