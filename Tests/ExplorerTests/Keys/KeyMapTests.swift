import Canvas
import Testing
import Words

@testable import Explorer

@Suite("The key table")
struct KeyMapTests {
  private func binding(for key: Key, on screen: ScreenID) -> KeyBinding? {
    KeyMap.bindings(on: screen).first { $0.keys.contains(key.name) }
  }

  @Test("binds every key to a command that parses")
  func commandsParse() {
    for binding in KeyMap.everything {
      #expect(throws: Never.self, "\(binding.keys): \(binding.command)") {
        _ = try Command(parsing: binding.command)
      }
    }
  }

  @Test("binds no key twice among those that work everywhere")
  func noDuplicates() {
    let common = KeyMap.common.flatMap(\.keys)
    #expect(Set(common).count == common.count, "\(common.sorted())")
    for screen in ScreenRegistry.all {
      let own = screen.keys.flatMap(\.keys)
      #expect(Set(own).count == own.count, "\(screen.id): \(own.sorted())")
    }
    for layer in LayerRegistry.all {
      let own = layer.keys.flatMap(\.keys)
      #expect(Set(own).count == own.count, "\(layer): \(own.sorted())")
    }
  }

  @Test("lets both families of cursor keys do the same on every screen")
  func cursorFamilies() {
    let pairs: [(Character, Key)] = [("h", .left), ("j", .down), ("k", .up), ("l", .right)]
    for screen in ScreenID.all {
      for (letter, arrow) in pairs {
        let first = binding(for: .character(letter), on: screen)?.command
        let second = binding(for: arrow, on: screen)?.command
        #expect(first != nil && first == second, "\(letter) on \(screen)")
      }
    }
  }

  @Test("keeps help and quit on every screen, and in every key bar")
  func essentials() {
    for screen in ScreenID.all {
      for (key, command) in [("?", "help"), ("q", "quit")] as [(Character, String)] {
        #expect(binding(for: .character(key), on: screen)?.command == command, "\(screen)")
      }
      let bar = Fixture.state(size: Size(width: 60, height: 16), commands: [.show(screen)]).render()
        .lines[15]
      #expect(bar.contains("help") && bar.contains("quit"), "\(screen): '\(bar)'")
    }
  }

  @Test("opens the screens by the digits that their tabs show, the others by 0 and their letters")
  func digits() {
    for screen in ScreenID.all {
      let digit = ScreenRegistry.digit(of: screen)
      let keys = (digit == nil ? "0" : "") + ScreenRegistry.key(of: screen)
      for from in ScreenID.all {
        var state = Fixture.state(commands: [.show(from)])
        for key in keys { _ = state.press(.character(key)) }
        #expect(state.screen == screen && state.layers.isEmpty, "\(keys) on \(from)")
      }
    }
  }

  @Test(
    "has a digit or a letter of its own for every screen, and no letter that moves in their list"
  )
  func screens() {
    #expect(ScreenRegistry.numbered.count <= 9)
    let keys = ScreenID.all.map { ScreenRegistry.key(of: $0) }
    #expect(Set(keys).count == keys.count && keys.allSatisfy { $0.count == 1 }, "\(keys)")
    for binding in KeyMap.letters {
      let first = ScreensLayer.keys.first { !Set($0.keys).isDisjoint(with: binding.keys) }
      #expect(first?.command == binding.command, "\(binding.keys)")
    }
  }

  @Test("is all in the help, with words for every key")
  func helpIsComplete() {
    for screen in ScreenID.all {
      let state = Fixture.state(
        // Wide enough that nothing is broken into lines.
        size: Size(width: 240, height: 80),
        commands: [.show(screen), .help]
      )
      let text = state.render().lines.joined(separator: "\n")
      for binding in KeyMap.bindings(on: screen) {
        #expect(text.contains(binding.summary.en), "\(binding.keys) on \(screen)\n\(text)")
        for key in binding.keys { #expect(text.contains(key.keyCap), "\(key) on \(screen)") }
      }
    }
  }
}
