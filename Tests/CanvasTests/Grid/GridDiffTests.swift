import Canvas
import Testing

@Suite struct GridDiffTests {
  /// A small generator, so that a failure can be repeated.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private func scribble(on grid: inout Grid, _ random: inout Random) {
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let text = ["ab", "三四", "é▀", " ", "x三"].randomElement(using: &random) ?? ""
      let point = Point(
        x: .random(in: -2...12, using: &random),
        y: .random(in: 0...3, using: &random)
      )
      grid.put(
        text,
        at: point,
        style: Style(foreground: .indexed(.random(in: 0...1, using: &random)))
      )
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `Painting what changed equals painting everything`(seed: UInt64) {
    var random = Random(state: seed)
    var screen = Grid(size: Size(width: 11, height: 4))
    var shown = screen.cells
    for step in 0..<200 {
      let old = screen
      scribble(on: &screen, &random)
      for run in screen.changes(from: old) {
        let start = run.start.y * 11 + run.start.x
        let cells = screen.cells[start..<start + run.count]
        #expect(cells.first?.part != .right, "seed \(seed) step \(step) starts in a half")
        #expect(cells.last?.part != .left, "seed \(seed) step \(step) ends in a half")
        shown.replaceSubrange(start..<start + run.count, with: cells)
      }
      #expect(shown == screen.cells, "seed \(seed) step \(step)")
    }
  }

  @Test func `An equal screen has no changes and a new size is painted whole`() {
    let grid = Grid(size: Size(width: 3, height: 2))
    #expect(grid.changes(from: grid).isEmpty)
    #expect(grid.changes(from: nil).map(\.count) == [3, 3])
    #expect(grid.changes(from: Grid(size: Size(width: 2, height: 2))).count == 2)
    #expect(Grid(size: Size(width: 0, height: 9)).changes(from: nil).isEmpty)
  }
}
