import Canvas
import Testing
import Words

@testable import Explorer

@Suite("The mouse")
struct MouseTests {
  private func press(_ x: Int, _ y: Int, _ button: Event.Mouse.Button = .left) -> Event.Mouse {
    Event.Mouse(button: button, at: Point(x: x, y: y))
  }

  @Test("shows the screen whose tab is pressed, at every width", arguments: Language.allCases)
  func tabs(_ language: Language) {
    for width in [60, 80, 100, 220] {
      for from in ScreenID.all {
        var state = Fixture.state(size: Size(width: width, height: 24), commands: [.show(from)])
        state.shared.language = language
        let line = Array(state.render().lines[0])
        for screen in ScreenRegistry.all {
          let digit = ScreenRegistry.digit(of: screen.id).map(String.init) ?? ""
          // The last of its kind: the name of a network may hold digits, too.
          guard let x = line.lastIndex(of: Character(digit)) else {
            Issue.record("no tab \(digit) at \(width) in \(language): \(String(line))")
            continue
          }
          var pressed = state
          _ = pressed.handle(press(x, 0))
          #expect(pressed.screen == screen.id, "\(digit) at \(x) of \(width) in \(language)")
        }
      }
    }
  }

  @Test("moves the cursor by its wheel, and scrolls the help")
  func wheel() {
    var state = Fixture.state()
    _ = state.handle(press(5, 5, .wheelDown))
    #expect(state.treeRows.firstIndex(of: state.tree.cursor) == 3)
    _ = state.handle(press(5, 5, .wheelUp))
    #expect(state.tree.cursor == .network)
    _ = state.perform(.help)
    _ = state.handle(press(5, 5, .wheelDown))
    #expect(state.help?.offset == 3)
  }

  @Test("does nothing anywhere else, far outside too")
  func elsewhere() {
    let start = Fixture.state()
    for (x, y) in [(0, 0), (-1, -1), (5_000, 5_000), (99, 29), (50, 10)] {
      for button in [Event.Mouse.Button.left, .middle, .right] {
        var state = start
        #expect(state.handle(press(x, y, button)) == [], "\(button) at \(x), \(y)")
        #expect(state.screen == start.screen)
      }
    }
  }
}
