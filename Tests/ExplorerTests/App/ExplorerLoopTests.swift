import Canvas
import Testing
import Words

@testable import Explorer

@Suite("The loop")
struct ExplorerLoopTests {
  private func run(_ script: [Event], _ commands: [Command] = []) -> Event.Reason? {
    let terminal = MemoryTerminal(size: Size(width: 100, height: 30), script: script)
    var loop = ExplorerLoop(
      Fixture.state(),
      on: terminal,
      read: Fixture.reader,
      write: Fixture.noPictures
    )
    return try? loop.run(commands)
  }

  @Test("ends without a reason when the user leaves")
  func quit() {
    #expect(run([.key(.character("q"))]) == nil)
    #expect(run([], [.quit]) == nil)
  }

  @Test("ends as by a signal on Ctrl-C, which only gives up a line that is typed")
  func controlC() {
    #expect(run([.key(.control("c"))]) == .signal(2))
    for line: [Event] in [[.key(.character(":"))], [.key(.character("/")), .key(.character("x"))]] {
      #expect(run(line + [.key(.control("c")), .key(.character("q"))]) == nil)
      #expect(run(line + [.key(.control("c")), .key(.control("c"))]) == .signal(2))
    }
  }

  @Test("passes on why the terminal ended", arguments: [.closed, .signal(15)] as [Event.Reason])
  func end(_ reason: Event.Reason) { #expect(run([.end(reason)]) == reason) }

  @Test("draws no more of a terminal than any memory holds")
  func largeTerminal() {
    var state = Fixture.state()
    state.size = Size(width: 65_535, height: 65_535)
    #expect(state.size == State.largest)
  }

  /// What the status line and the live screen say after each event.
  private func words(_ script: [Event], _ commands: [Command] = []) throws -> [String] {
    let terminal = RecordingTerminal(script: script)
    var loop = ExplorerLoop(
      Fixture.state(),
      on: terminal,
      read: Fixture.reader,
      write: Fixture.noPictures
    )
    _ = try loop.run(commands)
    return terminal.screens.map { $0.joined(separator: "\n") }
  }

  /// The keys of `text`, with the live screen's digit in place of `L`.
  private func keys(_ text: String) throws -> [Event] {
    let digit = try #require(ScreenRegistry.digit(of: .live))
    return text.replacing("L", with: "\(digit)").map { .key(.character($0)) }
  }

  @Test("runs the engine while the live screen is shown, and pauses it when that is left")
  func liveScreenRunsTheEngine() throws {
    let screens = try words(keys("L1"))
    #expect(screens.count == 3)
    #expect(screens[1].contains("One inference  running ") && screens[1].contains("engine runs"))
    #expect(!screens[2].contains("engine runs"), "\(screens[2])")
  }

  @Test("lets the engine go on that p has pinned, until p pauses it")
  func pinnedEngineGoesOn() throws {
    let screens = try words(keys("Lp1Lp"))
    #expect(screens.dropFirst(2).prefix(3).allSatisfy { $0.contains("engine runs") })
    #expect(
      screens.count == 6 && screens[5].contains("One inference  paused"),
      "\(screens.last ?? "")"
    )
  }

  @Test("starts nothing where times were filled in for a picture")
  func illustrationStays() throws {
    let screens = try words([], [.sampleTiming, .show(.live)])
    #expect(screens.last?.contains("One inference  paused") == true, "\(screens)")
  }
}

/// A terminal that keeps what it was shown, for whoever holds a copy of it.
private struct RecordingTerminal: Terminal {
  private final class Reel { var screens: [[String]] = [] }

  let size = Size(width: 100, height: 30)
  let depth = ColorDepth.mono
  let glyphLevel = GlyphLevel.ascii
  private var script: ArraySlice<Event>
  private let reel = Reel()

  init(script: [Event]) { self.script = script[...] }

  var screens: [[String]] { reel.screens }
  var wake: @Sendable () -> Void { {} }

  mutating func present(_ grid: Grid) { reel.screens.append(grid.lines) }
  mutating func nextEvent(timeout milliseconds: Int?) -> Event? {
    script.popFirst() ?? .end(.closed)
  }
  mutating func askForGround() {}
  mutating func invalidate() {}
  mutating func suspend() {}
  mutating func restore() {}
}
