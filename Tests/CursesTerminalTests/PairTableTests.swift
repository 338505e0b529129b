import Testing

@testable import CursesTerminal

@Suite struct PairTableTests {
  @Test func `A pair keeps its number, and no two have the same`() {
    var table = PairTable(capacity: 65_536)
    var seen: [Int32: Int] = [:]
    for color in 0..<65_535 {
      let (number, isNew) = table.pair(Int32(color), 16_777_215 - Int32(color))
      #expect(isNew && number > 0 && number < 65_536, "pair \(color)")
      seen[number] = color
    }
    #expect(seen.count == 65_535 && !table.hasRunOut)
    for color in [0, 1, 4096, 65_534] {
      let (number, isNew) = table.pair(Int32(color), 16_777_215 - Int32(color))
      #expect(!isNew && seen[number] == color)
    }
  }

  @Test func `The pair after the last one says that there are no more`() {
    for capacity in [2, 8, 64, 256] {
      var table = PairTable(capacity: capacity)
      for color in 1..<capacity { #expect(table.pair(Int32(color), 0).isNew, "\(capacity)") }
      #expect(!table.hasRunOut, "\(capacity)")
      #expect(table.pair(1000, 0) == (0, false))
      #expect(table.hasRunOut, "\(capacity)")
      #expect(table.pair(1, 0) == (1, false), "\(capacity)")
      table.removeAll()
      #expect(!table.hasRunOut && table.pair(1000, 0) == (1, true), "\(capacity)")
    }
  }

  @Test func `Without colours, and for the terminal's own, it is pair 0`() {
    for capacity in [0, 1] {
      var table = PairTable(capacity: capacity)
      #expect(table.pair(1, 2) == (0, false))
      #expect(!table.hasRunOut)
    }
    var table = PairTable(capacity: 64)
    #expect(table.pair(-1, -1) == (0, false) && table.pair(-1, 3) == (1, true))
  }
}
