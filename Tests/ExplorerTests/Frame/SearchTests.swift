import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("A search")
struct SearchTests {
  @Test("selects blocks and stays on a screen without rows", arguments: [ScreenID.block, .kernels])
  func staysOnScreen(_ screen: ScreenID) {
    var state = Fixture.state(commands: [.show(screen)])
    for key in "/stage2" { _ = state.press(.character(key)) }
    #expect(state.screen == screen && state.selection == BlockPath(stage: 2, block: 0))
    _ = state.press(.enter)
    for block in [1, 2, 0] {
      _ = state.press(.character("n"))
      #expect(state.selection == BlockPath(stage: 2, block: block), "\(state.notice ?? "")")
    }
    #expect(state.notice?.contains("wrapped") == true)
    #expect(state.screen == screen)
  }

  @Test("moves the cursor on screens with rows, and marks what it finds")
  func rows() throws {
    for (screen, text, found) in [
      (ScreenID.tree, "age2.1", "stage2.1"), (.live, "age2.1", "stage2.1"),
      (.file, "R0.0.RBR_DENSE.BN.BIAS", "backbone.layer0.0.rbr_dense.bn.bias"),
    ] {
      let document = screen == .file ? Fixture.twoSets : Fixture.document
      var state = Fixture.state(
        document,
        size: Size(width: 160, height: 40),
        commands: [.show(screen)]
      )
      for key in "/" + text { _ = state.press(.character(key)) }
      _ = state.press(.enter)
      #expect(state.screen == screen)
      let grid = state.render()
      let row = try #require(
        grid.lines.indices.dropFirst(2).first {
          grid.lines[$0].contains("▶ ") && grid.lines[$0].contains(found)
        },
        "\(screen)\n\(grid.lines.joined(separator: "\n"))"
      )
      let marked = (0..<grid.size.width).filter { x in
        grid[x, row].style.attributes.contains([.bold, .underline])
      }
      #expect(marked.count == text.count, "\(screen): \(marked) in \(grid.lines[row])")
      _ = state.press(.escape)
      #expect(state.search == nil && state.screen == screen, "the first Escape ends the search")
    }
  }

  @Test("keeps its line in sight beside what is said of it", arguments: [60, 80, 200])
  func longLine(_ width: Int) {
    var state = Fixture.state(size: Size(width: width, height: 24))
    for key in "/" + String(repeating: "models/", count: 60) { _ = state.press(.character(key)) }
    let line = state.render().lines[22]
    #expect(line.contains("models/") && line.contains("no row matches"), "\(width): \(line)")
    #expect(line.prefix(width / 2).contains("models/"), "\(width): \(line)")
  }

  @Test("that is given up goes back to where it began")
  func givenUp() {
    var state = Fixture.state(commands: [.show(.kernels), .select(BlockPath(stage: 1, block: 1))])
    for key in "/stage3" { _ = state.press(.character(key)) }
    _ = state.press(.escape)
    #expect(state.selection == BlockPath(stage: 1, block: 1) && state.search == nil)
  }

  @Test("that is given up when another model is shown leaves that one alone")
  func otherModel() throws {
    var state = Fixture.state(commands: [.select(BlockPath(stage: 2, block: 2))])
    for key in "/stage2" { _ = state.press(.character(key)) }
    let request = try #require(state.open(.file("last.pt")).reading)
    _ = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    _ = state.press(.escape)
    #expect(state.document.title == "last.pt" && state.selectedBlock != nil)
  }

  @Test("finds around both ends, and says so")
  func wraps() throws {
    let hits = [2, 5, 9]
    for (here, step, including, row, isWrapped) in [
      (0, 1, false, 2, false), (2, 1, true, 2, false), (2, 1, false, 5, false),
      (9, 1, false, 2, true), (2, -1, false, 9, true), (6, -1, false, 5, false),
    ] {
      let found = try #require(
        FoundRow(in: hits, from: here, step: step, includingThis: including)
      )
      #expect(found.row == row && found.isWrapped == isWrapped, "from \(here) by \(step)")
      #expect(found.place == (hits.firstIndex(of: row) ?? 0) + 1 && found.count == 3)
    }
    #expect(FoundRow(in: [], from: 0, step: 1, includingThis: true) == nil)
  }
}
