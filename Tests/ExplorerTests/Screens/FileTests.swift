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

  @Test("says which data there are, and calls nothing accuracy where labels are missing")
  func data() throws {
    func account(_ tensors: [String: Tensor], _ language: Language = .en) throws -> String {
      var document = Fixture.document
      let pictures = Tensor.normal(shape: [1200, 3, 1, 1], seed: 1)
      document.data = try Dataset(
        Checkpoint(tensors: tensors.merging(["input": pictures]) { $1 }),
        name: "made.safetensors"
      )
      var shared = Fixture.state(document).shared
      shared.language = language
      let account = FileAccount(shared: shared, pen: shared.pen, width: 250)
      return account.lines.map(\.text).joined(separator: "\n")
    }
    func marks(_ isMarked: (Int) -> Bool) -> Tensor {
      Tensor(
        storage: Storage(copying: (0..<1200).map { isMarked($0) ? 1 as UInt8 : 0 }),
        byteOffset: 0,
        elementType: .uint8,
        shape: [1200]
      )
    }
    let full = try account(["labels": marks { $0 < 5 }, "held_out": marks { $0 % 4 == 0 }])
    #expect(full.contains("data\nmade.safetensors: 1,200 pictures, 300 held out"), "\(full)")
    #expect(!full.contains("agreement"), "\(full)")
    let bare = try account([:])
    #expect(bare.contains("1,200 pictures, which of them were trained on is not known"), "\(bare)")
    #expect(bare.contains("agreement with the whole network, never accuracy"), "\(bare)")
    #expect(try account([:], .vi).contains("1,200 ảnh, không rõ ảnh nào"))
    let none = FileAccount(shared: Fixture.state().shared, pen: Fixture.state().pen, width: 250)
    #expect(!none.lines.contains { $0.text == "data" })
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
    #expect(state.needs.contains(AnyNeed(TensorNeed(name))))
    #expect(
      state.render().lines.contains { $0.contains("▶") && $0.contains("…") },
      "\(text(state))"
    )
    _ = state.perform(.move(.down, 1))
    #expect(state.lackedNeeds() == nil, "what is asked for is not asked for again")
    let tensor = try #require(Fixture.unknownGraph.tensors[name])
    let statistics = try #require(TensorStatistics(of: tensor))
    state.shared.answers.receive(.answer(statistics), to: AnyNeed(TensorNeed(name)))
    #expect(state.lackedNeeds() == nil && !state.shared.answers.isMissing(TensorNeed(name)))
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
