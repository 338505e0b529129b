import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("Charts of norms and biases")
struct NormChartTests {
  private static let block = BlockPath(stage: 2, block: 1)

  @Test("of all branches have one scale, that of the largest over all channels")
  func oneScale() throws {
    for channel in [0, 5, 23] {
      let state = Fixture.state(
        glyphs: .ascii,
        depth: .mono,
        commands: [
          .show(.kernels), .select(NormChartTests.block), .detail(.norms),
          .pair(output: channel, input: 0),
        ]
      )
      let fold = BlockFold(try #require(state.selectedBlock))
      let largest = fold.branches.flatMap(\.scale).map(\.magnitude).max() ?? 0
      let lines = state.body(of: state.kernelsView).lines
      let captions = try #require(lines.first { $0.contains("3x3 scale") })
      let ends = captions.split(separator: "to ").dropFirst()
        .compactMap { $0.split(separator: " ").first }
      let wanted = Substring(Numbers.significant(largest))
      #expect(ends == [wanted, wanted, wanted], "channel \(channel): \(captions)")
    }
  }

  @Test("keep the sign, draw a line at zero, and number the channels")
  func signs() {
    let values = (0..<40).map { $0 % 2 == 0 ? 1.0 : -0.5 }
    let scale = ChartScale(of: [values, [2]])
    let chart = SignedChart("name", values, channel: 7, scale: scale, language: .en)
    var grid = Grid(size: Size(width: 30, height: 12))
    grid.draw(chart, in: grid.bounds, with: Fixture.state(glyphs: .ascii, depth: .mono).pen)
    let lines = grid.lines
    #expect(lines[0] == "name -0.500  to +/-2.00", "\(lines[0])")
    #expect(lines[6] == String(repeating: "-", count: 30), "\(lines)")
    #expect(lines[5] == String(repeating: "| ", count: 15).dropLast(), "\(lines)")
    #expect(lines[7] == String(repeating: " |", count: 15), "\(lines)")
    #expect(lines[11] == "0      ^7                   29", "'\(lines[11])'")
  }

  /// The signs of each column from zero outwards, of `values` in `rows` rows to each side.
  private func columns(_ values: [Double], rows: Int, glyphs: GlyphLevel) -> [[Character]] {
    let scale = ChartScale(of: [values, [2.52]])
    let chart = SignedChart("", values, channel: 0, scale: scale, language: .en)
    var grid = Grid(size: Size(width: values.count, height: 2 * rows + (rows > 1 ? 3 : 2)))
    grid.draw(chart, in: grid.bounds, with: Fixture.state(glyphs: glyphs, depth: .mono).pen)
    let lines = grid.lines.map { Array($0.fitted(to: values.count)) }
    return values.indices.map { column in
      values[column] < 0
        ? lines.dropLast().suffix(rows).map { $0[column] }
        : lines.dropFirst().prefix(rows).reversed().map { $0[column] }
    }
  }

  @Test("hang parts of a cell below zero, so that lengths can be told apart")
  func parts() {
    for glyphs in [GlyphLevel.block, .ascii] {
      for rows in 1...6 {
        let drawn = columns([-0.26, -1.49, -2.13], rows: rows, glyphs: glyphs)
        #expect(Set(drawn).count == 3, "\(rows) rows of \(glyphs): \(drawn)")
      }
    }
    #expect(columns([-0.26, -1.49, -2.13], rows: 1, glyphs: .block) == [["▔"], ["▀"], ["█"]])
  }

  @Test("never let a longer column look shorter, and show each that is not zero")
  func lengths() {
    for glyphs in [GlyphLevel.block, .ascii] {
      let parts = Glyphs(glyphs).hanging
      for rows in 1...6 {
        let values = (1...126).map { -0.02 * Double($0) }
        let drawn = columns(values, rows: rows, glyphs: glyphs)
        let lengths = drawn.map { column in
          column.map { sign in parts.first { $0.sign == sign }?.share ?? 0 }.reduce(0, +)
        }
        #expect(lengths == lengths.sorted(), "\(rows) rows of \(glyphs)")
        for (value, length) in zip(values, lengths) {
          let wanted = -value / 2.52 * Double(rows)
          #expect(
            length > 0 && abs(length - wanted) <= 0.2501,
            "\(value) in \(rows) rows of \(glyphs): \(length), not \(wanted)"
          )
        }
      }
    }
  }

  @Test("can be pressed where they are drawn, and on the numbers below them")
  func presses() {
    let values = (0..<12).map { 0.2 * Double($0) - 1 }
    for height in 0...9 {
      for signed in [values, values.map(\.magnitude)] {
        let scale = ChartScale(of: [signed])
        let chart = SignedChart("name", signed, channel: 7, scale: scale, language: .en)
        let area = Rect(x: 2, y: 3, width: 10, height: height)
        let cells = chart.regions(in: area).map(\.rect)
        let below = area.splitTop(1).rest
        #expect(cells.reduce(0) { $0 + $1.width * $1.height } == below.width * below.height)
        #expect(cells.allSatisfy { $0.intersection(below) == $0 }, "\(height) rows: \(cells)")
      }
    }
  }

  @Test("number the channels without running into each other at any width")
  func axes() {
    let pen = Fixture.state(glyphs: .ascii, depth: .mono).pen
    for width in 0...40 {
      for count in [1, 7, 12, 128, 2560] {
        for channel in Set([0, count / 2, count - 1]) {
          let shown = Range(showing: channel, of: count, room: width)
          var grid = Grid(size: Size(width: width + 2, height: 1))
          let axis = ChannelAxis(shown: shown, channel: channel, mark: "^")
          grid.draw(axis, in: Rect(x: 0, y: 0, width: width, height: 1), with: pen)
          let numbers = grid.lines[0].split { " ^".contains($0) }.compactMap { Int($0) }
          let known = Set([channel, shown.lowerBound, shown.upperBound - 1])
          let isRoomy = width > 2 * String(channel).count
          #expect(
            known.isSuperset(of: numbers) && (!isRoomy || numbers.contains(channel)),
            "\(channel) of \(count) in \(width): '\(grid.lines[0])'"
          )
        }
      }
    }
  }
}
