public import Canvas
public import RepCore
internal import Synchronization
public import Words

/// The reading of the first model, which may take long: a screen says so meanwhile.
///
///     let reading = FirstReading(of: source, options, with: read)
///     if let document = try reading.document(within: 0.1) { … }   // most files, before the terminal is taken
///     switch try reading.show(on: &terminal, look, language) { … }
public final class FirstReading: Sendable {
  private struct Desk {
    var result: Result<Document, FormatError>?
    /// Rings whoever waits.
    var ring: @Sendable () -> Void = {}
  }

  private let source: ModelSource
  private let started = monotonicSeconds()
  private let desk = Mutex(Desk())

  /// Starts to read; where the system has no thread left, it is read here and now.
  public init(
    of source: ModelSource,
    _ options: ReadingOptions,
    with read: @escaping ExplorerReader
  ) {
    self.source = source
    let work: @Sendable () -> Void = { [self] in
      let request = ReadingRequest(source: source, options: options, replaces: nil)
      let result = Result(reading: request, with: read)
      let ring = desk.withLock { desk in
        desk.result = result
        return desk.ring
      }
      ring()
    }
    if (try? WorkerThread(work)) == nil { work() }
  }

  /// What was read; nil where that takes more than so many seconds.
  ///
  /// - Throws: `FormatError`, why it could not be read.
  public func document(within seconds: Double) throws(FormatError) -> Document? {
    let semaphore = Semaphore()
    ring { semaphore.signal() }
    return semaphore.wait(seconds: seconds) ? try taken(result) : nil
  }

  private var result: Result<Document, FormatError>? { desk.withLock { $0.result } }

  /// Lets `ring` be called when it is read, at once where it is already.
  private func ring(_ ring: @escaping @Sendable () -> Void) {
    let isDone = desk.withLock { desk in
      desk.ring = ring
      return desk.result != nil
    }
    if isDone { ring() }
  }

  /// Files are noted by the thread that reads them; what was read here is used by the one that asked.
  private func taken(_ result: Result<Document, FormatError>?) throws(FormatError) -> Document {
    guard let result else { preconditionFailure("whoever was rung has a result") }
    let document = try result.get()
    OpenedFiles.current?.replace(nil, by: document.opened?.file)
    return document
  }
}

// MARK: - The screen meanwhile

extension FirstReading {
  /// What came of waiting on a screen.
  public enum Outcome: Sendable {
    /// It is read; these keys were typed meanwhile.
    case read(Document, typed: [Event])
    /// The user left, or the terminal ended.
    case left(Event.Reason?)
  }

  /// Says that it is being read, and for how long, until it is.
  ///
  /// - Throws: `FormatError`, why it could not be read.
  public func show(
    on terminal: inout some Terminal,
    _ look: Look,
    _ language: Language
  ) throws(FormatError) -> Outcome {
    ring(terminal.wake)
    var typed: [Event] = []
    while true {
      if let result { return .read(try taken(result), typed: typed) }
      terminal.present(grid(terminal.size, look, language))
      guard let event = terminal.nextEvent(timeout: FirstReading.tick) else { continue }
      switch event {
      case .key(.character("q")), .key(.escape): return .left(nil)
      case .key(.control("c")): return .left(.interrupt)
      case .end(let reason): return .left(reason)
      case .key(.control("z")), .suspend: terminal.suspend()
      case .key: typed.append(event)
      case .resize, .wake, .paste, .ground, .mouse: break
      }
    }
  }

  /// Milliseconds between two looks at the clock.
  private static let tick = 500

  private func grid(_ size: Size, _ look: Look, _ language: Language) -> Grid {
    let pen = look.pen
    var grid = Grid(size: size.clamped(to: State.largest), style: pen.palette.text)
    let (top, body) = grid.bounds.splitTop(1)
    grid.fill(top, style: pen.palette.band)
    let title = pen.palette.title.on(band: pen.palette.band)
    grid.put(" repvgg-tui", at: top.origin, style: title)
    let seconds = Int(monotonicSeconds() - started)
    let name = source.typed ?? ""
    let words = Text(en: "reading \(name)", vi: "đang đọc \(name)")
    let time = Text(en: "\(seconds) s; q leaves", vi: "\(seconds) giây; q thoát")
    let room = max(body.width - 2, 0)
    let lines = [
      StyledLine(
        words[language].truncated(to: room, ellipsis: pen.glyphs.ellipsis),
        pen.palette.text
      ),
      StyledLine(time[language], pen.palette.muted),
    ]
    let width = min(lines.map(\.columns).max() ?? 0, room)
    let box = body.centered(Size(width: width, height: min(lines.count, body.height)))
    grid.draw(TextBlock(lines), in: box, with: pen)
    grid.finish(with: pen)
    return grid
  }
}
