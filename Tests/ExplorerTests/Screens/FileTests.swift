import Canvas
import RepCore
import Testing
import Words

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
    let shared = Fixture.state(document).shared
    let account = FileAccount(shared: shared, pen: shared.pen, width: 250)
    let text = account.lines.map(\.text).joined(separator: "\n")
    for sentence in Fixture.unknownGraph.warnings.map(\.description)
      + document.network.assumptions.map(\.sentence)
    {
      #expect(text.contains(sentence), "\(sentence) is missing in\n\(text)")
    }
  }

  @Test("shows the way from the file to the first block")
  func breadcrumb() {
    let pen = Fixture.state().pen
    let account = FileAccount(shared: Fixture.state(Fixture.twoSets).shared, pen: pen, width: 60)
    #expect(account.breadcrumb == "model > backbone. > layer0.0")
    #expect(FileAccount(shared: Fixture.state().shared, pen: pen, width: 60).breadcrumb == nil)
  }

  @Test("reaches every tensor with the cursor", arguments: [60, 80, 100, 160])
  func scrolling(width: Int) {
    var state = state(size: Size(width: width, height: 16), commands: [.first])
    var seen: [String] = []
    for _ in state.file.tensors {
      let row = state.file.tensors[state.file.cursor]
      seen.append(row.name)
      #expect(state.fileView.tensorsInSight.contains(row.name), "\(width) \(row.name)")
      let end = String(row.name.suffix(8))
      #expect(
        state.render().lines.contains { $0.contains("▶") && $0.contains(end) },
        "\(text(state))"
      )
      _ = state.perform(.move(.down, 1))
    }
    #expect(seen.count == Fixture.unknownGraph.coverage.found && Set(seen).count == seen.count)
    let end = state.render()
    _ = state.perform(.move(.down, 1000))
    #expect(state.render().lines == end.lines)
  }

  @Test("scrolls the account to its last line and no further", arguments: [60, 80, 100, 160])
  func scrollingAccount(width: Int) throws {
    let size = Size(width: width, height: 16)
    var state = state(size: size, commands: [.move(.left), .last])
    let end = state.render()
    let account = try #require(state.textOfPane)
    #expect(!account.contains("more below"), "\(account)")
    _ = state.perform(.move(.down, 1000))
    #expect(state.render().lines == end.lines)
    _ = state.perform(.move(.up, 1))
    #expect(state.render().lines != end.lines)
  }

  @Test("asks for the tensors in sight once, and shows what they are like")
  func statistics() throws {
    var state = state(size: Size(width: 160, height: 30), commands: [.first])
    let name = state.file.tensors[0].name
    #expect(state.needs.contains(.tensor(name)))
    #expect(
      state.render().lines.contains { $0.contains("▶") && $0.contains("…") },
      "\(text(state))"
    )
    _ = state.perform(.move(.down, 1))
    #expect(state.lackedNeeds() == nil, "what is asked for is not asked for again")
    let tensor = try #require(Fixture.unknownGraph.tensors[name])
    let statistics = try #require(TensorStatistics(of: tensor))
    state.shared.answers.receive(.tensor(statistics), to: .tensor(name))
    #expect(state.lackedNeeds() == nil && !state.shared.answers.missing.contains(.tensor(name)))
    let least = try #require(tensor.floats().min())
    let row = try #require(
      text(state).split(separator: "\n").first { $0.contains(name.suffix(10)) }
    )
    #expect(row.contains(Numbers.signed(Double(least), 4).dropLast(1)), "\(least): \(row)")
  }

  @Test("puts tensors in the order that was asked for", arguments: TensorOrder.allCases)
  func orders(_ order: TensorOrder) {
    let tensors = Fixture.unknownGraph.tensors(by: order)
    #expect(tensors.count == Fixture.unknownGraph.coverage.found)
    let sizes = tensors.map { $0.tensor?.byteCount ?? 0 }
    switch order {
    case .size: #expect(sizes == sizes.sorted(by: >))
    case .use: #expect(tensors.prefix(3).allSatisfy { $0.use == .opaque })
    case .name, .type: #expect(tensors.first?.name == "backbone.layer0.0.rbr_1x1.bn.bias")
    }
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

  @Test(
    "The screen looks as recorded",
    arguments: [(60, 16), (80, 24), (100, 30), (200, 60)],
    Language.allCases
  )
  func looksAsRecorded(_ extent: (width: Int, height: Int), language: Language) throws {
    let size = Size(width: extent.width, height: extent.height)
    var state = state(Fixture.twoSets, size: size, glyphs: .ascii, depth: .mono)
    let commands: [Command] = [.language(language), .move(.down, 3)]
    try state.play(commands, read: Fixture.reader, write: Fixture.noPictures)
    let suffix = language == .en ? "" : "-\(language)"
    try expectSnapshot(state.render(), "file\(suffix)-\(extent.width)x\(extent.height)")
  }
}
