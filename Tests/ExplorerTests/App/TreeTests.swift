import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The tree")
struct TreeTests {
  @Test("shows every stage, and every block and branch when all is unfolded")
  func unfolding() {
    var state = Fixture.state(commands: [.collapseAll])
    #expect(state.treeRows.count == 1 + 4 + 2, "\(state.treeRows)")
    _ = state.perform(.expandAll)
    let architecture = Fixture.document.architecture(in: .train)
    let branches = architecture.blocks.map(\.branches.count).reduce(0, +)
    // The first stage is its only block, and no row beside it.
    #expect(state.treeRows.count == 1 + 3 + 2 + architecture.blocks.count + branches)
    _ = state.perform(.last)
    _ = state.perform(.collapseAll)
    #expect(state.treeRows.contains(state.tree.cursor), "\(state.tree.cursor)")
  }

  @Test("keeps the cursor's row on the screen at every height")
  func cursorIsVisible() {
    for height in [16, 17, 24, 31, 40] {
      var state = Fixture.state(size: Size(width: 100, height: height), commands: [.expandAll])
      for _ in 0..<state.treeRows.count {
        let rows = state.render().lines[2..<height - 3].filter { $0.hasPrefix("│▶") }
        let place = "\(state.tree.cursor) at height \(height): \(rows)"
        #expect(rows.count == 1 && !rows.joined().prefix(20).contains("…"), "\(place)")
        _ = state.perform(.move(.down, 1))
      }
    }
  }

  @Test("finds the next match and wraps around, forwards and backwards")
  func searchWraps() {
    var state = Fixture.state(commands: [.search("stage2.")])
    var visited = [state.tree.cursor]
    for _ in 0..<3 {
      _ = state.perform(.searchNext)
      visited.append(state.tree.cursor)
    }
    let blocks = (0..<3).map { TreeNode.block(BlockPath(stage: 2, block: $0)) }
    #expect(visited == blocks + [blocks[0]], "\(visited)")
    #expect(state.notice?.contains("wrapped around") == true, "\(state.notice ?? "")")
    _ = state.perform(.searchPrevious)
    #expect(state.tree.cursor == blocks[2])
    #expect(state.notice?.contains("wrapped around") == true, "\(state.notice ?? "")")
  }

  @Test("finds while a search is typed, and goes back when nothing matches or Escape is pressed")
  func searchWhileTyping() {
    let start = Fixture.state(commands: [.select(BlockPath(stage: 1, block: 1))])
    for ending in [Key.escape, .enter] {
      var state = start
      for key in "/stage 3" { _ = state.press(.character(key)) }
      #expect(state.tree.cursor == .stage(3), "\(state.tree.cursor)")
      for key in "zzz" { _ = state.press(.character(key)) }
      #expect(state.tree == start.tree)
      #expect(state.notice?.contains("no row matches") == true)
      for _ in 0..<3 { _ = state.press(.backspace) }
      #expect(state.tree.cursor == .stage(3), "\(state.tree.cursor)")
      _ = state.press(ending)
      #expect(state.searching == nil)
      #expect(state.tree.cursor == (ending == .enter ? .stage(3) : start.tree.cursor))
      #expect(state.search == (ending == .enter ? "stage 3" : nil))
    }
  }

  @Test("orders blocks by what was asked, the largest first", arguments: RowOrder.allCases)
  func sorting(_ order: RowOrder) {
    let state = Fixture.state(commands: [.sampleTiming, .order(order), .expandAll])
    let paths = state.treeRows.compactMap { node -> BlockPath? in
      if case .block(let path) = node { path } else { nil }
    }
    #expect(Set(paths) == Set(Fixture.document.paths), "blocks were lost")
    for stage in 0..<4 {
      let weights = paths.filter { $0.stage == stage }
        .map { state.shared.weight(of: TreeNode.block($0), by: order) }
      #expect(weights == weights.sorted(by: >), "\(order) in stage \(stage): \(weights)")
    }
    if order == .execution { #expect(paths == Fixture.document.paths) }
  }

  @Test("names the block of the first stage once")
  func loneStage() {
    let state = Fixture.state()
    let block = BlockPath(stage: 0, block: 0)
    #expect(state.treeRows.prefix(2) == [.network, .block(block)], "\(state.treeRows)")
    #expect(state.document.depth(of: .block(block)) == 1)
    #expect(state.document.parent(of: .block(BlockPath(stage: 1, block: 0))) == .stage(1))
  }

  @Test("cuts no name of an unknown graph while its column has room")
  func longNames() throws {
    let name = "model.backbone.dark5.3.with.a.long.way.of.modules.to.walk.down.to.the.last.block"
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      name: name,
      inputChannels: 8,
      outputChannels: 8,
      branches: [BranchShape(role: .dense), BranchShape(role: .pointwise)]
    )
    let architecture = Architecture(
      name: "detector",
      input: InputShape(channels: 8, height: 8, width: 8),
      stages: [StageShape(blocks: [shape])],
      wiring: .separate
    )
    let document = Document(Network(random: architecture, seed: 1), title: "detector.pt")
    for width in stride(from: 60, through: 260, by: 20) {
      let state = Fixture.state(
        document,
        size: Size(width: width, height: 30),
        glyphs: .block,
        commands: [.named(.redraw)]
      )
      let lines = state.render().lines
      let row = try #require(lines.first { $0.contains("last.block") })
      let isCut = row.dropFirst(2).prefix(30).contains("…")
      let behind = row.firstRange(of: "last.block").map { row[$0.upperBound...] } ?? ""
      // Behind a column that is full stand its gap and the blanks before a number of three letters among nine.
      #expect(!isCut || behind.prefix { $0 == " " }.count == 7, "\(width): \(row)")
    }
  }

