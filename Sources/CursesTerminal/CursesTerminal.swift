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
  /// Whether its ground is dark or light, where the environment tells.
  public let ground: Ground?

  private var input = InputDecoder()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var painter: Painter
  /// What is to be shown next, while the terminal takes nothing or more input is waiting.
  private var held: Grid?
  private var lastPaint = 0
  private var longestHold = CursesTerminal.shortestHold
  private var question = GroundQuestion()

  /// How long a frame is held back at most while input keeps coming, in milliseconds; longer where the line is
  /// so slow that a frame takes long to send.
  private static let shortestHold = 50

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - depth: overrides the colour depth that was detected, as far as the terminal can show it.
  ///   - glyphLevel: overrides the glyph level that was detected.
  ///   - mouse: whether presses and the wheel are reported; text can then not be marked as usual.
  /// - Throws: `TerminalFailure` where there is no terminal or none that can be used.
  public init(
    depth: ColorDepth? = nil,
    glyphLevel: GlyphLevel? = nil,
    mouse: Bool = false
  ) throws(TerminalFailure) {
    guard CursesTerminal.isInteractive else { throw .notATerminal }
    let direct = Detection.directEntry(wanted: depth)
    guard unsafe rv_open(direct?.name, direct?.entry, mouse) else { throw .unusable }
    let colors = Int(rv_colors())
    let shown = Detection.depth(colors: colors)
    self.depth = min(depth ?? Detection.preferred ?? shown, shown)
    self.glyphLevel = glyphLevel ?? Detection.glyphLevel
    ground = Detection.ground
    painter = Painter(depth: self.depth, colors: colors, pairs: Int(rv_pairs()))
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

  /// Asks which colour the ground has, where the terminal may know; the answer is an event.
  public mutating func askForGround() {
    guard Detection.mayAnswer else { return }
    question.ask(at: now)
  }
}

// MARK: - Around the screen

extension CursesTerminal {
  /// Puts `text` on the clipboard, where the terminal lets programs do that.
  public mutating func copy(_ text: String) {
    if Detection.mayAnswer { OperatingSystemCommand.copy(text) }
  }

  /// Calls the window `title`, where there may be one.
  public mutating func entitle(_ title: String) {
    if Detection.mayAnswer { OperatingSystemCommand.title(title) }
  }
}

// MARK: - Painting

extension CursesTerminal {
  /// Shows `grid` once the terminal takes it; frames that a newer one follows before are skipped.
  public mutating func present(_ grid: Grid) {
    held = grid
    let isOverdue = now - lastPaint >= longestHold
    let comesMore = input.hasEvents || rv_has_input()
    if isOverdue || !comesMore { paintHeld() }
  }

  /// Forgets what is on the screen.
  public mutating func invalidate() {
    rv_invalidate()
    painter.forget()
  }

  /// Paints what is held back, unless the terminal would keep us waiting.
  private mutating func paintHeld() {
    guard let grid = held, rv_has_room() else { return }
    held = nil
    let start = now
    painter.paint(grid)
    lastPaint = now
    longestHold = max(CursesTerminal.shortestHold, 4 * (lastPaint - start))
  }
}

// MARK: - Events

extension CursesTerminal {
  /// The next event: signals and other threads first, then input in order of arrival.
  public mutating func nextEvent(timeout milliseconds: Int?) -> Event? {
    let end = milliseconds.map { now + max(0, $0) }
    while true {
      if let event = note(Event(rv_next_event(0, false, nil, 0))) ?? note(input.next()) {
        return event
      }
      // What has come meanwhile may change the frame that is held back; only then it is painted.
      if held != nil {
        if rv_has_input() { wait(until: now, wantsRoom: false) } else { paintHeld() }
        if input.hasEvents { continue }
      }
      let limits = [end, input.deadline].compactMap { $0 }
      if let event = wait(until: limits.min(), wantsRoom: held != nil) { return note(event) }
      if let event = note(input.next(at: now)) { return event }
      if let end, now >= end, !rv_has_input() { return nil }
    }
  }

  /// Waits for bytes, which go to the decoder, for room, which is used, or for an event of the C side.
  @discardableResult
  private mutating func wait(until end: Int?, wantsRoom: Bool) -> Event? {
    let limit = end.map { Int32(clamping: max(0, $0 - now)) } ?? -1
    let event = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe rv_next_event(limit, wantsRoom, $0.baseAddress, Int32($0.count))
    }
    switch event.kind {
    case RV_BYTES: input.feed(buffer[..<Int(event.value)], at: now)
    case RV_ROOM: paintHeld()
    default: return Event(event)
    }
    return nil
  }

  /// Keeps the terminal's own state in step with what it tells.
  private mutating func note(_ event: Event?) -> Event? {
    switch event {
    case .resize: painter.forget()
    case .ground: question.isAnswered = true
    default: break
    }
    return event
  }

  private var now: Int { Int(rv_milliseconds()) }
}

// MARK: - Giving it back

extension CursesTerminal {
  /// Gives the terminal back, stops the process until it is continued, and takes it again.
  public mutating func suspend() {
    awaitAnswer()
    rv_suspend()
    painter.forget()
  }

  /// Gives the terminal back as it was found.
  public mutating func restore() {
    awaitAnswer()
    rv_close()
    painter.forget()
    held = nil
  }

  /// An answer that comes when nobody reads it any more would be typed into the shell.
  private mutating func awaitAnswer() {
    guard let end = question.patience(at: now) else { return }
    // Signals stay where they are: a second one must not be lost.
    while now < end, !question.isAnswered {
      let limit = Int32(clamping: end - now)
      let count = unsafe buffer.withUnsafeMutableBufferPointer {
        unsafe rv_read_input(limit, $0.baseAddress, Int32($0.count))
      }
      guard count > 0 else { return }
      input.feed(buffer[..<Int(count)], at: now)
      while let event = input.next() { _ = note(event) }
    }
  }
}
