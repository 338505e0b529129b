import Canvas
import RepCore
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
        for screen in ScreenRegistry.numbered {
          let digit = ScreenRegistry.key(of: screen.id)
          // The last of its kind: the name of a network may hold digits, too.
          guard let x = line.lastIndex(of: Character(digit)) else {
            Issue.record("no tab \(digit) at \(width) in \(language): \(String(line))")
            continue
          }
          var pressed = state
          _ = pressed.handle(press(x, 0))
          #expect(pressed.screen == screen.id, "\(digit) at \(x) of \(width) in \(language)")
        }
        var pressed = state
        _ = pressed.handle(press(line.lastIndex(of: "0") ?? 0, 0))
        #expect(pressed.layers.last is ScreensLayer, "0 of \(width) in \(language)")
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

  @Test(
    "goes to the row that is pressed, on every screen with rows and at every size",
    arguments: [ScreenID.tree, .live, .file],
    [(60, 16), (80, 24), (100, 30), (200, 60)]
  )
  func rows(screen: ScreenID, extent: (width: Int, height: Int)) throws {
    let size = Size(width: extent.width, height: extent.height)
    for document in [Fixture.document, Fixture.twoSets] {
      let state = Fixture.state(
        document,
        size: size,
        commands: [.sampleTiming, .show(screen), .move(.down, 2)]
      )
      let lines = state.render().lines
      let regions = state.current.regions(state.shared, in: state.shared.body)
      let rows = regions.filter { $0.rect.height == 1 }
      guard !rows.isEmpty else {
        #expect(screen == .file && document.opened == nil, "\(document.title) \(size)")
        continue
      }
      for region in rows {
        var pressed = state
        _ = pressed.handle(press(region.rect.x + 4, region.rect.y + 1))
        // What opens is the row that was under the cursor already.
        guard region.command != .named(.enter) else { continue }
        let after = pressed.render().lines
        let name = Array(lines[region.rect.y + 1]).dropFirst(region.rect.x + 2).prefix(12)
        let marked = after.dropFirst(2).first { line in
          line.contains("▶ ") && line.contains(String(name))
        }
        #expect(marked != nil, "\(String(name)) of \(document.title) at \(size)\n\(after)")
      }
    }
  }

  @Test("opens the row that is under the cursor already")
  func enter() throws {
    var state = Fixture.state(commands: [.select(BlockPath(stage: 1, block: 0))])
    let row = try #require(state.render().lines.firstIndex { $0.hasPrefix("│▶") })
    _ = state.handle(press(6, row))
    #expect(state.screen == .block && state.selection == BlockPath(stage: 1, block: 0))
  }

  @Test("chooses in lists that lie over the screen, and nothing below them")
  func lists() throws {
    var state = Fixture.state(Fixture.twoSets, commands: [.set(nil)])
    let row = try #require(state.render().lines.firstIndex { $0.contains(" ema ") })
    _ = state.handle(press(40, row))
    #expect(state.chooser?.cursor.row == 1)
    #expect(state.handle(press(2, 4)) == [])
    #expect(state.chooser != nil && state.tree.cursor == .network)
    #expect(state.handle(press(40, row)).reading != nil, "the row under the cursor opens")
  }

  @Test("does nothing anywhere else, far outside too")
  func elsewhere() {
    let start = Fixture.state()
    for (x, y) in [(0, 0), (-1, -1), (5_000, 5_000), (99, 29), (50, 25), (80, 10)] {
      for button in [Event.Mouse.Button.left, .middle, .right] {
        var state = start
        #expect(state.handle(press(x, y, button)) == [], "\(button) at \(x), \(y)")
        #expect(state.screen == start.screen)
      }
    }
  }
}
