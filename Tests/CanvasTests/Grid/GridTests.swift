import Canvas
import Testing

@Suite struct GridTests {
  private func line(_ width: Int, _ change: (inout Grid) -> Void) -> String {
    var grid = Grid(size: Size(width: width, height: 1))
    change(&grid)
    return String(grid.row(0).map { $0.part == .right ? "_" : $0.character })
  }

  @Test func `Text is cut at both edges`() {
    #expect(line(4) { $0.put("abcdef", at: Point(x: -1, y: 0)) } == "bcde")
    #expect(line(4) { $0.put("abc", at: Point(x: 0, y: 1)) } == "    ")
    let clip = Rect(x: 1, y: 0, width: 2, height: 1)
    #expect(line(4) { $0.put("abcdef", at: .zero, clip: clip) } == " bc ")
  }

  @Test func `A wide character is never cut in half`() {
    #expect(line(4) { $0.put("三三三", at: .zero) } == "三_三_")
    #expect(line(3) { $0.put("三三", at: .zero) } == "三_ ")
    #expect(line(3) { $0.put("三三", at: Point(x: -1, y: 0)) } == " 三_")
  }

  @Test func `Overwriting one half blanks the other`() {
    #expect(
      line(4) {
        $0.put("三三", at: .zero)
        $0.put("x", at: Point(x: 1, y: 0))
      } == " x三_"
    )
    #expect(
      line(4) {
        $0.put("三三", at: .zero)
        $0.put("二", at: Point(x: 1, y: 0))
      } == " 二_ "
    )
  }

  @Test func `Accents join their letter and what is hidden is spelled out`() {
    #expect(line(9) { $0.put("e\u{301}\u{1B}\n", at: .zero) } == "e\u{301}\\x1b\\x0a")
    #expect(line(10) { $0.put("\u{301}\u{200B}a", at: .zero) } == #"?\u{200b}a"#)
    #expect(line(1) { $0.put(sign: "\u{9B}", at: .zero) } == "?")
    #expect(columns(of: "\u{1B}[31m") == 8 && columns(of: "a\u{202E}b") == 10)
    #expect(columns(of: "Việt nam ▀ 三 é") == 15)
    #expect(columns(of: "👍🏽") == 2)
  }

  @Test func `The returned columns count what was cut`() {
    var grid = Grid(size: Size(width: 2, height: 1))
    #expect(grid.put("a三b", at: Point(x: 1, y: 0)) == 4)
  }

  @Test func `A cell outside is blank`() {
    let grid = Grid(size: .zero)
    #expect(grid[0, 0] == .blank && grid[-1, 5] == .blank)
  }
}
