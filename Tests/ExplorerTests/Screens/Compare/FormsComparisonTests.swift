import Canvas
import RepCore
import Testing

@testable import Explorer

@Suite("How far both forms are apart")
struct FormsComparisonTests {
  private func input(_ document: Document) throws -> Tensor {
    let shape = document.stored.input
    return try .normalInput(
      shape: [1, shape.channels, shape.height, shape.width],
      seed: FormRunner.seed
    )
  }

  @Test("is what two runs of the engine give, value by value, and the oracle lies as near")
  func maps() throws {
    for document in [Fixture.document, Fixture.mobileOne] {
      let input = try input(document)
      let options = EngineSettings(threads: 1).options(for: input)
      let comparison = try FormsComparison(of: document, on: input, options, JobContext())
      #expect(Set(comparison.blocks.keys) == Set(document.paths), "\(document.title)")
      let networks = [document.network, try document.network.folded()]
      let sessions = try networks.map { try Session(Plan($0, options)) }
      // Double throughout, by the oracle.
      var map = FeatureMap<Double>(input)
      for block in document.network.blocks {
        map = Reference<Double>.run(block, input: map)
        let seen = try sessions.map { session in
          try #require(
            try session.run(input, observing: [.block(block.path)])[.block(block.path)]
          ).floats()
        }
        var (apart, largest) = (0.0, 0.0)
        for index in seen[0].indices {
          apart = max(apart, abs(Double(seen[0][index]) - Double(seen[1][index])))
          largest = max(largest, abs(Double(seen[0][index])))
        }
        let found = try #require(comparison.blocks[block.path])
        let name = "\(document.title) \(block.path)"
        #expect((found.absolute, found.largest) == (apart, largest), "\(name)")
        #expect(found.relative == apart / largest && found.relative < 1e-4, "\(name)")
        for form in seen {
          let error = zip(form, map.values).map { abs(Double($0) - $1) }.max() ?? .nan
          #expect(error <= 1e-4 * largest, "\(name) is \(error) from the oracle")
        }
      }
      let logits = try sessions.map { try $0.run(input).floats() }
      let apart = zip(logits[0], logits[1]).map { abs(Double($0) - Double($1)) }.max()
      #expect(comparison.logits?.absolute == apart, "\(document.title)")
      #expect(comparison.classes?[.train] == comparison.classes?[.deploy], "\(document.title)")
    }
  }

  @Test("names the block that is apart the most, and is infinite where a value is no number")
  func worst() throws {
    let input = try input(Fixture.document)
    let options = EngineSettings(threads: 1).options(for: input)
    let comparison = try FormsComparison(of: Fixture.document, on: input, options, JobContext())
    let worst = try #require(comparison.worst)
    #expect(comparison.blocks.values.allSatisfy { $0.relative <= worst.difference.relative })
    #expect(comparison.blocks[worst.path] == worst.difference)
    let one = Tensor([1, 2], shape: [2])
    #expect(MapDifference(Tensor([.nan, 2], shape: [2]), from: one).relative == .infinity)
    #expect(MapDifference(one, from: one).relative == 0)
    #expect(MapDifference(Tensor([1, 3], shape: [2]), from: one).relative == 0.5)
  }

  @Test("is given up when nobody waits any more, and says how far it is")
  func cancelled() throws {
    let need = FormsNeed(picture: .seeded, threads: 1, kernels: nil)
    let context = JobContext(isCancelled: { true })
    #expect(throws: (any Error).self) { _ = try need.find(in: Fixture.document, context) }
    #expect(try need.find(in: Fixture.folded, JobContext()) == nil, "there is but one form")
  }
}
