import Testing

@testable import RepCore

@Suite("Lesions that chance chooses")
struct LesionDrawsTests {
  private let cuts = Network(random: Architecture(.small()), seed: 1).architecture.cuts

  @Test("have as many different branches as was asked for, all of them of the network")
  func sizes() {
    for size in 0...cuts.count {
      for lesion in Lesion.random(size, of: cuts, draws: 9, seed: 1) {
        #expect(lesion.cuts.count == size && lesion.skipped.isEmpty, "\(size)")
        #expect(lesion.cuts.isSubset(of: cuts), "\(size)")
      }
    }
  }

  @Test("are the same for the same seed, and others for another one")
  func seeds() {
    func draws(_ seed: UInt64) -> [Lesion] { Lesion.random(4, of: cuts, draws: 9, seed: seed) }
    #expect(draws(1) == draws(1) && draws(1) != draws(2))
    #expect(Set(draws(1)).count > 5)
  }

  @Test("choose every branch about as often")
  func uniform() {
    let draws = Lesion.random(3, of: cuts, draws: 6000, seed: 7)
    for cut in cuts {
      let hits = draws.filter { $0.cuts.contains(cut) }.count
      // 1,000 are expected of 18 branches; the deviation is 29.
      #expect((850...1150).contains(hits), "\(cut): \(hits)")
    }
  }

  @Test("have the one in the middle for their median")
  func median() {
    func trial(_ hits: Int) -> LesionTrial {
      LesionTrial(score: .accuracy(Tally(hits: hits, count: 10)), classes: hits + 1)
    }
    #expect(LesionDraws([9, 1, 5].map(trial)).median == trial(5))
    #expect(LesionDraws([2, 2, 8, 0, 9].map(trial)).median == trial(2))
    #expect(LesionDraws([trial(4)]).median == trial(4))
  }
}

@Suite("Sub-models")
struct SubModelsTests {
  @Test("of the sample are 2^4 x 3^3 = 432, and not the article's 3^7 = 2187")
  func sample() throws {
    let models = SubModels(of: try Samples.network().architecture)
    #expect(models.factors == [.init(branches: 2, blocks: 4), .init(branches: 3, blocks: 3)])
    #expect(models.count == 432 && models.article.count == 2187)
    #expect(models.approximateCount == 432)
  }

  @Test("are as many as there are ways to choose one branch of each block")
  func counted() {
    for (name, network) in LesionTests.networks {
      var ways = 1
      for block in network.blocks {
        ways = block.branches.reduce(0) { sum, _ in sum + ways }
      }
      #expect(SubModels(of: network.architecture).count == ways, "\(name)")
    }
  }

  @Test("of folded blocks are one, and of very many blocks no integer")
  func ends() {
    let folded = Architecture(variant: .b3).deployed
    #expect(SubModels(of: folded).count == 1)
    let huge = SubModels.Factor(branches: 6, blocks: 40)
    #expect(huge.count == nil && huge.approximateCount > 1e31 && huge.approximateCount < 2e31)
  }
}
