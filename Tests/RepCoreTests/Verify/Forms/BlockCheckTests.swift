import Testing

@testable import RepCore

@Suite("Checking a fold")
struct BlockCheckTests {
  private let network = Network(random: Architecture(.small(groups: 2)), seed: 21)

  @Test("every block of a sound network passes")
  func sound() {
    for block in network.blocks {
      let check = BlockCheck(block)
      #expect(check.passes(), "\(check)")
      #expect(check.maximumRelativeError > 0, "\(block.path): the check must see float rounding")
    }
  }

  @Test(
    "a damaged norm fails, whatever the damage",
    arguments: [-1, .nan, .infinity, -1e-3] as [Float]
  )
  func damagedVariance(value: Float) {
    let block = network.blocks[1]
    let check = BlockCheck(block.replacingVariance(of: .pointwise, channel: 3, by: value))
    #expect(!check.passes(), "variance \(value)")
  }

  @Test("a kernel that differs from the fold is seen")
  func wrongKernel() throws {
    let block = network.blocks[1]
    let folded = BlockFold(block).folded()
    var kernel = try #require(folded.branches[0].kernel?.floats())
    kernel[5] += 0.01
    let input = FeatureMap<Double>(.normal(shape: [1, 8, 4, 4], seed: 0))
    let wrong = Block(
      shape: folded.shape,
      branches: [
        Branch(
          role: .folded,
          kernel: Tensor(kernel, shape: [8, 8, 3, 3]),
          bias: folded.branches[0].bias
        )
      ]
    )
    let difference = Difference(
      of: Reference<Double>.sum(wrong, input: input).values,
      from: Reference<Double>.sum(block, input: input).values
    )
    #expect(difference.maximumRelative > BlockCheck.tolerance)
  }

  @Test(
    "sees the outermost tap of every window, however far apart its taps and its steps are",
    arguments: [(1, 1), (1, 2), (1, 3), (2, 1), (4, 1), (4, 2), (5, 3), (7, 4)]
  )
  func farTaps(dilation: Int, stride: Int) throws {
    let shape = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 2,
      outputChannels: 3,
      stride: stride,
      dilation: dilation,
      branches: [BranchShape(role: .dense), BranchShape(role: .pointwise)]
    )
    let block = Block.random(shape, seed: 4)
    let folded = BlockFold(block).folded(threads: 1)
    #expect(BlockCheck(block, folded: folded, seed: 0).passes(), "dilation \(dilation), \(stride)")
    for tap in 0..<9 {
      var kernel = try #require(folded.branches[0].kernel?.floats())
      kernel[9 + tap] += 0.01
      let wrong = Block(
        shape: folded.shape,
        branches: [
          Branch(
            role: .folded,
            kernel: Tensor(kernel, shape: [3, 2, 3, 3]),
            bias: folded.branches[0].bias
          )
        ]
      )
      let check = BlockCheck(block, folded: wrong, seed: 0)
      #expect(!check.passes(), "tap \(tap), dilation \(dilation), stride \(stride)")
    }
  }

  @Test("what is not finite never agrees, not even with itself")
  func notFinite() {
    let difference = Difference(of: [1, .infinity], from: [1, .infinity])
    #expect(difference.maximumRelative == .infinity)
    #expect(Difference(of: [0, 0], from: [0, 0]).maximumRelative == 0)
    #expect(Difference(of: [1], from: [0]).maximumRelative == .infinity)
  }
}

extension Block {
  /// The same block with one running variance overwritten.
  func replacingVariance(of role: BranchRole, channel: Int, by value: Float) -> Block {
    let branches = branches.map { branch in
      guard branch.role == role, let norm = branch.norm else { return branch }
      var variance = norm.variance.floats()
      variance[channel] = value
      return Branch(
        role: role,
        kernel: branch.kernel,
        bias: branch.bias,
        norm: BatchNorm(
          shape: norm.shape,
          gamma: norm.gamma,
          beta: norm.beta,
          mean: norm.mean,
          variance: Tensor(variance, shape: [variance.count])
        )
      )
    }
    return Block(shape: shape, branches: branches, postNorm: postNorm, squeezeExcite: squeezeExcite)
  }
}
