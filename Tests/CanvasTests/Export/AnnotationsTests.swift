import Testing

@testable import Canvas

@Suite struct AnnotationsTests {
  private func screen(_ rows: String...) -> Grid {
    var grid = Grid(size: Size(width: rows.map { columns(of: $0) }.max() ?? 0, height: rows.count))
    for (y, row) in rows.enumerated() { grid.put(row, at: Point(x: 0, y: y)) }
    return grid
  }

  private func text(_ grid: Grid, _ annotations: Annotations) -> String {
    AnnotatedGrid(grid, annotations, palette: .dark).marked.text()
  }

  @Test func `A crop shows its cells alone`() {
    let grid = screen("abcdef", "ghijkl", "mnopqr")
    let area = Rect(x: 1, y: 1, width: 3, height: 2)
    #expect(text(grid, Annotations(crop: area)) == "hij\nnop\n")
    let pixels = Pixels(grid, Annotations(crop: area))
    #expect(pixels.width == 27 && pixels.height == 36)
    #expect(pixels.bytes == Pixels(screen("hij", "nop")).bytes)
  }

  @Test func `Half a wide character is cut to a blank`() {
    let grid = screen("a三b")
    for (x, width, expected) in [(0, 2, "a\n"), (1, 2, "三\n"), (2, 2, " b\n"), (2, 1, "\n")] {
      let area = Rect(x: x, y: 0, width: width, height: 1)
      #expect(text(grid, Annotations(crop: area)) == expected, "\(x), \(width)")
    }
  }

  @Test func `A caption stands below the screen, a row apart, and wraps`() {
    let grid = screen("12345678", "abcdefgh")
    #expect(text(grid, Annotations(caption: "one two")) == "12345678\nabcdefgh\n\n one\n two\n")
    #expect(
      SVGPicture(title: "", palette: .dark).draw(grid, Annotations(caption: "a<b")).contains(
        "a&lt;b"
      )
    )
    #expect(Pixels(grid, Annotations(caption: "one")).height == 4 * 18)
  }

  @Test func `A call-out has its number beside it, where it covers nothing`() {
    let grid = screen("abc     ", "        ", "     xyz")
    #expect(text(grid, Annotations(callouts: [Point(x: 2, y: 0)])) == "abc(1)\n\n     xyz\n")
    #expect(
      text(grid, Annotations(callouts: [Point(x: 5, y: 2), Point(x: 2, y: 0)]))
        == "abc(2)\n\n  (1)xyz\n"
    )
    // Inside a word the nearest blanks count.
    #expect(text(grid, Annotations(callouts: [Point(x: 1, y: 0)])) == "abc(1)\n\n     xyz\n")
  }

  @Test func `Call-outs and highlights move with a crop, and those outside are left out`() {
    let grid = screen("a   ", "b   ")
    let crop = Rect(x: 0, y: 1, width: 4, height: 1)
    let annotations = Annotations(
      crop: crop,
      callouts: [Point(x: 0, y: 1), Point(x: 0, y: 0)],
      highlights: [Rect(x: 0, y: 0, width: 1, height: 2), Rect(x: 3, y: 0, width: 1, height: 1)]
    )
    let result = AnnotatedGrid(grid, annotations, palette: .dark)
    #expect(result.callouts == [.zero])
    #expect(result.highlights == [Rect(x: 0, y: 0, width: 1, height: 1)])
    #expect(result.marked.text() == "b(1)\n")
    #expect(result.marked[0, 0].style.attributes.contains(.reverse))
  }

  @Test func `Badges stay on the screen and off each other and what they point at`() {
    for size in awkwardSizes + [Size(width: 60, height: 20)] where size.area > 0 {
      var grid = Grid(size: size)
      grid.fill(grid.bounds, with: "x")
      let cells = (0..<12).map { Point(x: $0 * 5 % size.width, y: $0 % size.height) }
      let result = AnnotatedGrid(grid, Annotations(callouts: cells), palette: .dark)
      let badges = Badge.placed(result, width: { $0 < 10 ? 2 : 3 })
      #expect(badges.map(\.number) == Array(1...12), "\(size)")
      guard size.width >= 40, size.height >= 7 else { continue }
      for (index, badge) in badges.enumerated() {
        #expect(grid.bounds.intersection(badge.area) == badge.area, "\(size): \(badge)")
        #expect(!cells.contains { badge.area.contains($0) }, "\(size): \(badge)")
        for other in badges[..<index] {
          #expect(other.area.intersection(badge.area).isEmpty, "\(size): \(badge), \(other)")
        }
      }
    }
  }

  @Test func `Marks are drawn on screens of every size`() {
    for size in awkwardSizes {
      let grid = Grid(size: size)
      let annotations = Annotations(
        caption: "a caption",
        callouts: (0..<99).map { Point(x: $0 % max(1, size.width), y: $0 % max(1, size.height)) },
        highlights: [grid.bounds, Rect(x: 1, y: 1, width: 1, height: 1)]
      )
      #expect(SVGPicture(title: "", palette: .light).draw(grid, annotations).hasSuffix("</svg>\n"))
      for scale in PictureScale.allCases {
        let picture = PixelPicture(grid, annotations, palette: .light, scale: scale)
        for band in 0..<picture.bandCount { _ = picture.band(band) }
      }
      _ = AnnotatedGrid(grid, annotations, palette: .light).marked
    }
  }

  @Test func `A frame lies around its cells and leaves what is in them`() {
    let grid = screen("     ", "  █  ", "     ")
    let mark = Palette.dark.warning.foreground
    for scale in PictureScale.allCases {
      let pixels = Pixels(
        grid,
        Annotations(highlights: [Rect(x: 2, y: 1, width: 1, height: 1)]),
        scale: scale
      )
      let unit = scale.rawValue
      #expect(pixels.color(18 * unit - unit, 18 * unit) == mark, "left, \(scale)")
      #expect(pixels.color(27 * unit, 30 * unit) == mark, "right, \(scale)")
      #expect(pixels.color(22 * unit, 27 * unit) == Palette.dark.ink, "the cell, \(scale)")
      #expect(pixels.color(10 * unit, 27 * unit) == Palette.dark.paper, "its neighbour, \(scale)")
    }
  }

  @Test func `A number is the same disc at both scales, its digits in the middle`() {
    let grid = Grid(size: Size(width: 8, height: 1))
    for scale in PictureScale.allCases {
      let pixels = Pixels(grid, Annotations(callouts: [.zero]), scale: scale)
      let unit = scale.rawValue
      let inked = (0..<pixels.width).filter { pixels.color($0, 2 * unit) != Palette.dark.paper }
      // Cells 1 and 2, 18 units, one unit free at each side; the disc is even.
      #expect((inked.first ?? 0) + (inked.last ?? 0) == 36 * unit - 1, "\(scale): \(inked)")
    }
  }
}
