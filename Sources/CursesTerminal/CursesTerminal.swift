public import Canvas
internal import CNcurses

/// The real terminal, through ncurses.
///
/// There is one terminal, so there should be one of these; it belongs to the thread that made it, only
/// `wake` may be used elsewhere. It is given back by `restore()`, when the process exits, and when it
/// crashes.
public struct CursesTerminal: Terminal {
  /// How many colours it shows.
  public let depth: ColorDepth
  /// Which signs it shows.
  public let glyphLevel: GlyphLevel

  /// What the terminal shows now; nil where it must be painted from scratch.
  private var shown: Grid?

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - depth: overrides the colour depth that was detected.
  ///   - glyphLevel: overrides the glyph level that was detected.
  ///   - mouse: whether presses and the wheel are reported; text can then not be marked as usual.
  /// - Throws: `TerminalFailure` where there is no terminal or none that can be used.
  public init(
    depth: ColorDepth? = nil,
    glyphLevel: GlyphLevel? = nil,
    mouse: Bool = false
  ) throws(TerminalFailure) {
    guard CursesTerminal.isInteractive else { throw .notATerminal }
    guard rv_open(mouse) else { throw .unusable }
    self.depth = depth ?? Detection.depth(colors: Int(rv_colors()))
    self.glyphLevel = glyphLevel ?? Detection.glyphLevel
  }

  /// Whether standard input and output are both a terminal.
  public static var isInteractive: Bool { rv_is_terminal() }

  /// Ends the process by `signal`, so that its parent sees how it ended; after `restore()`.
  public static func raiseSignal(_ signal: Int32) { rv_raise(signal) }

  /// Columns and rows.
  public var size: Size {
    var width: Int32 = 0
    var height: Int32 = 0
    unsafe rv_size(&width, &height)
    return Size(width: Int(width), height: Int(height))
  }

  /// Makes a waiting `nextEvent` return `.wake`; for any thread.
  public var wake: @Sendable () -> Void { { rv_wake() } }

  /// Paints what differs from the screen before.
  public mutating func present(_ grid: Grid) {
    paint(grid.changes(from: shown), of: grid)
    if !rv_flush() {
      // More pairs of colours than the terminal has: they begin anew with this screen alone.
      paint(grid.changes(from: nil), of: grid)
      _ = rv_flush()
    }
    shown = grid
  }

  /// Gives the terminal back, stops the process until it is continued, and takes it again.
  public mutating func suspend() {
    rv_suspend()
    shown = nil
  }

  /// Gives the terminal back as it was found.
  public mutating func restore() {
    rv_close()
    shown = nil
  }

  /// The next event, in order of urgency and then of arrival.
  public mutating func nextEvent(timeout milliseconds: Int?) -> Event? {
    let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    guard let event = Event(rv_next_event(limit)) else { return nil }
    if case .resize = event { shown = nil }
    return event
  }

  private func paint(_ runs: [ChangedRun], of grid: Grid) {
    for run in runs {
      let row = grid.row(run.start.y)
      let first = row.startIndex + run.start.x
      let cells = row[first..<first + run.count].map { rv_cell($0, depth: depth) }
      unsafe cells.withUnsafeBufferPointer { buffer in
        unsafe rv_put_row(
          Int32(run.start.x),
          Int32(run.start.y),
          buffer.baseAddress,
          Int32(buffer.count)
        )
      }
    }
  }
}
