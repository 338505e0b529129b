import Testing

@testable import RepCore

@Suite("Rounding noise")
struct RoundingNoiseTests {
  @Test("moves every number by half a unit in its last place as a float")
  func size() {
    let values: [Float] = [1, -1, 1.5, 0.1, -3e-5, 65504, 1e30, 0x1p-126]
    var noise = RoundingNoise(seed: 3)
    let moved = noise.moved(Tensor(values, shape: [8])).doubles()
    for (value, moved) in zip(values, moved) {
      #expect(abs(moved - Double(value)) == Double(value.ulp) / 2, "\(value)")
    }
  }

  @Test("leaves zero where it is, and goes both ways")
  func zeroAndSigns() {
    var noise = RoundingNoise(seed: 3)
    let values = [0] + [Float](repeating: 1, count: 1000)
    let moved = noise.moved(Tensor(values, shape: [1001])).doubles()
    #expect(moved[0] == 0)
    let up = moved.count { $0 > 1 }
    #expect((400...600).contains(up), "\(up) of 1000 went up")
  }

  @Test("is the same for a seed, and another for another")
  func seeds() {
    func moved(_ seed: UInt64) -> [Double] {
      var noise = RoundingNoise(seed: seed)
      return noise.moved(Tensor([Float](repeating: 1, count: 100), shape: [100])).doubles()
    }
    #expect(moved(1) == moved(1))
    #expect(moved(1) != moved(2))
  }

  @Test("moves every weight of a block")
  func block() throws {
    let block = Network(random: Architecture(.small()), seed: 2).blocks[1]
    var noise = RoundingNoise(seed: 1)
    let moved = noise.moved(block)
    for (own, other) in zip(block.branches, moved.branches) {
      #expect(own.kernel?.doubles().count == other.kernel?.doubles().count)
      let pairs = [
        (own.kernel, other.kernel), (own.norm?.gamma, other.norm?.gamma),
        (own.norm?.beta, other.norm?.beta), (own.norm?.mean, other.norm?.mean),
        (own.norm?.variance, other.norm?.variance),
      ]
      for case (let before?, let after?) in pairs {
        let same = zip(before.doubles(), after.doubles()).count { $0 == $1 && $0 != 0 }
        #expect(same == 0, "\(own.id)")
      }
    }
  }
}
