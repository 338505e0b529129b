import Testing

@testable import RepCore

@Suite("Norms that are measured anew")
struct MeasuredNormsTests {
  @Test("give every channel of every branch the mean beta and the deviation gamma")
  func normalised() {
    for groups in [1, 2, 8] {
      let network = Network(random: Architecture(.small(groups: groups)), seed: 5)
      var map = FeatureMap<Double>(Tensor.normal(shape: [3, 3, 16, 16], seed: 1))
      for block in network.blocks {
        let (measured, output) = block.measuringNorms(on: map)
        for branch in measured.branches {
          let seen = Reference<Double>.run(branch, in: block.shape, input: map).channelMoments
          for (channel, moments) in seen.enumerated() {
            guard let gamma = branch.norm?.gamma, let beta = branch.norm?.beta else { continue }
            let name = "groups \(groups) \(block.path) \(branch.id) \(channel)"
            #expect(abs(moments.mean - beta.double(at: channel)) < 1e-5, "\(name)")
            // Epsilon makes the deviation a little smaller than gamma.
            let deviation = moments.variance.squareRoot()
            #expect(abs(deviation - abs(gamma.double(at: channel))) < 1e-3, "\(name)")
          }
        }
        let wanted = Reference<Double>.run(measured, input: map)
        #expect(Difference(of: output.values, from: wanted.values).maximumRelative < 1e-12)
        map = output
      }
    }
  }

  @Test("of some blocks leave the others as they are, and see what those make")
  func some() throws {
    let network = Network(random: Architecture(.small()), seed: 6)
    let pictures = Tensor.normal(shape: [4, 3, 16, 16], seed: 2)
    let path = network.blocks[3].path
    let measured = try #require(network.measuringNorms(of: [path], on: pictures))
    for (old, new) in zip(network.blocks, measured.blocks) {
      let isSame = zip(old.norms, new.norms).allSatisfy {
        $0.mean.floats() == $1.mean.floats() && $0.variance.floats() == $1.variance.floats()
      }
      #expect(isSame == (old.path != path), "\(old.path)")
    }
    let before = network.blocks.prefix(3).reduce(FeatureMap<Float>(pictures)) {
      Reference<Float>.run($1, input: $0)
    }
    let alone = network.blocks[3].measuringNorms(on: before).block
    for (left, right) in zip(alone.norms, measured.blocks[3].norms) {
      #expect(left.mean.floats() == right.mean.floats())
    }
    #expect(network.measuringNorms(of: [path], on: pictures, isCancelled: { true }) == nil)
  }
}
