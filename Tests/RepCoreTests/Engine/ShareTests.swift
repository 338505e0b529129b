import Testing

@testable import RepCore

@Suite struct ShareTests {
  @Test func `a range of more than 2^24 units is taken from both ends`() {
    let share = Share()
    let units = (1 << 30)..<(1 << 31)
    share.offer(units)
    #expect(share.takeFirst() == units.lowerBound)
    #expect(share.takeLast() == units.upperBound - 1)
    #expect(share.takeFirst() == units.lowerBound + 1)
    share.offer(7..<8)
    #expect(share.takeLast() == 7)
    #expect(share.takeFirst() == nil && share.takeLast() == nil)
  }

  @Test func `shares cover all units once`() {
    for (units, threads) in [(0, 1), (1, 4), (7, 3), (1 << 26, 256), (65_537, 2)] {
      let ranges = (0..<threads).map { Share.range($0, of: threads, units: units) }
      #expect(ranges.map(\.count).reduce(0, +) == units, "\(units) units, \(threads) threads")
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }
  }
}
