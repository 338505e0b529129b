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
    #expect(lines[7] == String(repeating: " -", count: 15), "\(lines)")
    #expect(lines[11] == "0      ^7                   29", "'\(lines[11])'")
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
