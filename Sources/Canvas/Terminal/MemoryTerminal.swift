/// A terminal without a terminal: scripted events go in, and all that is done to it is recorded.
public struct MemoryTerminal: Terminal {
  /// Columns and rows; follows the script's resize events.
  public private(set) var size: Size
  /// How many colours it pretends to have.
  public let depth: ColorDepth
  /// Which signs it pretends to have.
  public let glyphLevel: GlyphLevel
  /// What was done to it, and what it told, in order.
  public var log: [Entry] { recorder.entries }
  /// Every grid that was presented, oldest first.
  public var frames: [Grid] {
    log.compactMap { if case .frame(let grid) = $0 { grid } else { nil } }
  }

  /// One thing that happened.
  public enum Entry: Hashable, Sendable {
    /// A grid was presented.
    case frame(Grid)
    /// An event was told.
    case event(Event)
    /// The screen was declared unknown.
    case invalidation
    /// The ground was asked for.
    case question
    /// A text was copied.
    case copy(String)
    /// The window was called so.
    case title(String)
    /// The terminal was given back for a while.
    case suspension
    /// The terminal was given back for good.
    case restoration
  }

  private final class Recorder {
    var entries: [Entry] = []
  }

  private let recorder = Recorder()
  private var script: ArraySlice<Event>
  private let sizeAfterStop: Size?

  /// A terminal that tells the events of `script` and then that it was closed.
  ///
  /// Copies share one record, so that it can be read after a loop has taken the terminal over.
  ///
  /// - Parameters:
  ///   - size: Columns and rows at the beginning.
  ///   - sizeAfterStop: Columns and rows after it was given back for a while; nil leaves them.
  ///   - depth: How many colours it pretends to have.
  ///   - glyphLevel: Which signs it pretends to have.
  ///   - script: What happens.
  public init(
    size: Size,
    sizeAfterStop: Size? = nil,
    depth: ColorDepth = .ansi256,
    glyphLevel: GlyphLevel = .block,
    script: [Event] = []
  ) {
    self.size = size
    self.sizeAfterStop = sizeAfterStop
    self.depth = depth
    self.glyphLevel = glyphLevel
    self.script = script[...]
  }

  /// Does nothing: nobody waits.
  public var wake: @Sendable () -> Void { {} }

  /// Keeps `grid`.
  public mutating func present(_ grid: Grid) { recorder.entries.append(.frame(grid)) }

  /// Notes that everything must be painted.
  public mutating func invalidate() { recorder.entries.append(.invalidation) }

  /// Notes the question; an answer is an event of the script.
  public mutating func askForGround() { recorder.entries.append(.question) }

  /// Notes what was copied.
  public mutating func copy(_ text: String) { recorder.entries.append(.copy(text)) }

  /// Notes the title.
  public mutating func entitle(_ title: String) { recorder.entries.append(.title(title)) }

  /// The next event of the script, at once; at its end, that the terminal was closed.
  public mutating func nextEvent(timeout milliseconds: Int?) -> Event? {
    let event = script.popFirst() ?? .end(.closed)
    if case .resize(let size) = event { self.size = size }
    recorder.entries.append(.event(event))
    return event
  }

  /// Notes the suspension.
  public mutating func suspend() {
    recorder.entries.append(.suspension)
    size = sizeAfterStop ?? size
  }

  /// Notes that it was given back.
  public mutating func restore() { recorder.entries.append(.restoration) }
}
