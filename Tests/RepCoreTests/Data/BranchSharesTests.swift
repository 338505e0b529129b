import Testing

@testable import RepCore

@Suite("Shares of branches")
struct BranchSharesTests {
  /// The same from all values at once, by the definition, in double on the oracle.
  private func naive(
    _ path: BlockPath,
    _ network: Network,
    _ input: Tensor
  ) throws -> (whole: [Double], channels: [[Double]], dead: [Int]) {
    var map = FeatureMap<Double>(input)
    for block in network.blocks {
      if block.path != path {
        map = Reference<Double>.run(block, input: map)
        continue
      }
      let branches = block.branches.map {
        Reference<Double>.run($0, in: block.shape, input: map)
      }
      let (sum, output) = (
        Reference<Double>.sum(block, input: map), Reference<Double>.run(block, input: map)
      )
      func centred(_ map: FeatureMap<Double>, _ channel: Int) -> [Double] {
        let values = map.channel(channel)
        let mean = values.reduce(0, +) / Double(values.count)
        return values.map { $0 - mean }
      }
      var (products, squares) = ([[Double]](), [Double]())
      for channel in 0..<sum.channels {
        let total = centred(sum, channel)
        squares.append(total.reduce(0) { $0 + $1 * $1 })
        products.append(
          branches.map { zip(centred($0, channel), total).reduce(0) { $0 + $1.0 * $1.1 } }
        )
      }
      let variance = squares.reduce(0, +)
      return (
        branches.indices.map { branch in products.reduce(0) { $0 + $1[branch] } / variance },
        zip(products, squares).map { products, square in products.map { $0 / square } },
        (0..<sum.channels).filter { output.channel($0).allSatisfy { $0 == 0 } }
      )
    }
    throw FormatError(.mismatch, en: "no such block", vi: "không có khối này")
  }

  @Test("are 39, 33 and 29 percent in stage2.1 of the sample, and no channel is dead")
  func sample() throws {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    let shares = try BranchShares(
      of: BlockPath(stage: 2, block: 1),
      in: network,
      on: digits.places(in: .heldOut),
      of: digits
    )
    #expect(shares.branches.map(\.role) == [.dense, .pointwise, .identity])
    #expect(shares.whole.map { Int(($0 * 100).rounded()) } == [39, 33, 29], "\(shares.whole)")
    #expect(shares.dead.isEmpty && shares.identityDominated.isEmpty)
    let largest = shares.channels.map { $0[2] }.max() ?? 0
    #expect(abs(largest - 0.3794) < 1e-4, "the largest share of an identity is \(largest)")
  }

  @Test("are what the definition says, on every block, with pictures left over")
  func definition() throws {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    let places = Array(digits.places(in: .heldOut).prefix(67))
    let input = digits.input(places, for: network.input)
    for block in network.blocks {
      let found = try BranchShares(
        of: block.path,
        in: network,
        on: places,
        of: digits,
        options: PlanOptions(threads: 1)
      )
      let wanted = try naive(block.path, network, input)
      #expect(abs(found.whole.reduce(0, +) - 1) < 1e-6, "\(block.path)")
      for (found, wanted) in zip(found.whole, wanted.whole) {
        #expect(abs(found - wanted) < 1e-5, "\(block.path): \(found), not \(wanted)")
      }
      for (channel, pair) in zip(found.channels, wanted.channels).enumerated() {
        let error = zip(pair.0, pair.1).map { abs($0 - $1) }.max() ?? 1
        #expect(error < 1e-4, "\(block.path) \(channel): \(pair)")
      }
      #expect(found.dead == wanted.dead, "\(block.path)")
    }
  }

  @Test("tell the channels that are zero on all pictures")
  func dead() throws {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    let path = BlockPath(stage: 2, block: 1)
    let muted = network.muting([3, 17], of: path)
    let shares = try BranchShares(of: path, in: muted, on: Array(0..<5), of: digits)
    #expect(shares.dead == [3, 17])
  }

  @Test("are refused where there are no branches, or the pictures do not fit")
  func refused() throws {
    let (digits, network) = (try Samples.digits(), try Samples.network())
    let path = BlockPath(stage: 2, block: 1)
    #expect(throws: SessionError.self) {
      try BranchShares(of: path, in: network.folded(), on: [0], of: digits)
    }
    let other = Network(random: Architecture(Recipe.small()), seed: 1)
    #expect(throws: FormatError.self) { try BranchShares(of: path, in: other, on: [0], of: digits) }
  }
}

extension Network {
  /// The network with norms that push `channels` of a block far below zero.
  fileprivate func muting(_ channels: [Int], of path: BlockPath) -> Network {
    let stages = stages.map { stage in
      stage.map { block -> Block in
        guard block.path == path else { return block }
        let branches = block.branches.map { branch in
          guard let norm = branch.norm, var beta = norm.beta?.floats() else { return branch }
          for channel in channels { beta[channel] = -1000 }
          return Branch(
            role: branch.role,
            index: branch.index,
            kernel: branch.kernel,
            bias: branch.bias,
            norm: BatchNorm(
              shape: norm.shape,
              gamma: norm.gamma,
              beta: Tensor(beta, shape: [beta.count]),
              mean: norm.mean,
              variance: norm.variance
            )
          )
        }
        return Block(shape: block.shape, branches: branches)
      }
    }
    return Network(name: name, input: input, stages: stages, head: head)
  }
}
