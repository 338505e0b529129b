import Testing

@testable import RepCore

@Suite("Guessing why a fold differs")
struct GuessTests {
  private let network = Network(random: Architecture(.small()), seed: 41)

  /// What is guessed of the network folded after `change` was made to each block.
  private func guess(
    of network: Network? = nil,
    _ change: (Block) -> Block
  ) throws -> GuessedCause? {
    let network = network ?? self.network
    let other = network.mapBlocks { _, block in
      BlockFold(change(block)).folded()
    }
    return FoldComparison(
      try network.rewritten(),
      ComparedFile(try other.rewritten())
    ).explanation
  }

  @Test(
    "another epsilon, usual or not",
    arguments: [1e-3, 1e-4, 1e-6, 3e-4, 2.5e-3, 0.1]
  )
  func epsilon(value: Double) throws {
    let explanation = try guess { $0.withEpsilon(value) }
    #expect(explanation?.guess == .epsilon(value))
    #expect(explanation?.explained == 7 && explanation?.differing == 7)
  }

  @Test("branches left out", arguments: [BranchRole.dense, .pointwise, .identity])
  func branch(role: BranchRole) throws {
    let explanation = try guess { block in
      block.keeping(Set(block.branches.map(\.id).filter { $0.role != role }))
    }
    #expect(explanation?.guess == .withoutBranches([BranchID(role)]))
  }

  @Test("norms left out")
  func norms() throws {
    let ids = [BranchID(.dense), BranchID(.pointwise)]
    let explanation = try guess { $0.withoutNorms(of: Set(ids)) }
    #expect(explanation?.guess == .withoutNorms(ids))
  }

  @Test("input channels in reverse order, in the first block alone")
  func reversed() throws {
    let explanation = try guess { $0.shape.inputChannels == 3 ? $0.reversingInputs() : $0 }
    #expect(explanation == GuessedCause(guess: .reversedInputs, explained: 1, differing: 1))
  }

  @Test("output channels in another order")
  func order() throws {
    let explanation = try guessFolded { kernel, bias, outputs in
      let order = Array((0..<outputs).reversed())
      let length = kernel.count / outputs
      return (
        order.flatMap { kernel[$0 * length..<($0 + 1) * length] }, order.map { bias[$0] }
      )
    }
    #expect(explanation?.guess == .otherOrder)
  }

  @Test("a scale that is left over")
  func scaled() throws {
    let explanation = try guessFolded { kernel, bias, outputs in
      let length = kernel.count / outputs
      return (
        kernel.indices.map { kernel[$0] * Float(1 << ($0 / length % 3)) }, bias
      )
    }
    guard case .scaled(let range)? = explanation?.guess else {
      Issue.record("\(explanation as Any)")
      return
    }
    #expect(abs(range.lowerBound - 1) < 1e-6 && abs(range.upperBound - 4) < 1e-6)
    #expect(explanation?.explained == 7)
  }

  @Test("a bias that is left out, and one that is another")
  func bias() throws {
    let without = try guessFolded { kernel, bias, _ in (kernel, bias.map { _ in 0 }) }
    #expect(without?.guess == .withoutBias)
    let other = try guessFolded { kernel, bias, _ in (kernel, bias.map { $0 + 0.1 }) }
    #expect(other?.guess == .otherBias)
  }

  @Test("statistics of another moment of training")
  func statistics() throws {
    let explanation = try guess { block in
      block.withVariances { variance, channel in variance * (1.2 + 0.1 * Float(channel % 4)) }
    }
    #expect(explanation?.guess == .otherStatistics)
  }

  @Test("nothing is guessed where nothing fits")
  func nothing() throws {
    let explanation = try guessFolded { kernel, bias, _ in
      (kernel.enumerated().map { $1 + Float($0 % 7) * 0.01 }, bias)
    }
    #expect(explanation == nil)
  }

  @Test("another set of the file")
  func otherSet() throws {
    let path = try Fixture.path("schemes/official-pair.pth")
    let first = try ModelFile.inspect(path)
    let name = try #require(first.sets.first { $0 != first.set })
    let other = try ModelFile.inspect(path, ReadingOptions(set: name))
    let folded = try other.network.folded().rewritten()
    let comparison = FoldComparison(
      first,
      ComparedFile(folded),
      otherSets: OtherSets(first: [(name, { other })])
    )
    #expect(comparison.explanation?.guess == .setOfFirst(name), "\(first.sets)")
  }

  /// What is guessed of the folded network after its kernels and biases were changed.
  private func guessFolded(
    _ change: (_ kernel: [Float], _ bias: [Float], _ outputs: Int) -> ([Float], [Float])
  ) throws -> GuessedCause? {
    let folded = try network.folded().mapBlocks { _, block in
      let branch = block.branches[0]
      guard let kernel = branch.kernel, let bias = branch.bias else { return block }
      let (newKernel, newBias) = change(kernel.floats(), bias.floats(), kernel.shape[0])
      return Block(
        shape: block.shape,
        branches: [
          Branch(
            role: .folded,
            kernel: Tensor(newKernel, shape: kernel.shape),
            bias: Tensor(newBias, shape: bias.shape)
          )
        ]
      )
    }
    return FoldComparison(
      try network.rewritten(),
      ComparedFile(try folded.rewritten())
    ).explanation
  }
}

extension Block {
  /// The same block with the variances of the 3x3 branch's norm changed.
  fileprivate func withVariances(_ change: (Float, Int) -> Float) -> Block {
    let branches = branches.map { branch in
      guard branch.role == .dense, let norm = branch.norm else { return branch }
      let values = norm.variance.floats().enumerated().map { change($1, $0) }
      return Branch(
        role: branch.role,
        index: branch.index,
        kernel: branch.kernel,
        bias: branch.bias,
        norm: BatchNorm(
          shape: norm.shape,
          gamma: norm.gamma,
          beta: norm.beta,
          mean: norm.mean,
          variance: Tensor(values, shape: norm.variance.shape)
        )
      )
    }
    return Block(shape: shape, branches: branches, postNorm: postNorm, squeezeExcite: squeezeExcite)
  }
}
