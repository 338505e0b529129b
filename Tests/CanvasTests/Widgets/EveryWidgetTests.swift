import Canvas
import Testing

@Suite struct EveryWidgetTests {
  @Test func `Every widget stays inside its area at every size`() {
    let mark = Style(foreground: .indexed(1), background: .indexed(2))
    for (name, widget) in allWidgets {
      for size in awkwardSizes {
        for pen in allPens {
          var grid = Grid(size: Size(width: size.width + 4, height: size.height + 2))
          grid.fill(grid.bounds, with: "~", style: mark)
          let area = Rect(x: 2, y: 1, width: size.width, height: size.height)
          widget.draw(into: &grid, in: area, with: pen)
          let outside = grid.cells.indices.filter { index in
            !area.contains(Point(x: index % grid.size.width, y: index / grid.size.width))
              && grid.cells[index].character != "~"
          }
          #expect(outside.isEmpty, "\(name) at \(size) with \(pen.glyphs.level) \(pen.depth)")
        }
      }
    }
  }

  @Test func `Every widget survives an area that is off the screen`() {
    for (name, widget) in allWidgets {
      for origin in [Point(x: -5, y: -3), Point(x: 90, y: 90), Point(x: 18, y: 3)] {
        var grid = Grid(size: Size(width: 20, height: 4))
        let area = Rect(origin: origin, size: Size(width: 12, height: 6))
        widget.draw(into: &grid, in: area, with: blockPen)
        #expect(grid.cells.count == 80, "\(name) at \(origin)")
      }
    }
  }

  @Test func `Without colour nothing is coloured, and plain signs are plain`() {
    for (name, widget) in allWidgets where !["lines", "paragraph"].contains(name) {
      var grid = Grid(size: Size(width: 40, height: 8))
      widget.draw(into: &grid, in: grid.bounds, with: asciiPen)
      for cell in grid.cells {
        #expect(cell.style.foreground == .default && cell.style.background == .default, "\(name)")
        #expect(cell.character.isASCII, "\(name) draws \(cell.character)")
      }
    }
  }
}
