import Testing

@testable import RepCore

@Suite("F(2,3) with a wrong matrix")
struct WrongWinogradTests {
  private static let right = TileAlgorithm(outputs: 2, in: .f2)

  @Test("is the convolution where the matrix is right, on maps of odd and even size")
  func right() {
    for block in Network(random: Architecture(.small()), seed: 2).blocks
    where Mistake.isComputedByTiles(block.shape.deployed) {
      let folded = BlockFold(block).folded(threads: 1)
      for (height, width) in [(1, 1), (2, 3), (5, 4), (7, 7), (8, 8)] {
        let shape = [2, block.shape.inputChannels, height, width]
        let input = FeatureMap<Double>(Tensor.normal(shape: shape, seed: 4))
        let found = WrongWinograd(folded, by: Self.right).linearPart(of: input)
        let wanted = Reference<Double>.linearPart(of: folded, input: input)
        let error = Difference(of: found.values, from: wanted.values).maximumRelative
        // The kernels of the tile's outputs are rounded to float.
        #expect(error < 1e-6, "\(block.path) \(height)x\(width): \(error)")
      }
    }
  }

  @Test("is what the tile gives that is traced with every value, where the matrix is wrong")
  func wrong() throws {
    let block = try #require(
      Network(random: Architecture(.small()), seed: 2).blocks
        .first { Mistake.isComputedByTiles($0.shape.deployed) }
    )
    let folded = BlockFold(block).folded(threads: 1)
    let input = FeatureMap<Double>(
      Tensor.normal(shape: [1, block.shape.inputChannels, 4, 4], seed: 5)
    )
    let found = WrongWinograd(folded).linearPart(of: input)
    let wrong = Self.right.making(.sign(of: Self.right))
    let factors = PairTrace.Factors(wrong)
    let kernel = try #require(folded.branches.first?.kernel).doubles()
    let bias = try #require(folded.branches.first?.bias).doubles()
    for output in [0, block.shape.outputChannels - 1] {
      for (row, column) in [(0, 0), (0, 1), (1, 1)] {
        var sum = Matrix<Double>(rows: wrong.products, columns: wrong.products) { _, _ in 0 }
        for channel in 0..<input.channels {
          let samples = Matrix<Double>(rows: 4, columns: 4) { y, x in
            let (y, x) = (row * 2 + y - 1, column * 2 + x - 1)
            guard (0..<4).contains(y), (0..<4).contains(x) else { return 0 }
            return input.values[(channel * 4 + y) * 4 + x]
          }
          let taps = Matrix<Double>(rows: 3, columns: 3) { y, x in
            kernel[((output * input.channels + channel) * 3 + y) * 3 + x]
          }
          sum = sum + PairTrace(input: samples, kernel: taps, factors, factors).products
        }
        let tile = factors.output * sum * factors.output.transposed
        for (y, x) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
          let place = (output * 4 + row * 2 + y) * 4 + column * 2 + x
          let wanted = tile[y, x] + bias[output]
          #expect(abs(found.values[place] - wanted) < 1e-5, "out \(output) tile \(row),\(column)")
        }
      }
    }
  }

  @Test("is found at the first block that is computed so, and costs most of the digits")
  func sample() throws {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    let trial = try MistakeTrial(
      .winograd,
      in: Set(network.blocks.map(\.path)),
      of: network,
      on: TrialPictures(for: network, in: digits),
      threads: 1
    )
    let concerned = network.blocks.first { Mistake.winograd.concerns($0.shape) }
    #expect(trial.first?.path == concerned?.path && trial.first != nil)
    for check in trial.checks { #expect(check.isMade != check.passes, "\(check.title)") }
    let tally = try #require(trial.score?.tally)
    #expect(tally.count == 360 && tally.hits < 180, "\(tally.hits)")
  }
}
