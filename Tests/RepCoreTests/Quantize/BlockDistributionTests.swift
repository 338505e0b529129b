import Testing

@testable import RepCore

@Suite("Distributions of a block's numbers")
struct BlockDistributionTests {
  private func expect(
    _ spread: Spread,
    _ wanted: ExpectedQuantization.Ends,
    _ message: String
  ) {
    let scale = max(wanted.greatest.magnitude, wanted.least.magnitude) * 1e-6
    #expect(abs(spread.least - wanted.least) <= scale, "\(message): least \(spread.least)")
    #expect(abs(spread.greatest - wanted.greatest) <= scale, "\(message): \(spread.greatest)")
    #expect(abs(spread.deviation - wanted.deviation) <= scale, "\(message): \(spread.deviation)")
  }

  @Test("are what numpy finds in double", arguments: ["digits", "digits-qa"])
  func samples(_ name: String) throws {
    let expected = try #require(try ExpectedQuantization.all()[name]).distributions
    let network = try ModelFile.open(Samples.path("\(name).rvg"))
    for (block, wanted) in zip(network.blocks, expected) {
      let found = BlockDistribution(block)
      #expect(block.path.description == wanted.block)
      #expect(Set(found.stored.map(\.branch.description)) == Set(wanted.stored.keys))
      for part in found.stored {
        let role = part.branch.description
        let ends = try #require(wanted.stored[role])
        expect(part.kernel.spread, ends, "\(name) \(block.path) \(role)")
        expect(part.kernel.histogram, wanted.storedCounts[role] ?? [], "\(block.path) \(role)")
      }
      expect(found.folded.spread, wanted.folded, "\(name) \(block.path) folded")
      expect(found.folded.histogram, wanted.foldedCounts, "\(name) \(block.path)")
      for (channel, pair) in zip(found.folded.channels.map(\.largest), wanted.foldedChannels)
        .enumerated()
      {
        #expect(abs(pair.0 - pair.1) < 1e-5, "\(name) \(block.path) channel \(channel)")
      }
      expect(try #require(found.ring), wanted.ring, "\(name) \(block.path) ring")
      #expect((found.diagonal == nil) == (wanted.diagonal == nil), "\(name) \(block.path)")
      if let diagonal = found.diagonal, let ends = wanted.diagonal {
        expect(diagonal, ends, "\(name) \(block.path) diagonal")
      }
      expect(found.foldedBias.spread, wanted.foldedBias, "\(name) \(block.path) bias")
      #expect(found.norms.count == wanted.norms.count)
      for (norm, ends) in zip(found.norms, wanted.norms) {
        let message = "\(name) \(block.path) \(norm.branch?.description ?? "sum")"
        expect(norm.effect.scales, ends.scale, message)
        expect(norm.effect.meansBefore, ends.meanBefore, message)
        expect(norm.effect.deviationsBefore, ends.deviationBefore, message)
        expect(norm.effect.meansBehind, ends.meanBehind, message)
        expect(norm.effect.deviationsBehind, ends.deviationBehind, message)
      }
    }
  }

  /// A value at the very border of two bins may fall into either.
  private func expect(_ histogram: Histogram, _ wanted: [Int], _ message: String) {
    #expect(histogram.counts.reduce(0, +) == wanted.reduce(0, +), "\(message)")
    let moved = zip(histogram.counts, wanted).map { abs($0 - $1) }.max() ?? 1
    #expect(histogram.counts.count == wanted.count && moved <= 1, "\(message): \(histogram.counts)")
  }

  @Test("of stage2.1 of the sample show why folding coarsens the steps 18 times")
  func coarser() throws {
    let network = try Samples.network()
    let block = try #require(network.block(at: BlockPath(stage: 2, block: 1)))
    let found = BlockDistribution(block)
    let dense = try #require(found.stored.first { $0.branch.role == .dense }).kernel.spread
    #expect(
      abs(dense.largest - 0.082) < 0.0005 && abs(found.folded.spread.largest - 1.476) < 0.0005
    )
    #expect(abs(found.folded.spread.largest / dense.largest - 18) < 0.1)
    #expect(found.diagonal?.greatest == found.folded.spread.greatest)
    let steps = [dense, found.folded.spread].compactMap { $0.stepsPerDeviation(bits: 8) }
    #expect(abs(steps[0] - 31) < 0.5 && abs(steps[1] - 5.2) < 0.05, "\(steps)")
  }

  @Test("are those of all taps of every kind of block, counted one by one")
  func kinds() {
    for (name, shape) in BranchKindsTests.shapes {
      let block = Block.random(shape, seed: 9)
      let (found, fold) = (BlockDistribution(block), BlockFold(block))
      let size = shape.kernelSize
      var (all, ring, diagonal) = ([Double](), [Double](), [Double]())
      for output in 0..<shape.outputChannels {
        for input in 0..<shape.inputChannels / shape.groups {
          let kernel = fold.kernel(output: output, input: input)
          all += kernel
          ring += kernel.enumerated().filter { $0.offset != size * size / 2 }.map(\.element)
          let isOwn = input == output % (shape.inputChannels / shape.groups)
          if isOwn { diagonal.append(kernel[size * size / 2]) }
        }
      }
      let largest = all.map(abs).max() ?? 0
      let mean = all.reduce(0, +) / Double(all.count)
      let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
      let spread = found.folded.spread
      let place = found.folded.largestPlace.map {
        $0.channel * all.count / shape.outputChannels + $0.element
      }
      #expect(place.map { abs(all[$0]) } == largest, "\(name)")
      #expect(spread.count == all.count && abs(spread.largest - largest) < 1e-12, "\(name)")
      #expect(abs(spread.deviation - variance.squareRoot()) < 1e-9, "\(name)")
      #expect(found.ring?.largest == (size > 1 ? ring.map(abs).max() : nil), "\(name)")
      #expect(found.diagonal?.count == (shape.admitsIdentity ? diagonal.count : nil), "\(name)")
      #expect(found.folded.histogram.counts.reduce(0, +) == all.count, "\(name)")
      #expect(found.norms.count == shape.norms.count, "\(name)")
    }
  }

  @Test("of a block in its deploy form are the same before and after")
  func deploy() throws {
    let block = try #require(try Samples.network().folded().blocks.first)
    let found = BlockDistribution(block)
    #expect(found.stored.map(\.kernel) == [found.folded] && found.coarser == 1)
    #expect(found.norms.isEmpty)
  }

  @Test("count damaged values, and leave them out")
  func damage() {
    let spread = Spread([1, .nan, -3, .infinity, 2])
    #expect(spread.count == 3 && spread.damaged == 2)
    #expect(spread.largest == 3 && spread.mean == 0)
    #expect(Spread().largestInDeviations == nil && Spread().stepsPerDeviation(bits: 8) == nil)
  }

  @Test("put channels of the largest taps first")
  func worstFirst() {
    let rows: [[Double]] = [[1, -1], [-3, 2], [0, 0], [3, 1]]
    let values = ValueDistribution(rows: 4, .aroundZero) { rows[$0] }
    #expect(values.channels.map(\.largest) == [1, 3, 0, 3])
    #expect(values.worstFirst == [1, 3, 0, 2])
    #expect(values.largestPlace == ValueDistribution.Place(channel: 1, element: 0))
    #expect(values.histogram.range == -3...3 && values.histogram.counts.reduce(0, +) == 8)
  }
}
