import Testing

@testable import Canvas

@Suite struct DotPlotTests {
  private func lines(
    _ level: GlyphLevel,
    _ width: Int,
    _ height: Int,
    _ ends: [(x: Double, y: Double)]
  ) -> [String] {
    let pen = Pen(glyphs: level, depth: .mono, palette: Palette())
    var grid = Grid(size: Size(width: width, height: height))
    let places = ends.map { DotPlot.Place(x: $0.x, y: $0.y) }
    let lines = zip(places, places.dropFirst()).map {
      DotPlot.Line(from: $0, to: $1, style: .plain)
    }
    grid.draw(DotPlot(lines), in: grid.bounds, with: pen)
    return (0..<height).map { y in String(grid.row(y).map(\.character)) }
  }

  @Test func `a flat line is one row of dots, or of dashes`() {
    #expect(lines(.block, 3, 2, [(0, 1), (1, 1)]) == ["⠉⠉⠉", "   "])
    #expect(lines(.block, 3, 2, [(0, 0), (1, 0)]) == ["   ", "⣀⣀⣀"])
    #expect(lines(.ascii, 3, 2, [(0, 1), (1, 1)]) == ["---", "   "])
  }

  @Test func `a line that rises leans in every kind of sign`() {
    #expect(lines(.ascii, 3, 3, [(0, 0), (1, 1)]) == ["  /", " / ", "/  "])
    #expect(lines(.ascii, 3, 3, [(0, 1), (1, 0)]) == ["\\  ", " \\ ", "  \\"])
    let rising = lines(.block, 2, 1, [(0, 0), (1, 1)])
    #expect(rising == ["⡠⠊"], "\(rising)")
  }

  @Test func `what is outside the square is not drawn, and lines share their cells`() {
    #expect(lines(.block, 2, 1, [(-1, 2), (2, 2)]) == ["  "])
    #expect(lines(.ascii, 4, 1, [(-5, 0.5), (0.5, 0.5)]) == ["--  "])
    #expect(lines(.block, 1, 1, [(0, 1), (1, 1), (1, 0), (0, 0), (0, 1)]) == ["⣿"])
  }

  @Test func `a place falls into the cell that it is in`() {
    let area = Rect(x: 3, y: 5, width: 4, height: 2)
    for (x, y, cell) in [
      (0.0, 1.0, Point(x: 3, y: 5)), (1, 0, Point(x: 6, y: 6)), (0.5, 0.49, Point(x: 5, y: 6)),
    ] {
      #expect(DotPlot.Place(x: x, y: y).cell(in: area) == cell, "\(x), \(y)")
    }
    #expect(DotPlot.Place(x: 1.01, y: 0).cell(in: area) == nil)
    #expect(DotPlot.Place(x: .nan, y: 0).cell(in: area) == nil)
  }
}
