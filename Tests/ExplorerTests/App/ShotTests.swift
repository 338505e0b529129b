import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite struct ShotTests {
  private func target(_ state: State, _ command: Command) -> ShotTarget? {
    var state = state
    guard case .shot(let target, _)? = state.perform(command).first else { return nil }
    return target
  }

  @Test func `Without a file the name says what the screen shows`() throws {
    var state = Fixture.state()
    for (script, ending) in [
      ("screen tree", "-tree"), ("screen block; select stage1.1", "-block-stage1.1"),
      ("screen kernels; select stage2.0", "-kernels-stage2.0"), ("screen live", "-live"),
      ("screen file", "-file"),
    ] {
      for command in try Command.script(script) { _ = state.perform(command) }
      guard case .numbered(let name)? = target(state, .shot(nil)) else {
        Issue.record("\(script)")
        continue
      }
      #expect(name.hasPrefix("repvgg-tui-") && name.hasSuffix(ending), "\(script): \(name)")
    }
    #expect(target(state, .shot("x.svg")) == .file("x.svg"))
  }

  @Test func `A file's name cannot lead the picture elsewhere`() {
    for title in [
      "../../etc/passwd.rvg", "a b\u{1B}[0m\n.pth", "số.rvg", String(repeating: "x", count: 999),
      "",
    ] {
      let state = State(
        Document(Fixture.network, title: title),
        size: Size(width: 80, height: 24),
        look: Look(theme: .dark, glyphs: .block, depth: .trueColor),
        processors: 2
      )
      guard case .numbered(let name)? = target(state, .shot(nil)) else {
        Issue.record("\(title)")
        continue
      }
      let isSafe = name.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0))
      }
      #expect(
        isSafe && name.utf8.count <= 100 && name.hasPrefix("repvgg-tui-"),
        "\(title): \(name)"
      )
    }
  }

  @Test func `A played script shows the screen before it and behind each command`() throws {
    var state = Fixture.state()
    var shown: [ScreenID] = []
    try state.play(
      Command.script("screen block; screen kernels"),
      read: Fixture.reader,
      write: Fixture.noPictures
    ) {
      shown.append($0.screen)
    }
    #expect(shown == [.tree, .block, .kernels])
  }

  @Test func `A command is spelled as it is typed`() throws {
    for line in [
      "select stage1.1", "form deploy", "form", "threads +1", "threads -1", "threads 2", "pair 1 2",
      "search two words", "shot", "shot x.png", "screen kernels",
    ] {
      #expect("\(try Command(parsing: line))" == line)
    }
  }
}
