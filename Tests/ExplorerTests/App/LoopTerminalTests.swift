import Canvas
import Foundation
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("What the loop asks of its terminal")
struct LoopTerminalTests {
  /// Runs the loop over `script` and returns the record of its terminal.
  private func record(
    _ script: [Event],
    from state: State = Fixture.state(),
    sizeAfterStop: Size? = nil,
    _ commands: [Command] = []
  ) -> [MemoryTerminal.Entry] {
    let terminal = MemoryTerminal(
      size: state.size,
      sizeAfterStop: sizeAfterStop,
      script: script + [.end(.closed)]
    )
    var loop = ExplorerLoop(state, on: terminal, read: Fixture.reader, write: Fixture.noPictures)
    _ = try? loop.run(commands)
    return terminal.log
  }

  /// The text of every frame.
  private func frames(_ log: [MemoryTerminal.Entry]) -> [[String]] {
    log.compactMap { if case .frame(let grid) = $0 { grid.lines } else { nil } }
  }

  @Test("A frame follows every event, and the terminal is given back once")
  func frameAfterEvent() {
    let log = record([.key(.down), .wake, .mouse(Event.Mouse(button: .left, at: .zero))])
    #expect(frames(log).count == 4)
    #expect(log.last == .restoration && log.filter { $0 == .restoration }.count == 1)
  }

  @Test("Ctrl-L declares the screen unknown before the next frame")
  func redraw() {
    let log = record([.key(.control("l"))])
    let place = log.firstIndex(of: .invalidation)
    #expect(place != nil)
    if let place, case .frame = log[place + 1] {
    } else {
      Issue.record("\(log.count) entries, no frame behind it")
    }
  }

  @Test("A resize is followed by a frame of that size, also of the size that was there before")
  func resize() {
    let sizes = [
      Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 100, height: 30),
    ]
    let log = record(sizes.map { .resize($0) })
    let seen = log.compactMap { entry -> Size? in
      if case .frame(let grid) = entry { grid.size } else { nil }
    }
    #expect(seen == [Size(width: 100, height: 30)] + sizes)
  }

  @Test("A stop gives the terminal back, and again after the next one; the new size is taken")
  func suspend() {
    let size = Size(width: 90, height: 26)
    for event in [Event.suspend, .key(.control("z"))] {
      let log = record([event, .key(.down), event], sizeAfterStop: size)
      #expect(log.filter { $0 == .suspension }.count == 2, "\(event)")
      guard let place = log.firstIndex(of: .suspension), case .frame(let grid) = log[place + 1]
      else {
        Issue.record("no frame behind the stop of \(event)")
        continue
      }
      #expect(grid.size == size, "\(event)")
    }
  }

  @Test("A paste goes into the line that is typed, as one text without controls")
  func paste() throws {
    let log = record([.key(.character("/")), .paste("sta\nge\u{1B}2\u{3}")])
    let line = try #require(frames(log).last?.dropLast().last)
    #expect(line.contains("/sta ge 2 _"), "\(line)")
  }

  @Test(
    "A name that is pasted is offered as a file to open",
    arguments: [
      ("b.rvg", "b.rvg"), ("b.rvg\n", "b.rvg"), ("'my nets/a.pth' ", "'my nets/a.pth'"),
      ("my nets/a.pth", "'my nets/a.pth'"), ("my\\ nets/a.pth", "'my nets/a.pth'"),
      ("file:///tmp/a%20b.pth", "'/tmp/a b.pth'"), ("file://localhost/tmp/a.pth", "/tmp/a.pth"),
      ("q", "q"), ("số.rvg", "số.rvg"),
    ]
  )
  func offer(pasted: String, typed: String) {
    var state = Fixture.state()
    #expect(state.paste(pasted) == [] && state.palette?.editor.line == "open \(typed)")
    let effects = state.press(.enter)
    let name = typed.filter { $0 != "'" }
    #expect(effects.reading?.source == .file(name), "\(pasted): \(effects)")
  }

  @Test("A paste without a line is no keys")
  func strayPaste() throws {
    let log = record([.paste("q:quit\n2")])
    let screen = try #require(frames(log).last)
    #expect(
      screen[0].contains("[1 Tree]") && screen.contains { $0.contains("pasted text does nothing") }
    )
  }

  @Test("A megabyte that is pasted leaves a line that can still be edited")
  func longPaste() {
    var state = Fixture.state()
    _ = state.press(.character(":"))
    _ = state.paste(String(repeating: "một ", count: 250_000))
    #expect(state.palette?.editor.line.count == 4096)
    _ = state.press(.backspace)
    _ = state.paste("xyz")
    #expect(state.palette?.editor.line.count == 4096 && state.palette?.editor.line.last == "x")
  }

  @Test("Only themes that follow the ground ask for it, once, and take the answer")
  func ground() {
    var state = Fixture.state()
    for theme in ThemeName.allCases {
      state.shared.look.theme = theme
      let questions = record([.key(.down)], from: state).filter { $0 == .question }
      #expect(questions.count == ([.auto, .terminal].contains(theme) ? 1 : 0), "\(theme)")
    }
    state.shared.look.theme = .auto
    let log = record([.key(.down), .ground(.rgb(255, 255, 255)), .key(.up)], from: state)
    #expect(log.filter { $0 == .question }.count == 1)
    let grounds = log.compactMap {
      if case .frame(let grid) = $0 { grid[0, 1].style.background } else { nil }
    }
    let (dark, light) = (Palette.dark.paper, Palette.light.paper)
    #expect(grounds.map { $0 == dark } == [true, true, false, false])
    #expect(grounds.map { $0 == light } == [false, false, true, true])
  }

  @Test("A file that is followed is read anew as soon as it was written")
  func followedFile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("last.pt").path
    let document = Document(Fixture.network, title: "last.pt", from: .file(path))
    let read: ExplorerReader = { source, _ throws(FormatError) in
      Document(Fixture.network, title: "last.pt", from: source)
    }
    // The first frame comes when the file is watched.
    let terminal = WaitingTerminal(for: "read anew", script: []) {
      _ = FileManager.default.createFile(atPath: path, contents: Data([1]))
    }
    var loop = ExplorerLoop(
      Fixture.state(document),
      on: terminal,
      follows: true,
      read: read,
      write: Fixture.noPictures
    )
    _ = try loop.run()
  }

  @Test("Small networks have times in the tree as soon as they are shown")
  func firstLook() throws {
    let terminal = WaitingTerminal(for: "measured here", script: [])
    var loop = ExplorerLoop(
      Fixture.state(),
      on: terminal,
      measures: true,
      read: Fixture.reader,
      write: Fixture.noPictures
    )
    _ = try loop.run()
  }

  @Test("The failure of a worker is said in the status line")
  func failureOfAWorker() throws {
    let terminal = WaitingTerminal(
      for: "cannot read it anew: is cut short",
      script: [.key(.character("r"))]
    )
    let read: ExplorerReader = { _, _ throws(FormatError) in
      throw FormatError(.damaged, en: "is cut short", vi: "bị cụt", path: "last.pt")
    }
    var loop = ExplorerLoop(
      Fixture.state(Fixture.twoSets),
      on: terminal,
      read: read,
      write: Fixture.noPictures
    )
    _ = try loop.run()
  }
}
