import Canvas
import Testing

@testable import Explorer

@Suite("The loop")
struct ExplorerLoopTests {
  private func run(_ script: [Event], _ commands: [Command] = []) -> Event.Reason? {
    let terminal = MemoryTerminal(size: Size(width: 100, height: 30), script: script)
    var loop = ExplorerLoop(
      Fixture.state(),
      on: terminal,
      input: nil,
      read: Fixture.reader
    ) { _, _, _ in "" }
    return try? loop.run(commands)
  }

  @Test("ends without a reason when the user leaves")
  func quit() {
    #expect(run([.key(.character("q"))]) == nil)
    #expect(run([], [.quit]) == nil)
  }

  @Test("ends as by a signal on Ctrl-C, also while a line is typed")
  func controlC() {
    #expect(run([.key(.control("c"))]) == .signal(2))
    #expect(run([.key(.character(":")), .key(.control("c"))]) == .signal(2))
  }

  @Test("passes on why the terminal ended", arguments: [.closed, .signal(15)] as [Event.Reason])
  func end(_ reason: Event.Reason) { #expect(run([.end(reason)]) == reason) }

  @Test("draws no more of a terminal than any memory holds")
  func largeTerminal() {
    var state = Fixture.state()
    state.size = Size(width: 65_535, height: 65_535)
    #expect(state.size == State.largest)
  }
}
