/// A terminal without a terminal: scripted events go in, grids come out.
public struct MemoryTerminal: Terminal {
  /// Columns and rows; follows the script's resize events.
  public private(set) var size: Size
  /// How many colours it pretends to have.
  public let depth: ColorDepth
  /// Which signs it pretends to have.
  public let glyphLevel: GlyphLevel
  /// Every grid that was presented, oldest first.
  public private(set) var frames: [Grid] = []
  /// How often the terminal was given back for a while.
  public private(set) var suspensions = 0
  /// Whether it was given back for good.
  public private(set) var isRestored = false

  private var script: ArraySlice<Event>

  /// A terminal that tells the events of `script` and then that it was closed.
  public init(
    size: Size,
    depth: ColorDepth = .ansi256,
    glyphLevel: GlyphLevel = .block,
    script: [Event] = []
  ) {
    self.size = size
    self.depth = depth
    self.glyphLevel = glyphLevel
    self.script = script[...]
  }

  /// Does nothing: nobody waits.
  public var wake: @Sendable () -> Void { {} }

  /// Keeps `grid`.
  public mutating func present(_ grid: Grid) {
    frames.append(grid)
  }

  /// The next event of the script, at once; at its end, that the terminal was closed.
  public mutating func nextEvent(timeout milliseconds: Int?) -> Event? {
    guard let event = script.popFirst() else { return .end(.closed) }
    if case .resize(let size) = event { self.size = size }
    return event
  }

  /// Counts the suspension.
  public mutating func suspend() {
    suspensions += 1
  }

  /// Notes that it was given back.
  public mutating func restore() {
    isRestored = true
  }
}
