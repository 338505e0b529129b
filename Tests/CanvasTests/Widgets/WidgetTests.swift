import Canvas
import Testing

@Suite struct WidgetTests {
  @Test func `A panel shows its title and who has the focus`() {
    #expect(
      drawn(Panel("tree", footer: "2"), 12, 3) == ["+- tree ---+", "|          |", "+------ 2 -+"]
    )
    #expect(drawn(Panel("tree", isFocused: true), 12, 2)[0] == "+- > tree -+")
    #expect(drawn(Panel("a long title"), 10, 2, blockPen)[0] == "┌─ a l… ─┐")
  }

  @Test func `A bar is as fine as its glyphs`() {
    #expect(drawn(Bar(0.5), 8, 1) == ["####...."])
    #expect(drawn(Bar(0.5, tick: 0.8), 8, 1) == ["####..|."])
    #expect(drawn(Bar(0.45), 5, 1, blockPen) == ["██▎··"])
    #expect(drawn(Bar(7), 3, 1) == ["###"] && drawn(Bar(.nan), 3, 1) == ["..."])
  }

  @Test func `A sparkline keeps the newest at the right`() {
    #expect(drawn(Sparkline([1, 2, 3, 4]), 3, 1) == [".:|"])
    #expect(drawn(Sparkline([1, 4, .nan, 8]), 6, 2, blockPen) == ["     █", "  ▂█ █"])
  }

  @Test func `A table marks its selected row and drops columns by priority`() {
    #expect(
      drawn(sampleTable(selected: 2, firstRow: 1), 26, 4) == [
        "  name           ms share",
        "  row 1        1.00 #.....",
        "> row 2        2.00 ##....",
        "  row 3        3.00 ##....",
      ]
    )
    #expect(drawn(sampleTable(selected: nil, firstRow: 0), 16, 2)[1] == "  row 0     0.00")
  }

  @Test func `Scrolling keeps the selection in sight and moves as little as possible`() {
    for height in 0...7 {
      var first = 0
      for selected in [0, 3, 9, 8, 2, 19, 0] {
        first = Table.firstRow(showing: selected, of: 20, height: height, from: first)
        let visible = first..<first + max(1, height - 1)
        #expect(visible.contains(selected), "height \(height), row \(selected), first \(first)")
      }
    }
    #expect(Table.firstRow(showing: 5, of: 20, height: 9, from: 3) == 3)
    #expect(Table.firstRow(showing: 0, of: 0, height: 9, from: 3) == 0)
    #expect(Table.firstRow(showing: 2, of: 4, height: 9, from: 3) == 0)
  }

  @Test func `A heat map shows signs without colour and two rows per cell with it`() {
    let map = HeatMap(rows: 3, columns: 3, scale: Colormap.blueOrange.diverging(isLight: false)) {
      row,
      column in
      Double(column - 1) * (row == 1 ? 1 : 0.4)
    }
    #expect(drawn(map, 5, 4) == ["v.x", "W.@", "v.x", ""])
    var grid = Grid(size: Size(width: 3, height: 2))
    grid.draw(map, in: grid.bounds, with: blockPen)
    let scale = Colormap.blueOrange.diverging(isLight: false)
    let upper = scale.color(at: -0.4, depth: .ansi256)
    let lower = scale.color(at: -1, depth: .ansi256)
    #expect(grid[0, 0].character == "▀")
    #expect(grid[0, 0].style == Style(foreground: upper, background: lower))
    #expect(grid[0, 1].style == Style(foreground: upper, background: .default))
  }

  @Test func `A kernel shows numbers with signs, and a dot where there is only padding`() {
    let kernel = KernelGrid(side: 2, values: [-0.061, nil, 0, 123.456], limit: 1)
    #expect(KernelGrid.size(side: 2) == Size(width: 19, height: 5))
    #expect(
      drawn(kernel, 19, 5) == [
        "+--------+--------+",
        "| -0.061 |      . |",
        "+--------+--------+",
        "|      0 | +123.5 |",
        "+--------+--------+",
      ]
    )
    let plain = KernelGrid(plain: 1, values: [nil], limit: 1, digits: 5)
    #expect(drawn(plain, 6, 1, blockPen) == ["     ·"])
  }

  @Test func `Any matrix is drawn as wide and as high as it is, with the cursor where it points`() {
    var matrix = KernelGrid(plain: 2, by: 3, values: [1, 2, 3, -4, nil, 0.5], limit: 4, digits: 4)
    matrix.cursor = 3
    #expect(drawn(matrix, 15, 2) == [" +1.0 +2.0 +3.0", ">-4.0    . +0.5"])
    #expect(matrix.cell(of: 5) == Rect(x: 10, y: 1, width: 5, height: 1))
  }

  @Test func `A kernel counts in its unit, and colours the values themselves`() {
    let kernel = KernelGrid(plain: 1, values: [0.00042], limit: 0.00042, digits: 6, unit: 1e-4)
    #expect(drawn(kernel, 7, 1) == [" +4.200"])
    var grid = Grid(size: Size(width: 7, height: 1))
    grid.draw(kernel, in: grid.bounds, with: blockPen)
    let scale = Colormap.blueOrange.diverging(isLight: false)
    #expect(grid[6, 0].style.background == scale.color(at: 1, depth: .ansi256))
  }

  @Test func `A kernel marks the tap under the cursor, in the cells that it says`() {
    for level in [true, false] {
      let values: [Double?] = [1, 2, 3, 4]
      var kernel =
        level
        ? KernelGrid(side: 2, values: values, limit: 4)
        : KernelGrid(plain: 2, values: values, limit: 4, digits: 6)
      for tap in 0..<4 {
        kernel.cursor = tap
        let rows = drawn(kernel, 19, 5).map { Array($0) }
        for other in 0..<4 {
          let cell = kernel.cell(of: other)
          let text = String(rows[cell.y][cell.x..<cell.maxX])
          #expect(text.contains("+\(other + 1).000"), "\(text)")
          #expect(text.hasPrefix(">") == (tap == other), "tap \(tap): \(text)")
        }
      }
    }
  }

  @Test func `Lines of a diagram cross where they meet`() {
    #expect(
      drawn(sampleDiagram(), 22, 6, blockPen) == [
        "▶───────┐     ┌─────┐",
        "│ conv  ├────▶│ sum │",
        "└───┬───┘     └──┬──┘",
        "    │            │",
        "    │   id       │",
        "    └────────────┘",
      ]
    )
  }

  @Test func `A key bar drops what is not essential first`() {
    let bar = KeyBar([.init("j", "down"), .init("k", "up"), .init("?", "help", isEssential: true)])
    #expect(drawn(bar, 30, 1) == [" j down  k up  ? help"])
    #expect(drawn(bar, 17, 1) == [" j down  ? help"])
    #expect(drawn(bar, 9, 1) == [" ? help"])
    #expect(drawn(bar, 3, 1) == [""])
  }

  @Test func `A status line gives way at the right`() {
    let line = StatusLine(StyledLine("s3.b2"), right: StyledLine("3/22"))
    #expect(drawn(line, 16, 1) == [" s3.b2     3/22"])
    #expect(drawn(line, 10, 1) == [" s3.b2"])
  }
}
