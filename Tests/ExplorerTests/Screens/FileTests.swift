import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("The file screen")
struct FileTests {
  private func state(
    _ document: Document = Fixture.unknown,
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    depth: ColorDepth = .ansi256,
    commands: [Command] = []
  ) -> State {
    Fixture.state(
      document,
      size: size,
      glyphs: glyphs,
      depth: depth,
      commands: [.show(.file)] + commands
    )
  }

  private func text(_ state: State) -> String {
    state.body(of: state.fileView).lines.joined(separator: "\n")
  }

  @Test("accounts for every tensor of the file")
  func account() throws {
    let coverage = Fixture.unknownGraph.coverage
    let text = text(state(size: Size(width: 120, height: 80)))
    for words in [
      "\(coverage.found) tensors found", "\(coverage.taken) used", "3 opaque",
      "head.cls.weight", "80×16×1×1", "neck.reduce.conv.weight",
    ] {
      #expect(text.contains(words), "\(words) is missing in\n\(text)")
    }
    #expect(coverage.opaque.count == 3 && coverage.found == coverage.taken + 3, "\(coverage)")
  }

  @Test("puts warnings and assumptions into words")
  func warnings() {
    #expect(!Fixture.unknownGraph.warnings.isEmpty)
    let document = Fixture.unknown
    for sentence in Fixture.unknownGraph.warnings.map(\.description)
      + document.network.assumptions.map(\.sentence)
    {
      let text = text(state(size: Size(width: 250, height: 60)))
      #expect(text.contains(sentence), "\(sentence) is missing in\n\(text)")
    }
  }

  @Test("shows the way from the file to the first block")
  func breadcrumb() {
    let pen = Fixture.state().pen
    let account = FileAccount(document: Fixture.twoSets, pen: pen, width: 60)
    #expect(account.breadcrumb == "model > backbone. > layer0.0")
    #expect(FileAccount(document: Fixture.document, pen: pen, width: 60).breadcrumb == nil)
  }

  @Test("scrolls to its last line and no further", arguments: [60, 80, 100, 160])
  func scrolling(width: Int) {
    var state = state(size: Size(width: width, height: 16), commands: [.last])
    let end = state.render()
    #expect(text(state).contains("neck.reduce.conv.weight"), "\(text(state))")
    #expect(!text(state).contains("more below"), "\(text(state))")
    _ = state.perform(.move(.down, 1000))
    #expect(state.render().lines == end.lines)
    _ = state.perform(.move(.up, 1))
    #expect(state.render().lines != end.lines)
  }

  @Test("Every size is drawn inside its area")
  func everySizeIsDrawn() {
    for document in Fixture.documents {
      for size in Fixture.sizes {
        for (glyphs, depth) in Fixture.looks {
          let state = state(document, size: size, glyphs: glyphs, depth: depth)
          let place = "\(document.title) \(size) \(glyphs) \(depth)"
          expectDrawingStaysInside(state.fileView, size, state.pen, place)
        }
      }
    }
  }

  @Test("The screen looks as recorded", arguments: [(100, 30), (80, 24)])
  func looksAsRecorded(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    let state = state(Fixture.twoSets, size: size, glyphs: .ascii, depth: .mono)
    try expectSnapshot(state.render(), "file-\(width)x\(height)")
  }
}
