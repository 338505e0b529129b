import Testing

@testable import RepCore

@Suite struct TilingTests {
  @Test(arguments: [TileFamily.f2, .f4, .f6, .p2, .p4])
  func `tiles cover every length that a family fits, without a gap`(family: TileFamily) {
    for length in 1...100 {
      guard let tiling = Tiling(length, family) else {
        #expect(length == 1 || family == .f6, "\(family) has no tiles for \(length)")
        continue
      }
      #expect(tiling.outputs == length)
      var covered = 0
      for tile in 0..<tiling.count {
        let (start, part) = tiling[tile..<tile + 1]
        #expect(start == covered, "tile \(tile) of \(length) by \(family)")
        covered += part.outputs
      }
      #expect(covered == length)
    }
  }

  @Test func `a length is cut such that the products are fewest`() throws {
    func products(_ length: Int, _ family: TileFamily) throws -> Int {
      let tiling = try #require(Tiling(length, family))
      let planes = (0..<family.points).map { tiling.tiles(having: $0, family) }
      #expect(planes.reduce(0, +) == tiling.products(family))
      return tiling.products(family)
    }
    // Products for each pair of channels are the squares (docs/Guides/MixedTiles.md).
    #expect(try products(14, .f4) == 22)
    #expect(try products(7, .f4) == 11)
    #expect(try products(14, .f6) == 20)
    #expect(try products(28, .f6) == 38)
    #expect(try products(7, .p4) == 16)
    #expect(try products(7, .p2) == 18)
  }

  @Test func `a choice is written and read without loss, and nothing else is read`() {
    for text in ["direct", "f4/3/28/2/own", "p2/1/4/1/shared"] {
      #expect(ConvolutionChoice(text)?.description == text)
    }
    for text in [
      "", "f4", "f5/3/28/2/own", "f4/0/28/2/own", "f4/3/-1/2/own", "f4/3/28/2/both",
      "f4/3/28/2/own/", "f4/3/28/0/own",
    ] {
      #expect(ConvolutionChoice(text) == nil, "\(text)")
    }
  }
}
