import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("The chart of a histogram")
struct HistogramChartTests {
  private func histogram(_ counts: [Int]) -> Histogram {
    var histogram = Histogram(0...Double(counts.count), bins: counts.count)
    for (bin, count) in counts.enumerated() {
      for _ in 0..<count { histogram.add(Double(bin) + 0.5) }
    }
    return histogram
  }

  @Test("adds bins up where there is no room for each, and loses none")
  func merging() {
    let counts = (0..<48).map { $0 * 7 % 13 }
    let histogram = histogram(counts)
    for columns in 0...130 {
      let shown = HistogramChart.counts(histogram, columns: columns)
      #expect(shown.count <= columns, "\(columns) columns")
      guard columns > 0 else { continue }
      #expect(shown.reduce(0, +) == counts.reduce(0, +), "\(columns) columns")
      #expect(48 % shown.count == 0, "\(columns) columns: \(shown.count)")
      let merged = 48 / shown.count
      #expect(shown[0] == counts[0..<merged].reduce(0, +), "\(columns) columns")
    }
    #expect(HistogramChart.counts(histogram, columns: 48) == counts)
    #expect(HistogramChart.counts(histogram, columns: 47).count == 24)
  }

  @Test("has a scale of powers of ten that the largest count fits under")
  func scale() {
    for (count, powers) in [(0, 1), (1, 1), (10, 1), (11, 2), (100, 2), (101, 3), (18_730, 5)] {
      #expect(HistogramChart.powers(for: count) == powers, "\(count)")
    }
  }

  @Test("shows a single value beside thousands, and nothing where there is none")
  func single() {
    var counts = [Int](repeating: 0, count: 48)
    (counts[0], counts[20], counts[47]) = (5000, 1, 10)
    let chart = HistogramChart(histogram: histogram(counts), style: nil)
    let pen = Fixture.state(glyphs: .ascii).pen
    var grid = Grid(size: Size(width: 53, height: 9))
    grid.draw(chart, in: grid.bounds, with: pen)
    let lowest = Array(grid.lines[7]).map { $0 }
    #expect(lowest[5] != " " && lowest[25] != " " && lowest[52] != " ", "\(grid.lines)")
    #expect(lowest[6..<25].allSatisfy { $0 == " " }, "\(grid.lines)")
    #expect(grid.lines[0].hasPrefix(" 10k") && grid.lines[7].hasPrefix("   1"), "\(grid.lines)")
    let heights = [5, 25, 52].map { column in
      (0..<8).count { Array(grid.lines[$0].padded(to: 53))[column] != " " }
    }
    #expect(heights[0] > heights[2] && heights[2] > heights[1] && heights[1] == 1, "\(heights)")
  }

  @Test("stays inside its area, whatever the size")
  func inside() {
    let charts = [[0, 0, 3], [Int](repeating: 2, count: 48), [1]].map {
      HistogramChart(histogram: histogram($0), style: nil)
    }
    for size in Fixture.sizes {
      for (glyphs, depth) in Fixture.looks {
        let pen = Fixture.state(glyphs: glyphs, depth: depth).pen
        for chart in charts { expectDrawingStaysInside(chart, size, pen, "\(size) \(glyphs)") }
      }
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }
}
