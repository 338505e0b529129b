import Canvas
import Testing

@Suite struct ExportTests {
  private func screen() -> Grid {
    var grid = Grid(size: Size(width: 100, height: 30))
    let (top, bottom) = grid.bounds.splitTop(8)
    grid.draw(Panel("a < b & c"), in: top, with: blockPen)
    let map = HeatMap(rows: 44, columns: 100, scale: Colormap.blueOrange.diverging(isLight: false))
    { row, column in
      Double((row * 37 + column * 91) % 201 - 100) / 100
    }
    grid.draw(map, in: bottom, with: blockPen)
    return grid
  }

  @Test func `Text has one line per row and no blanks at the end`() {
    var grid = Grid(size: Size(width: 6, height: 2))
    grid.put("a 三", at: .zero)
    #expect(grid.text() == "a 三\n\n")
  }

  @Test func `Colours are spelled for their depth`() {
    var grid = Grid(size: Size(width: 4, height: 1))
    let style = Style(foreground: .rgb(255, 0, 0), background: .indexed(9), attributes: .bold)
    grid.put("ab", at: .zero, style: style)
    #expect(grid.ansi(depth: .mono) == "\u{1B}[0;1mab\u{1B}[0m\n")
    #expect(grid.ansi(depth: .ansi16) == "\u{1B}[0;1;91;101mab\u{1B}[0m\n")
    #expect(grid.ansi(depth: .ansi256) == "\u{1B}[0;1;38;5;196;101mab\u{1B}[0m\n")
    #expect(grid.ansi(depth: .trueColor) == "\u{1B}[0;1;38;2;255;0;0;101mab\u{1B}[0m\n")
  }

  @Test func `The same screen gives the same picture`() {
    let picture = SVGPicture(title: "kernels", palette: .dark)
    #expect(picture.draw(screen()) == picture.draw(screen()))
  }

  @Test func `The worst screen of 100 x 30 stays below 150 kB`() {
    let size = SVGPicture(title: "kernels", palette: .dark).draw(screen()).utf8.count
    #expect(size < 150_000, "\(size) bytes")
  }

  @Test func `A picture carries its text and escapes it`() {
    let svg = SVGPicture(title: "a<b", palette: .light).draw(screen())
    #expect(svg.contains("<title id=\"t\">a&lt;b</title>"))
    #expect(svg.contains("┌─ a &lt; b &amp; c ─"))
    #expect(!svg.contains(">─"), "box lines are drawn, not written")
  }

  @Test func `A mark that combines with a reserved sign is kept beside it`() {
    var grid = Grid(size: Size(width: 8, height: 1))
    grid.put("a<\u{338}&\u{301}", at: .zero)
    let svg = SVGPicture(title: "<\u{338}", palette: .light).draw(grid)
    // By scalars, as XML is read: for Swift the sign and its mark are one character.
    let scalars = String(svg.unicodeScalars.map { $0.value < 128 ? Character($0) : "?" })
    #expect(scalars.contains("<title id=\"t\">&lt;?</title>"), "\(svg)")
    #expect(scalars.contains("a&lt;?&amp;?"), "\(svg)")
  }

  @Test func `Pictures of every size are drawn`() {
    for size in awkwardSizes {
      var grid = Grid(size: size)
      for (_, widget) in allWidgets {
        widget.draw(into: &grid, in: grid.bounds, with: blockPen)
        #expect(SVGPicture(title: "", palette: .dark).draw(grid).hasSuffix("</svg>\n"), "\(size)")
      }
    }
  }
}
