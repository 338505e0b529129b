import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("The bar of both forms")
struct PairBarTests {
  private func row(_ bar: PairBar, _ glyphs: GlyphLevel = .ascii, _ depth: ColorDepth = .mono)
    -> Grid
  {
    var grid = Grid(size: Size(width: 10, height: 1))
    let pen = Pen(glyphs: glyphs, depth: depth, palette: .dark)
    grid.draw(bar, in: grid.bounds, with: pen)
    return grid
  }

  @Test("draws the training form above and the deploy form below, whichever is longer")
  func halves() {
    #expect(row(PairBar(train: 0.8, deploy: 0.3)).lines == ["===\"\"\"\"\".."])
    #expect(row(PairBar(train: 0.3, deploy: 0.8)).lines == ["===_____.."])
    #expect(row(PairBar(train: 0.3, deploy: 0.8), .block).lines == ["███▄▄▄▄▄··"])
    #expect(row(PairBar(train: 0.8, deploy: 0.3), .block).lines == ["███▀▀▀▀▀··"])
  }

  @Test("keeps each form's colour, whichever is longer")
  func colours() {
    let palette = Palette.dark
    for (train, deploy) in [(0.8, 0.3), (0.3, 0.8)] {
      let grid = row(PairBar(train: train, deploy: deploy), .block, .trueColor)
      let both = grid[0, 0].style
      let place = "train \(train), deploy \(deploy)"
      #expect(both.foreground == palette.otherBar.foreground, "\(place)")
      #expect(both.background == palette.bar.foreground, "\(place)")
      let longer = train > deploy ? palette.otherBar : palette.bar
      #expect(grid[5, 0].style.foreground == longer.foreground, "\(place)")
    }
  }

  @Test("tells a step that is not there from one that takes no time")
  func alone() {
    #expect(row(PairBar(train: 0.4, deploy: nil, isAlone: true)).lines == ["\"\"\"\"o....."])
    #expect(row(PairBar(train: 1, deploy: nil, isAlone: true)).lines == ["\"\"\"\"\"\"\"\"\"o"])
    #expect(row(PairBar(train: 0.4, deploy: 1e-9)).lines == ["=\"\"\"......"])
  }

  @Test("points out of the bar where the mark lies beyond it")
  func tick() {
    #expect(row(PairBar(train: 0.2, deploy: nil, tick: 0.5)).lines == ["\"\"...|...."])
    #expect(row(PairBar(train: 0.2, deploy: nil, tick: 7)).lines == ["\"\".......>"])
  }

  @Test("leaves a short bar in sight beside its mark, and the sign of a lone form")
  func shortBars() {
    #expect(row(PairBar(train: 0.02, deploy: 0.01, tick: 0.03)).lines == ["=|........"])
    #expect(row(PairBar(train: nil, deploy: 0.01, tick: 0)).lines == ["_|........"])
    #expect(
      row(PairBar(train: nil, deploy: 0.01, tick: 0.01, isAlone: true)).lines == ["_o|......."]
    )
    #expect(row(PairBar(train: nil, deploy: nil, tick: 0.01)).lines == ["|........."])
  }
}
