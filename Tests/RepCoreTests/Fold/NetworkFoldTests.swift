import RepCore
import Testing

@Suite("Folding a network")
struct NetworkFoldTests {
  @Test("logits of both forms agree, with and without squeeze-excite and groups")
  func logits() throws {
    let recipes = [
      Recipe.small(groups: 1, squeezeExcite: nil),
      Recipe.small(groups: 2, squeezeExcite: .init(reduction: 4, placement: .beforeActivation)),
      Recipe.small(groups: 4, squeezeExcite: .init(reduction: 2, placement: .afterActivation)),
    ]
    for recipe in recipes {
      let network = Network(random: Architecture(recipe), seed: 11)
      let folded = try network.folded()
      #expect(network.form == .train && folded.form == .deploy)
      let input = FeatureMap<Double>(.normal(shape: [2, 3, 11, 13], seed: 5))
      let expected = Reference<Double>.run(network, input: input)
      let actual = Reference<Double>.run(folded, input: input)
      for (before, after) in zip(expected, actual) {
        let largest = before.map(abs).max() ?? 0
        let error = zip(before, after).map { abs($0 - $1) }.max() ?? 0
        // The folded kernels were rounded to float once.
        #expect(error <= 1e-5 * largest, "\(recipe)")
      }
    }
  }

  @Test("progress is told block by block")
  func progress() throws {
    var told: [Int] = []
    _ = try Network(random: Architecture(.small()), seed: 1).folded { told.append($0) }
    #expect(told == Array(1...7))
  }
}
