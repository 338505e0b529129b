import Canvas

/// Every kind of pen there is.
let allPens: [Pen] = GlyphLevel.allCases.flatMap { glyphs in
  ColorDepth.allCases.flatMap { depth in
    [Palette.dark, .light].map { Pen(glyphs: glyphs, depth: depth, palette: $0) }
  }
}

let blockPen = Pen(glyphs: .block, depth: .ansi256, palette: .dark)
let asciiPen = Pen(glyphs: .ascii, depth: .mono, palette: .dark)

/// The sizes at which things go wrong.
let awkwardSizes: [Size] = [0, 1, 2, 5, 28, 40].flatMap { width in
  [0, 1, 2, 7].map { Size(width: width, height: $0) }
}

/// What `widget` draws on a screen of its own, line by line.
func drawn(_ widget: some Widget, _ width: Int, _ height: Int, _ pen: Pen = asciiPen) -> [String] {
  var grid = Grid(size: Size(width: width, height: height))
  grid.draw(widget, in: grid.bounds, with: pen)
  return (0..<height).map { grid.line($0) }
}

/// A widget of every kind, with its name.
var allWidgets: [(name: String, widget: any Widget)] {
  [
    (
      "dots",
      DotPlot([.init(from: .init(x: -1, y: -0.5), to: .init(x: 0.7, y: 2), style: .plain)])
    ),
    ("panel", Panel("a title", footer: "1/2", isFocused: true)),
    ("bar", Bar(0.4, tick: 1.5)),
    ("sparkline", Sparkline([1, 2, .nan, 3, -.infinity, 5])),
    ("table", sampleTable(selected: 3, firstRow: 1)),
    ("table beyond its end", sampleTable(selected: 90, firstRow: 80)),
    (
      "heat map",
      HeatMap(rows: 5, columns: 7, scale: Colormap.purpleGreen.diverging(isLight: false)) {
        $0 > $1 ? 1 : 0.2
      }
    ),
    (
      "shifted heat map",
      HeatMap(
        rows: 5,
        columns: 7,
        scale: Colormap.blueOrange.diverging(isLight: true),
        origin: Point(x: -1, y: 3)
      ) {
        Double($0 - $1) / 5
      }
    ),
    (
      "kernel",
      KernelGrid(
        side: 3,
        values: (0..<9).map { Double($0) - 4 },
        limit: 4
      )
    ),
    ("empty kernel", KernelGrid(side: 0, values: [], limit: 0)),
    ("diagram", sampleDiagram()),
    ("lines", TextBlock([StyledLine("one", .plain).then(" two"), StyledLine("三")])),
    ("paragraph", TextBlock(wrapping: "three branches become one convolution, 三つ")),
    ("status line", StatusLine(StyledLine("s3.b2"), right: StyledLine("3/22"))),
    ("key bar", KeyBar([.init("j/k", "move"), .init("?", "help", isEssential: true)])),
  ]
}

func sampleTable(selected: Int?, firstRow: Int) -> Table {
  Table(
    columns: [
      .init("name", width: 6, grows: true),
      .init("ms", .right, width: 5),
      .init("share", width: 6, priority: 1),
    ],
    rowCount: 9,
    selected: selected,
    firstRow: firstRow
  ) { row, column in
    switch column {
    case 0: .text("row \(row)")
    case 1: .text(Numbers.fixed(Double(row), 2))
    default: .widget(Bar(Double(row) / 8))
    }
  }
}

func sampleDiagram() -> Diagram {
  var diagram = Diagram()
  diagram.addBox(Rect(x: 0, y: 0, width: 9, height: 3), [StyledLine("conv")], isSelected: true)
  diagram.addBox(Rect(x: 14, y: 0, width: 7, height: 3), [StyledLine("sum")])
  diagram.addRoute([Point(x: 8, y: 1), Point(x: 13, y: 1)], hasHead: true)
  diagram.addRoute([Point(x: 4, y: 2), Point(x: 4, y: 5), Point(x: 17, y: 5), Point(x: 17, y: 2)])
  diagram.addLabel(StyledLine("id"), at: Point(x: 8, y: 4))
  return diagram
}
