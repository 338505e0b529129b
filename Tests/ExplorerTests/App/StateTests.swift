import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The state")
struct StateTests {
  @Test("keeps the selected block through screens and forms")
  func selectionFollows() {
    let path = BlockPath(stage: 2, block: 1)
    var state = Fixture.state(commands: [.select(path)])
    for screen in ScreenID.all + ScreenID.all.reversed() {
      for _ in 0..<2 {
        _ = state.perform(.show(screen))
        _ = state.perform(.form(nil))
        #expect(state.selection == path, "on \(screen) in \(state.form) form")
      }
    }
    #expect(state.tree.cursor == .block(path))
  }

  @Test("puts the cursor on the block when the branch under it is folded away")
  func branchCursor() {
    let path = BlockPath(stage: 2, block: 1)
    var state = Fixture.state(commands: [.select(path), .expandAll, .move(.down, 2)])
    #expect(state.tree.cursor == .branch(path, 1))
    _ = state.perform(.form(.deploy))
    #expect(state.tree.cursor == .block(path))
  }

  @Test("of a deploy-only file has one form, and says why")
  func deployOnly() {
    var state = Fixture.state(Fixture.folded)
    #expect(state.form == .deploy)
    for command in [Command.form(nil), .form(.train)] {
      #expect(state.perform(command) == [], "\(command)")
      #expect(state.form == .deploy)
      #expect(state.notice?.contains("only the deploy form") == true)
    }
    #expect(state.render().lines[0].contains("DEPLOY only"))
  }

  @Test("draws every screen at every small size, and at the usual ones")
  func everySize() {
    let usual = [(59, 16), (60, 15), (60, 16), (79, 24), (80, 24), (99, 30), (100, 30), (220, 70)]
    let small = (0...12).flatMap { width in (0...6).map { (width * 9, $0 * 5) } }
    for document in Fixture.documents {
      for screen in ScreenID.all {
        var state = Fixture.state(document, commands: [.sampleTiming, .expandAll, .show(screen)])
        for (width, height) in usual + small + [(1, 1), (1, 50), (300, 1), (2, 3)] {
          state.size = Size(width: width, height: height)
          let place = "\(document.title), \(screen) at \(width) x \(height)"
          #expect(state.render().size == state.size, "\(place)")
        }
      }
    }
  }

  @Test("keeps the sign of a running engine beside a status line that is too long")
  func longStatus() {
    for width in [60, 80, 81, 100, 137] {
      var state = Fixture.state(size: Size(width: width, height: 24), commands: [.run(true)])
      state.shared.notice = Text(name: String(repeating: "long ", count: 40))
      let line = state.render().lines[22]
      #expect(line.contains("…") && line.contains("engine runs"), "width \(width): '\(line)'")
    }
  }

  @Test("says both sizes where the terminal is too small, and nothing else")
  func tooSmall() {
    let text = Fixture.state(size: Size(width: 59, height: 16)).render().lines.joined()
    #expect(text.contains("needs 60 x 16") && text.contains("is 59 x 16"), "\(text)")
  }

  @Test("stops at the first and the last block, and says so")
  func neighbours() {
    var state = Fixture.state()
    _ = state.perform(.neighbour(-1))
    #expect(state.notice == "this is the first block")
    for path in Fixture.document.paths.dropFirst() {
      _ = state.perform(.neighbour(1))
      #expect(state.selection == path)
    }
    _ = state.perform(.neighbour(1))
    #expect(state.notice == "this is the last block")
  }

  @Test("scrolls the help no further than its end, so that the way back is as short")
  func help() {
    var state = Fixture.state(commands: [.help, .last])
    let end = state.render()
    _ = state.perform(.move(.down, 1000))
    #expect(state.render() == end)
    _ = state.perform(.move(.up, 1))
    #expect(state.render() != end)
  }

  @Test("types into a prompt what would be keys elsewhere")
  func prompt() {
    var state = Fixture.state()
    for key in ":theme light" { #expect(state.press(.character(key)) != [.quit]) }
    #expect(state.palette?.editor.line == "theme light")
    _ = state.press(.backspace)
    #expect(state.palette?.editor.line == "theme ligh")
    _ = state.press(.character("t"))
    _ = state.press(.enter)
    #expect(state.look.theme == .light && state.palette == nil)
    _ = state.press(.character(":"))
    _ = state.press(.backspace)
    #expect(state.palette == nil, "an empty prompt is closed by backspace")
  }

  @Test("says what is wrong with a command, and goes on")
  func wrongCommand() {
    var state = Fixture.state()
    for key in ":fly" { _ = state.press(.character(key)) }
    _ = state.press(.enter)
    #expect(state.notice?.contains("no command 'fly'") == true)
    _ = state.press(.character("Z"))
    #expect(state.notice?.contains("Z does nothing here") == true)
  }
}
