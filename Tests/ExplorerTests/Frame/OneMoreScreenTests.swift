import Canvas
import Testing
import Words

@testable import Explorer

/// A screen that nobody has heard of: one value, one line in the registry.
private struct DummyScreen: Screen {
  static let id = ScreenID("dummy")
  static let letter: Character? = "y"
  static let title = Text(en: "Dummy", vi: "Giả")
  static let group = ScreenGroup.explore
  static let commands: [CommandSpecification] = [
    .init(Command.Name("count"), .number("N"), does: Text(en: "count to N", vi: "đếm đến N"))
  ]
  static let keys: [KeyBinding] = [
    .init("w", runs: "count 7", label: Text(en: "count", vi: "đếm"))
  ]
  static let glossary = [Term.stage]

  private var count = 0

  init(_ shared: Shared) {}

  mutating func perform(_ command: Command, _ shared: inout Shared) -> [Effect]? {
    guard command.name.rawValue == "count" else { return nil }
    count = command.number() ?? 0
    return []
  }

  func frame(_ shared: Shared, in size: Size) -> ScreenFrame {
    let view = TextBlock([StyledLine("counted to \(count)")])
    return ScreenFrame(view, status: "a dummy", in: size, with: shared.pen)
  }
}

@Suite("One more screen")
struct OneMoreScreenTests {
  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  @Test("has its tab, letter, keys, commands, help and palette from one line in the registry")
  func everythingFollows() throws {
    try ScreenRegistry.$added.withValue([DummyScreen.self]) {
      var state = Fixture.state(size: Size(width: 120, height: 60))
      #expect(state.render().lines[0].hasSuffix(" 0"), "\(state.render().lines[0])")
      for key in "0y" { _ = state.press(.character(key)) }
      #expect(state.render().lines[0].contains("[0 Dummy]"), "\(state.render().lines[0])")
      #expect(state.screen == DummyScreen.id && text(state).contains("counted to 0"))
      _ = state.press(.character("w"))
      #expect(text(state).contains("counted to 7") && text(state).contains("w count"))
      _ = state.perform(line: "screen tree; screen dummy; count 12")
      #expect(state.shared.fault == nil && text(state).contains("counted to 12"))
      #expect(throws: CommandError.self) { try Command.script("count many") }
      _ = state.press(.character("?"))
      #expect(text(state).contains("count to N: 7"), "\(text(state))")
      _ = state.press(.escape)
      for key in ":cou" { _ = state.press(.character(key)) }
      #expect(text(state).contains("count N"), "\(text(state))")
      _ = state.press(.escape)
      _ = state.press(.character("0"))
      let list = text(state)
      #expect(list.contains("y Dummy") && list.contains("try"), "\(list)")
      _ = state.perform(line: "screen tree")
      let title = Array(state.render().lines[0])
      let x = try #require(title.lastIndex(of: "0"))
      _ = state.handle(Event.Mouse(button: .left, at: Point(x: x, y: 0)))
      _ = state.press(.character("y"))
      #expect(state.screen == DummyScreen.id)
    }
    #expect(Fixture.state().render().lines[0].contains("Dummy") == false)
    #expect(throws: CommandError.self) { try Command.script("screen dummy") }
  }
}