  @Test("needs the checks of the blocks in sight, the selected one first, and of no large one")
  func needs() {
    let path = BlockPath(stage: 2, block: 1)
    let state = Fixture.state(commands: [.select(path), .expandAll])
    let rows = state.render().lines.map { $0.prefix(30) }
    let inSight = state.document.paths
      .filter { path in rows.contains { $0.contains(path.description) } }
      .map { AnyNeed(CheckNeed($0)) }
    #expect(inSight.count < state.document.paths.count, "the tree is longer than the screen")
    #expect(state.needs.first == AnyNeed(CheckNeed(path)))
    #expect(
      Set(state.needs) == Set(inSight + [AnyNeed(CheckNeed(path)), AnyNeed(HeadNeed())]),
      "\(state.needs)"
    )
    #expect(state.needs.count == Set(state.needs).count)
    let folded = Fixture.state(Fixture.folded, commands: [.expandAll])
    #expect(folded.needs == [AnyNeed(HeadNeed())], "nothing was folded here: \(folded.needs)")
  }

  @Test("tells of each block that was asked for whether its fold is exact")
  func checks() throws {
    let path = BlockPath(stage: 1, block: 0)
    var state = Fixture.state(commands: [.select(path)])
    func row() -> String {
      state.render().lines.first { $0.hasPrefix("│▶") } ?? ""
    }
    #expect(row().contains("…"), "\(row())")
    let block = try #require(state.document.network.block(at: path))
    let check = BlockCheck(block)
    state.shared.answers.receive(.answer(check), to: AnyNeed(CheckNeed(path)))
    let error = Numbers.scientific(check.maximumRelativeError, 0)
    #expect(row().contains("✓ \(error)"), "\(row())")
  }

  @Test(
    "opens the branch under the cursor on Enter, and its kernels on 3",
    arguments: [Key.enter, .character("3")]
  )
  func opensBranch(_ key: Key) {
    let block = BlockPath(stage: 1, block: 1)
    for role in [BranchRole.pointwise, .identity, .dense] {
      var state = Fixture.state(commands: [.expandAll, .select(block)])
      let branches = state.selectedShape?.branches ?? []
      let index = branches.firstIndex { $0.role == role } ?? 0
      _ = state.perform(.move(.down, index + 1))
      #expect(state.tree.cursor == .branch(block, index), "\(state.tree.cursor)")
      _ = state.press(key)
      #expect(state.screen == (key == .enter ? .block : .kernels))
      #expect(state.shared.selection.branch == branches[index].id, "\(role)")
      #expect(state.shared.branchIndex == index && state.selection == block, "\(role)")
    }
  }

  @Test("shows the last block, not the first, when 2 is pressed on what stands behind all blocks")
  func classifierIsBehindTheLastBlock() {
    for step in [0, 1] {
      var state = Fixture.state(commands: [.last, .move(.up, step)])
      #expect(state.tree.cursor == (step == 0 ? .linear : .pool))
      _ = state.press(.character("2"))
      #expect(state.screen == .block && state.selection == state.document.paths.last)
    }
  }

  @Test("keeps every word and number of its widest columns at 200 columns")
  func wide() {
    let state = Fixture.state(
      size: Size(width: 200, height: 60),
      commands: [.sampleTiming, .expandAll]
    )
    let lines = state.render().lines
    for words in ["in to out", "output mem", "check", "forms", "▀ train  ▄ deploy"] {
      #expect(lines.contains { $0.contains(words) }, "\(words)\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test(
    "looks as recorded",
    arguments: [(60, 16), (80, 24), (100, 30), (200, 60)],
    Language.allCases
  )
  func looksAsRecorded(_ extent: (width: Int, height: Int), language: Language) throws {
    let size = Size(width: extent.width, height: extent.height)
    let suffix = language == .en ? "" : "-\(language)"
    for (name, document, commands) in [
      ("tree", Fixture.document, [.sampleTiming, .select(BlockPath(stage: 2, block: 1))]),
      ("tree-network", Fixture.document, [.first]),
      ("tree-damaged", Fixture.damaged, [.select(BlockPath(stage: 1, block: 1))]),
    ] as [(String, Document, [Command])] {
      var state = Fixture.state(document, size: size, glyphs: .ascii, depth: .mono)
      try state.play(
        [.language(language)] + commands,
        read: Fixture.reader,
        write: Fixture.noPictures
      )
      try expectSnapshot(state.render(), "\(name)\(suffix)-\(extent.width)x\(extent.height)")
    }
  }
}
