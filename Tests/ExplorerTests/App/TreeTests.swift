import Canvas
import RepCore
import Testing

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
    #expect(state.treeRows.count == 1 + 4 + 2 + architecture.blocks.count + branches)
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
}
