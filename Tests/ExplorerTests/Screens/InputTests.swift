import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The input on the live screen")
struct InputTests {
  private static let shape = InputShape(
    channels: 3,
    height: 4,
    width: 4,
    mean: [0.5, 0.25, 0],
    deviation: [0.5, 0.25, 1]
  )

  /// A picture that is red on the left and blue on the right, normalised as `shape` says.
  private static let halves = Tensor(
    [
      [1, 1, -1, -1], [-1, -1, -1, -1], [0, 0, 1, 1],
    ]
    .flatMap { row in Array(repeating: row, count: 4).flatMap(\.self) },
    shape: [1, 3, 4, 4]
  )

  private func grid(_ tensor: Tensor, _ shape: InputShape = InputTests.shape) -> Grid {
    var grid = Grid(size: Size(width: 4, height: 2))
    let pen = Pen(glyphs: .block, depth: .trueColor, palette: .dark)
    grid.draw(InputPicture(tensor, of: shape), in: grid.bounds, with: pen)
    return grid
  }

  @Test("has its colours back, two pixels a cell")
  func colours() {
    let grid = grid(InputTests.halves)
    for y in 0..<2 {
      for x in 0..<4 {
        let wanted = x < 2 ? Color.rgb(255, 0, 0) : .rgb(0, 0, 255)
        let style = grid[x, y].style
        #expect(style.foreground == wanted && style.background == wanted, "\(x), \(y)")
      }
    }
    #expect(InputPicture(InputTests.halves, of: InputTests.shape).remark == nil)
  }

  @Test("says where it is shown in greys, or in a range of its own")
  func remarks() {
    let deep = Tensor.normal(shape: [1, 12, 3, 5], seed: 1)
    let remark = InputPicture(deep, of: InputShape(channels: 12)).remark
    #expect(remark?.en == "channel 0 of 12, grey: its own range")
  }

  @Test("is drawn inside its area, whatever its size and its values")
  func everySize() {
    for (height, width) in [(1, 1), (1, 9), (7, 2), (33, 64)] {
      for value in [Float.nan, .infinity, 0.5] {
        let tensor = Tensor(
          Array(repeating: value, count: height * width),
          shape: [1, 1, height, width]
        )
        let picture = InputPicture(tensor, of: InputShape(channels: 1))
        for size in Fixture.sizes {
          for (glyphs, depth) in Fixture.looks {
            let pen = Pen(glyphs: glyphs, depth: depth, palette: .dark)
            expectDrawingStaysInside(
              picture,
              size,
              pen,
              "\(height)x\(width) of \(value) in \(size)"
            )
          }
        }
      }
    }
  }

  @Test("is shown with what both forms take it for, as they computed it")
  func classes() throws {
    let shape = Fixture.document.stored.input
    let tensor = Tensor.normal(
      shape: [1, shape.channels, shape.height, shape.width],
      seed: 5
    )
    let timings = try Fixture.measure(1, input: tensor)
    var state = State(
      Fixture.document,
      size: Size(width: 100, height: 40),
      look: Look(theme: .dark, glyphs: .block, depth: .ansi256),
      processors: 2,
      input: ShownInput(tensor, for: shape, name: "five.png")
    )
    _ = state.perform(.show(.live))
    #expect(text(state).contains("Input five.png") && text(state).contains("classes follow"))
    for (form, timing) in timings { state.receive(.timing(timing, form)) }
    for (form, timing) in timings {
      let logits = try #require(timing.logits)
      #expect(logits.count == Fixture.document.stored.classes)
      let best = try #require(logits.indices.max { logits[$0] < logits[$1] })
      let line = "\(best)".fitted(to: 2) + " .*" + Numbers.signed(Double(logits[best]), 2)
      let wanted = try Regex(line.replacing("+", with: "\\+"))
      #expect(text(state).contains(wanted), "\(form) \(line)\n\(text(state))")
    }
    let seeded = try Fixture.measure(1)
    #expect(seeded.values.allSatisfy { $0.logits == nil }, "seeded values have no class")
  }

  private func text(_ state: State) -> String { state.render().lines.joined(separator: "\n") }
}
