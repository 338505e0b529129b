import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("Jumps")
struct JumpTests {
  private let path = BlockPath(stage: 2, block: 1)

  @Test("go back to every place that was left, and forward again")
  func backAndForward() {
    var state = Fixture.state()
    var places = [state.jump]
    for line in ["select stage2.1", "screen kernels", "pair 3 2", "screen live", "select stage1.0"]
    {
      _ = state.perform(line: line)
      places.append(state.jump)
    }
    for place in places.dropLast().reversed() {
      _ = state.press(.control("o"))
      #expect(state.jump == place)
    }
    _ = state.press(.control("o"))
    #expect(state.notice == "no place to go to")
    for place in places.dropFirst() {
      _ = state.press(.control("n"))
      #expect(state.jump == place)
    }
    _ = state.press(.control("n"))
    #expect(state.notice == "no place to go to")
  }

  @Test("leave out steps of the cursor")
  func steps() {
    var state = Fixture.state(commands: [.show(.kernels)])
    for _ in 0..<5 { _ = state.perform(.move(.down)) }
    _ = state.press(.control("o"))
    #expect(state.screen == .tree)
  }

  @Test("forget what lay ahead when another way is taken")
  func anotherWay() {
    var state = Fixture.state(commands: [.show(.block), .show(.kernels)])
    _ = state.press(.control("o"))
    _ = state.perform(.select(path))
    let here = state.jump
    _ = state.press(.control("n"))
    #expect(state.jump == here)
  }
}
