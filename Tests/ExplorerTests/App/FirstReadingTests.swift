import Canvas
import Dispatch
import RepCore
import Synchronization
import Testing
import Words

@testable import Explorer

@Suite("The first reading", .timeLimit(.minutes(2)))
struct FirstReadingTests {
  private static let look = Look(theme: .dark, glyphs: .ascii, depth: .mono)

  /// A reader that waits until it is let go.
  private func reader(_ gate: DispatchSemaphore, fails: Bool = false) -> ExplorerReader {
    { source, _ throws(FormatError) in
      gate.wait()
      if fails { throw FormatError(.damaged, en: "is cut short", vi: "bị cụt", path: "large.pth") }
      return Document(Fixture.network, title: "large.pth", from: source)
    }
  }

  private func reading(_ gate: DispatchSemaphore, fails: Bool = false) -> FirstReading {
    let source = ModelSource.file("large.pth")
    return FirstReading(of: source, ReadingOptions(), with: reader(gate, fails: fails))
  }

  @Test("that is quick needs no screen")
  func quick() throws {
    let gate = DispatchSemaphore(value: 0)
    gate.signal()
    let document = try reading(gate).document(within: 30)
    #expect(document?.title == "large.pth")
  }

  @Test("that takes longer is said with the name, and what is typed meanwhile is kept")
  func slow() throws {
    let gate = DispatchSemaphore(value: 0)
    let reading = reading(gate)
    #expect(try reading.document(within: 0.01) == nil)
    var terminal = GatedTerminal(
      [.key(.character("2")), .resize(Size(width: 30, height: 5)), .paste("3"), .key(.tab)],
      gate
    )
    let outcome = try reading.show(on: &terminal, FirstReadingTests.look, .en)
    guard case .read(let document, let typed) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(document.title == "large.pth" && typed == [.key(.character("2")), .key(.tab)])
    for lines in terminal.frames {
      #expect(lines.contains { $0.contains("reading large.pth") }, "\(lines)")
      #expect(lines.contains { $0.contains("0 s; q leaves") }, "\(lines)")
    }
  }

  @Test(
    "can be left, and the parent is told of Ctrl-C",
    arguments: [Key.character("q"), .escape, .control("c")]
  )
  func leaving(_ key: Key) throws {
    let gate = DispatchSemaphore(value: 0)
    defer { gate.signal() }
    var terminal = GatedTerminal([.key(key)], nil)
    let outcome = try reading(gate).show(on: &terminal, FirstReadingTests.look, .vi)
    guard case .left(let reason) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect((reason == nil) == (key != .control("c")), "\(String(describing: reason))")
    #expect(terminal.frames[0].contains { $0.contains("large.pth") }, "\(terminal.frames)")
  }

  @Test("that fails says why")
  func failing() throws {
    let gate = DispatchSemaphore(value: 0)
    let reading = reading(gate, fails: true)
    var terminal = GatedTerminal([], gate)
    #expect(throws: FormatError.self) {
      try reading.show(on: &terminal, FirstReadingTests.look, .en)
    }
  }

  @Test("has a screen of every size")
  func sizes() throws {
    let gate = DispatchSemaphore(value: 0)
    defer { gate.signal() }
    let events = Fixture.sizes.map { Event.resize($0) } + [.key(.escape)]
    var terminal = GatedTerminal(events, nil)
    _ = try reading(gate).show(on: &terminal, FirstReadingTests.look, .en)
    #expect(terminal.frames.count == events.count)
  }
}

/// A terminal whose events are those of a script; behind the last one it opens the gate, and wakes as told.
private struct GatedTerminal: Terminal {
  private(set) var size = Size(width: 100, height: 30)
  let depth = ColorDepth.mono
  let glyphLevel = GlyphLevel.ascii
  private(set) var frames: [[String]] = []
  private var script: ArraySlice<Event>
  private let gate: DispatchSemaphore?
  private let bell = DispatchSemaphore(value: 0)

  init(_ script: [Event], _ gate: DispatchSemaphore?) {
    (self.script, self.gate) = (script[...], gate)
  }

  var wake: @Sendable () -> Void { { [bell] in bell.signal() } }

  mutating func present(_ grid: Grid) { frames.append(grid.lines) }

  mutating func nextEvent(timeout milliseconds: Int?) -> Event? {
    if let event = script.popFirst() {
      if case .resize(let size) = event { self.size = size }
      return event
    }
    gate?.signal()
    return bell.wait(timeout: .now() + .seconds(30)) == .success ? .wake : .end(.closed)
  }

  mutating func invalidate() {}
  mutating func askForGround() {}
  mutating func suspend() {}
  mutating func restore() {}
}
