import Testing

@testable import RepCore

@Suite("How well a network does")
struct ScoreTests {
  @Test(
    "is uncertain by two standard deviations, in whole pictures",
    arguments: [
      (356, 360, 4), (180, 360, 19), (352, 360, 6), (9, 10, 2), (1, 2, 2), (9_000, 10_000, 60),
    ]
  )
  func noise(hits: Int, count: Int, noise: Int) {
    #expect(Tally(hits: hits, count: count).noise == noise, "\(hits) of \(count)")
    let misses = Tally(hits: count - hits, count: count)
    #expect(misses.noise == noise, "as uncertain as its misses, \(hits) of \(count)")
  }

  @Test("is never certain, not even where all pictures are right")
  func certainty() {
    for count in [1, 2, 3, 7, 360, 10_000] {
      for hits in [0, count] {
        let noise = Tally(hits: hits, count: count).noise
        #expect((1...count).contains(noise), "\(hits) of \(count): \(noise)")
      }
    }
  }

  @Test("differs from another only beyond the noise of both")
  func resolution() {
    let whole = Tally(hits: 356, count: 360)
    for (hits, isResolvable) in [
      (360, false), (356, false), (352, false), (349, false), (340, true),
    ] {
      let other = Tally(hits: hits, count: 360)
      #expect(whole.isResolvable(from: other) == isResolvable, "\(hits)")
      #expect(other.isResolvable(from: whole) == isResolvable, "\(hits)")
    }
  }

  @Test("is accuracy where there are labels, else agreement with the whole network")
  func kinds() throws {
    let pictures = Tensor([0, 1, 2, 3], shape: [4, 1, 1, 1])
    func data(_ metadata: [String: String]) throws -> Dataset {
      try Dataset(Checkpoint(tensors: ["x": pictures], metadata: metadata), name: "made")
    }
    let whole = Classification(places: [3, 0, 1], classes: [1, 1, 0])
    let part = Classification(places: [3, 0, 1], classes: [1, 2, 0])
    let labelled = try data(["labels": "2 5 5 1"])
    #expect(
      Score(of: part, against: whole, in: labelled) == .accuracy(Tally(hits: 2, count: 3)),
      "labels are looked up by place"
    )
    #expect(
      Score(of: part, against: whole, in: try data([:])) == .agreement(Tally(hits: 2, count: 3))
    )
    #expect(
      Score(of: whole, against: whole, in: try data([:])) == .agreement(Tally(hits: 3, count: 3))
    )
  }
}
