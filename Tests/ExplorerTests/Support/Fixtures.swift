import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

/// Seeded documents and states, small enough to be made again for each test.
enum Fixture {
  /// Four stages with stride, identity branches and one grouped block.
  static let network = Network(
    random: Architecture(
      Recipe(
        name: "small",
        widths: [8, 16, 24, 40],
        depths: [1, 2, 3, 1],
        strides: [2, 2, 2, 2],
        groups: 2,
        classes: 10,
        input: InputShape(channels: 3, height: 32, width: 32)
      )
    ),
    seed: 7
  )

  /// The network in its training form, as a file would hold it.
  static let document = Document(network, title: "small.rvg")

  /// The same network, folded before it was opened.
  static let folded: Document = {
    guard let folded = try? network.folded() else {
      preconditionFailure("no memory for a small network")
    }
    return Document(folded, title: "small-deploy.rvg")
  }()

  /// Writes no picture.
  static var noPictures: ExplorerWriter { { _, _, _, _ in .none } }

  /// The first screen of `document` after `commands` were carried out.
  static func state(
    _ document: Document = document,
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    depth: ColorDepth = .ansi256,
    commands: [Command] = []
  ) -> State {
    let look = Look(theme: .dark, glyphs: glyphs, depth: depth)
    var state = State(document, size: size, look: look, processors: 2)
    for command in commands { _ = state.perform(command) }
    _ = state.lackedNeeds()
    return state
  }
}

extension Fixture {
  /// The block screen of `document` at `path` after `commands` were carried out.
  static func block(
    _ document: Document = document,
    _ path: BlockPath = BlockPath(stage: 2, block: 1),
    size: Size = Size(width: 100, height: 30),
    glyphs: GlyphLevel = .block,
    depth: ColorDepth = .ansi256,
    commands: [Command] = []
  ) -> State {
    state(
      document,
      size: size,
      glyphs: glyphs,
      depth: depth,
      commands: [.select(path), .show(.block)] + commands
    )
  }

  /// The times of both forms over `runs` runs with one thread.
  static func measure(
    _ runs: Int,
    of document: Document = document,
    branches: BranchExecution = .written,
    input: Tensor? = nil
  ) throws -> [Form: FormTiming] {
    let settings = MeasurementSettings(
      document: document,
      model: ModelID(),
      engine: EngineSettings(threads: 1, branches: branches),
      input: input
    )
    let context = JobContext()
    let measured = try #require(try settings.measure(runs, context))
    return Dictionary(uniqueKeysWithValues: measured.map { ($0.key.form, $0.value) })
  }
}

extension State {
  /// `view` drawn on the body of the screen: all but the title, the status line and the key bar.
  func body(of view: some Widget) -> Grid {
    var grid = Grid(size: Size(width: size.width, height: max(0, size.height - 3)))
    grid.draw(view, in: grid.bounds, with: pen)
    return grid
  }
}

extension Grid {
  /// What stands in the cells, row by row, without blanks at the ends.
  var lines: [String] {
    (0..<size.height).map { y in
      let row = row(y).filter { $0.part != .right }.map(\.character)
      return String(String(row).reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension Fixture {
  /// Sizes around every edge of the layouts, and some between.
  static let sizes: [Size] = {
    let widths = [0, 1, 2, 59, 60, 79, 80, 99, 100, 220]
    let heights = [0, 1, 2, 5, 13, 21, 27, 70]
    return widths.flatMap { width in heights.map { Size(width: width, height: $0) } }
  }()

  /// Signs and colours that differ in what widgets do with them.
  static let looks: [(GlyphLevel, ColorDepth)] = [(.ascii, .mono), (.block, .ansi256)]
}

/// Draws `view` in the middle of a larger grid and expects the cells around it to stay as they were.
func expectDrawingStaysInside(
  _ view: some Widget,
  _ size: Size,
  _ pen: Pen,
  _ configuration: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var grid = Grid(size: Size(width: size.width + 4, height: size.height + 4))
  let area = Rect(origin: Point(x: 2, y: 2), size: size)
  grid.fill(grid.bounds, with: "~")
  grid.fill(area)
  grid.draw(view, in: area, with: pen)
  let rim = [
    grid.bounds.splitTop(2).top, grid.bounds.splitBottom(2).bottom,
    grid.bounds.splitLeft(2).left, grid.bounds.splitRight(2).right,
  ]
  let isClean = rim.allSatisfy { edge in
    (edge.y..<edge.maxY).allSatisfy { y in
      (edge.x..<edge.maxX).allSatisfy { x in grid[x, y].character == "~" }
    }
  }
  #expect(isClean, "drawn outside the area: \(configuration)", sourceLocation: sourceLocation)
}
