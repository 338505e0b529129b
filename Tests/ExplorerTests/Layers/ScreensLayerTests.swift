import Canvas
import Testing
import Words

@testable import Explorer

@Suite("The list of screens")
struct ScreensLayerTests {
  @Test("names every screen under its group, in both languages", arguments: Language.allCases)
  func names(_ language: Language) {
    var state = Fixture.state()
    state.shared.language = language
    _ = state.press(.character("0"))
    let text = state.render().lines.joined(separator: "\n")
    for screen in ScreenRegistry.all {
      #expect(text.contains(screen.title[language]), "\(screen.id) in\n\(text)")
      #expect(text.contains(screen.group.title[language]), "\(screen.group) in\n\(text)")
    }
  }

  @Test("shows the screen under its cursor, wherever that is")
  func shows() {
    for screen in ScreenID.all {
      var state = Fixture.state(commands: [.show(screen)])
      _ = state.press(.character("0"))
      _ = state.press(.enter)
      #expect(state.screen == screen && state.layers.isEmpty)
    }
    var seen: Set<ScreenID> = []
    for steps in 0..<ScreenID.all.count {
      var state = Fixture.state()
      _ = state.press(.character("0"))
      _ = state.press(.home)
      for _ in 0..<steps { _ = state.press(.down) }
      _ = state.press(.enter)
      seen.insert(state.screen)
    }
    #expect(seen == Set(ScreenID.all))
  }

  @Test("closes by the digit of a screen, which is shown, and by q, which leaves nothing")
  func closes() throws {
    let digit = try #require(ScreenRegistry.digit(of: .live))
    var state = Fixture.state()
    _ = state.press(.character("0"))
    _ = state.press(.character(Character("\(digit)")))
    #expect(state.screen == .live && state.layers.isEmpty)
    _ = state.press(.character("0"))
    #expect(state.press(.character("q")) == [] && state.layers.isEmpty)
  }
}
