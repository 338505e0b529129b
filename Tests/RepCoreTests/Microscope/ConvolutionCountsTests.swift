import Testing

@testable import RepCore

@Suite("The products of a layer")
struct ConvolutionCountsTests {
  private func counts(
    _ family: WinogradFamily,
    _ height: Int,
    _ width: Int,
    channels: (Int, Int) = (1, 1)
  ) throws -> ConvolutionCounts {
    try #require(LayerTiles(family, height: height, width: width)).counts(
      inputs: channels.0,
      depth: channels.0,
      outputs: channels.1
    )
  }

  @Test("of one tile are those of the article: 16 for 36, 36 for 144, 64 for 324")
  func tiles() throws {
    for (family, extent, products, direct) in [
      (WinogradFamily.f2, 2, 16, 36), (.f4, 4, 36, 144), (.f6, 6, 64, 324), (.p2, 2, 25, 36),
      (.p4, 4, 81, 144),
    ] {
      let found = try counts(family, extent, extent)
      #expect(found.products == products && found.direct == direct, "\(family.rawValue)")
    }
    #expect(try counts(.f2, 8, 8).share == 4.0 / 9)
  }

  @Test("on maps that tiles do not fill are those of the guides, counted by hand")
  func maps() throws {
    // docs/Guides/MixedTiles.md and Polyphase.md: (4+4+4+2)^2 and so on.
    for (family, extent, products) in [
      (WinogradFamily.f2, 14, 784), (.f4, 14, 484), (.f6, 14, 400), (.f4f6, 14, 440),
      (.p2, 14, 1225),
      (.p4, 14, 1024), (.p2, 7, 324), (.p4, 7, 256), (.f4, 7, 121), (.f2, 7, 225), (.f2, 1, 9),
    ] {
      let found = try counts(family, extent, extent)
      #expect(found.products == products, "\(family.rawValue) on \(extent): \(found.products)")
      #expect(found.direct == 9 * extent * extent, "\(family.rawValue) on \(extent)")
    }
    #expect(LayerTiles(.f6, height: 7, width: 7) == nil)
    #expect(LayerTiles(.f4, height: 1, width: 4) == nil)
  }

  @Test("and the additions of the transforms grow with channels on one side alone")
  func additions() throws {
    // Lavin and Gray, F(2x2,3x3): 32 for the input of a tile, 24 for its outputs; F(4x4,3x3): 144 and 100.
    for (family, extent, input, output) in [
      (WinogradFamily.f2, 2, 32, 24), (.f4, 4, 144, 100),
    ] {
      let found = try counts(family, extent, extent, channels: (48, 20))
      #expect(found.inputAdditions == 48 * input, "\(family.rawValue)")
      #expect(found.outputAdditions == 20 * output, "\(family.rawValue)")
      #expect(found.products == (extent + 2) * (extent + 2) * 48 * 20)
      let left = Double(found.products + 48 * input + 20 * output)
      #expect(found.shareWithTransforms == left / Double(9 * extent * extent * 48 * 20))
    }
    #expect(WinogradFamily.f2.kernelAdditions == 21)
  }

  @Test("are those of all tiles, one by one")
  func sums() throws {
    for family in WinogradFamily.allCases {
      for (height, width) in [(2, 4), (6, 10), (14, 14), (9, 16), (4, 4)] {
        guard let tiles = LayerTiles(family, height: height, width: width) else { continue }
        var sum = ConvolutionCounts()
        for row in 0..<tiles.rows.count {
          for column in 0..<tiles.columns.count {
            sum += tiles[row, column].counts(inputs: 6, depth: 3, outputs: 5)
          }
        }
        let found = tiles.counts(inputs: 6, depth: 3, outputs: 5)
        #expect(found == sum, "\(family.rawValue) on \(height)x\(width)")
      }
    }
  }
}
