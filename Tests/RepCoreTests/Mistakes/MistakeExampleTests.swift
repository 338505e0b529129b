import Testing

@testable import RepCore

@Suite("The example of a mistake")
struct MistakeExampleTests {
  @Test("is the place where the oracle's run of the block changes most, branch by branch")
  func oracle() throws {
    for groups in [1, 2] {
      for block in Network(random: Architecture(.small(groups: groups)), seed: 9).blocks {
        let extent = block.shape.smallestMap
        let shape = [1, block.shape.inputChannels, extent, extent]
        let input = FeatureMap<Double>(Tensor.normal(shape: shape, seed: 0))
        for mistake in Mistake.allCases
        where mistake.concerns(block.shape) && mistake != .winograd {
          let output = block.shape.outputChannels - 1
          let name = "\(mistake) of \(block.path), groups \(groups)"
          let found = try #require(
            MistakeExample(of: mistake, in: block, output: output),
            "\(name)"
          )
          let right = Reference<Double>.linearPart(of: block, input: input).channel(output)
          let broken = MistakenBlock(block, mistake).linearPart(of: input).channel(output)
          let place = found.row * block.shape.outputExtent(extent) + found.column
          #expect(abs(found.right - right[place]) < 1e-9, "\(name)")
          // Folded kernels are rounded to float.
          #expect(abs(found.broken - broken[place]) < 1e-5, "\(name)")
          func result(_ sum: Double) -> Double {
            mistake == .activation ? block.shape.activation.value(of: sum) : sum
          }
          let changes = zip(right, broken).map { abs(result($0) - result($1)) }
          let change = abs(found.rightResult - found.brokenResult)
          #expect(abs(change - changes[place]) < 1e-5, "\(name)")
          #expect(changes[place] > (changes.max() ?? 0) - 1e-5, "\(name)")
          for (part, branch) in zip(found.parts, block.branches) {
            let map = Reference<Double>.run(branch, in: block.shape, input: input)
            #expect(abs(part.right - map.channel(output)[place]) < 1e-9, "\(name) \(branch.id)")
          }
        }
      }
    }
  }

  @Test("is there only where the mistake concerns the block")
  func none() {
    let block = BlockFold(Network(random: Architecture(.small()), seed: 9).blocks[1]).folded()
    #expect(Mistake.allCases.allSatisfy { MistakeExample(of: $0, in: block, output: 0) == nil })
  }
}
