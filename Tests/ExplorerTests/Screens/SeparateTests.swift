import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Blocks of an unknown graph")
struct SeparateTests {
  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }

  @Test("are called what they are, on every screen and in the tree")
  func titles() {
    let blocks = Fixture.unknown.stored.blocks.count
    let words = "\(blocks) re-parameterizable blocks in an unknown graph"
    for size in [Size(width: 80, height: 24), Size(width: 100, height: 30)] {
      let state = Fixture.state(Fixture.unknown, size: size)
      #expect(text(state).contains(words), "\(text(state))")
    }
    for screen in ScreenID.all {
      let state = Fixture.state(
        Fixture.unknown,
        size: Size(width: 160, height: 30),
        commands: [.show(screen)]
      )
      #expect(state.render().lines[0].contains("unknown graph"), "\(state.render().lines[0])")
    }
  }

  @Test("stand under their modules, nested, and what belongs to none stands under one row")
  func tree() {
    var state = Fixture.state(Fixture.unknown)
    let names = state.treeRows.map { state.shared.facts(of: $0).name }
    #expect(names.prefix(3) == ["detector-deploy", "backbone", "backbone.layer0.0"], "\(names)")
    #expect(names.contains("backbone.layer1") && !names.contains("backbone.layer0"), "\(names)")
    let labels = state.treeRows.map { node in
      state.tree.label(of: node, state.shared.facts(of: node), state.shared)
        .trimmingPrefix { " ▾▸".contains($0) }
    }
    #expect(labels[1..<6] == ["backbone", "layer0.0", "layer1", "0", "1"], "\(labels)")
    #expect(names.last == "opaque, 3 tensors", "\(names)")
    #expect(!state.treeRows.contains(.linear) && !state.treeRows.contains(.pool))
    _ = state.perform(.last)
    _ = state.perform(.enter)
    let opened = state.treeRows.suffix(3).map { state.shared.facts(of: $0).name }
    #expect(opened == ["head.cls.bias", "head.cls.weight", "neck.reduce.conv.weight"])
    _ = state.perform(.move(.down, 2))
    let text = text(state)
    for words in ["head.cls.weight", "80×16×1×1", "F32", "belongs to no"] {
      #expect(text.contains(words), "\(words) is missing in\n\(text)")
    }
  }

  @Test("can be found by any part of their names")
  func search() {
    var state = Fixture.state(Fixture.unknown, commands: [.search("layer1.1")])
    #expect(state.selection == BlockPath(stage: 1, block: 1))
    _ = state.perform(.search("neck"))
    #expect(state.tree.cursor == .tensor(2), "\(state.tree.cursor)")
  }

  @Test("have no totals that make no sense: no classes, no frames a second, no pool or classifier")
  func noTotals() {
    for screen in [ScreenID.tree, .live] {
      let state = Fixture.state(
        Fixture.unknown,
        size: Size(width: 120, height: 60),
        commands: [.sampleTiming, .first, .show(screen)]
      )
      var text = text(state)
      for words in ["classes", "frames/s", "linear", "pool", "One inference", "Latency"] {
        #expect(!text.contains(words), "\(words) on \(screen):\n\(text)")
      }
      if screen == .tree {
        text = self.text(
          Fixture.state(Fixture.unknown, size: state.size, commands: [.sampleTiming, .first])
        )
      }
      #expect(text.lowercased().contains("sum of all blocks"), "\(screen):\n\(text)")
    }
  }

  @Test("are timed one by one, and their sum is that of the rows", arguments: Form.allCases)
  func timing(form: Form) throws {
    var state = Fixture.state(Fixture.unknown)
    for (form, timing) in try Fixture.measure(2, of: Fixture.unknown) {
      state.receive(.timing(timing, form))
    }
    let figures = LiveFigures(state.shared, cursor: state.liveScreen.cursor)
    #expect(figures.rows.count == Fixture.unknown.paths.count)
    let rows = figures.rows.compactMap { (form == .train ? $0.train : $0.deploy)?.timing.median }
    #expect(rows.count == figures.rows.count && rows.allSatisfy { $0 > 0 }, "\(rows)")
    let timing = try #require(state.live.timing(of: form))
    let error = abs(figures.total(of: timing) - rows.reduce(0, +))
    #expect(error < 1e-6, "off by \(error)")
    let network = try #require(state.shared.facts(of: .network).microseconds)
    let shown = try #require(state.live.timing(of: state.form))
    #expect(network == figures.total(of: shown))
  }

  @Test("are checked like any other")
  func check() throws {
    var state = Fixture.state(Fixture.quantizationAware)
    let script = try Command.script("last; select 1.0; screen block")
    try state.play(script, read: Fixture.reader, write: Fixture.noPictures)
    #expect(text(state).contains("PASS"), "\(text(state))")
  }

  @Test("Every size of tree and live screen is drawn inside its area", arguments: Form.allCases)
  func everySizeIsDrawn(form: Form) {
    for document in [Fixture.unknown, Fixture.quantizationAware, Fixture.mobileOne] {
      for size in Fixture.sizes {
        for (glyphs, depth) in Fixture.looks {
          let state = Fixture.state(
            document,
            size: size,
            glyphs: glyphs,
            depth: depth,
            commands: [.sampleTiming, .form(form), .expandAll]
          )
          let place = "\(document.title) \(size) \(form) \(glyphs) \(depth)"
          expectDrawingStaysInside(
            TreeView(shared: state.shared, screen: state.tree),
            size,
            state.pen,
            place
          )
          expectDrawingStaysInside(state.liveView, size, state.pen, place)
        }
      }
    }
  }

  @Test("The screens look as recorded", arguments: [(100, 30), (80, 24)])
  func looksAsRecorded(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    for (name, commands) in [
      ("tree", [.first]), ("opaque", [.last, .enter, .move(.down, 1)]),
      ("live", [.show(.live), .sampleTiming]),
    ] as [(String, [Command])] {
      for language in Language.allCases {
        let state = Fixture.state(
          Fixture.unknown,
          size: size,
          glyphs: .ascii,
          depth: .mono,
          commands: [.language(language)] + commands
        )
        let suffix = language == .en ? "" : "-\(language)"
        try expectSnapshot(state.render(), "separate-\(name)\(suffix)-\(width)x\(height)")
      }
    }
  }
}
