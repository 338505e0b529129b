import Testing

@testable import RepCore

@Suite("Distributions of a block's maps")
struct MapDistributionTests {
  @Test("are those of the oracle's maps, on every block, in both forms")
  func oracle() throws {
    let (digits, stored) = (try Samples.digits(), try Samples.network())
    let pictures = try QuantizationPictures(digits, for: stored)
    let places = digits.places(in: .training).prefix(64)
    let input = FeatureMap<Double>(digits.input(places, for: stored.input))
    for network in [stored, try stored.folded()] {
      var map = input
      for block in network.blocks {
        let entering = map
        map = Reference<Double>.run(block, input: map)
        let found = try MapDistribution(
          at: block.path,
          in: network,
          on: pictures,
          options: PlanOptions(threads: 1)
        )
        for (values, wanted) in [(found.entering, entering), (found.leaving, map)] {
          let spread = Spread(wanted.values)
          let message = "\(network.form as Any) \(block.path): \(values.spread), not \(spread)"
          #expect(values.spread.count == wanted.values.count, "\(message)")
          #expect(abs(values.spread.least - spread.least) < 1e-4, "\(message)")
          #expect(abs(values.spread.greatest - spread.greatest) < 1e-4, "\(message)")
          #expect(abs(values.spread.deviation - spread.deviation) < 1e-5, "\(message)")
          #expect(values.histogram.range.lowerBound == min(values.spread.least, 0))
          #expect(values.histogram.counts.reduce(0, +) == wanted.values.count, "\(message)")
          for channel in 0..<wanted.channels {
            let own = (0..<wanted.batch).flatMap { picture in
              let start = (picture * wanted.channels + channel) * wanted.plane
              return wanted.values[start..<start + wanted.plane]
            }
            let largest = own.map(abs).max() ?? 0
            #expect(
              abs(values.channels[channel].largest - largest) < 1e-4,
              "\(message), \(channel)"
            )
          }
        }
      }
    }
  }
}
