import Testing

@testable import RepCore

@Suite("The shares by absolute kernel sum")
struct KernelSharesTests {
  /// The sum of absolute folded taps that each branch makes up in one output channel, tap by tap from the tensors;
  /// shares nothing with `BlockFold`.
  private func parts(_ block: Block, output: Int) -> [Double] {
    func scale(_ norm: BatchNorm?) -> Double {
      guard let norm else { return 1 }
      let gamma = norm.gamma?.double(at: output) ?? 1
      return gamma / (norm.variance.double(at: output) + norm.shape.epsilon).squareRoot()
    }
    let behind = scale(block.postNorm)
    return block.branches.map { branch in
      var sum = 0.0
      if let kernel = branch.kernel {
        let length = kernel.shape[1] * kernel.shape[2] * kernel.shape[3]
        for tap in 0..<length {
          sum += abs(kernel.double(at: output * length + tap) * scale(branch.norm) * behind)
        }
      } else {
        sum = abs(scale(branch.norm) * behind)
      }
      return sum
    }
  }

  private func close(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) }
  }

  @Test("are the sums of absolute taps by hand", arguments: BranchKindsTests.shapes.keys.sorted())
  func byHand(name: String) throws {
    let block = Block(random: try #require(BranchKindsTests.shapes[name]), seed: 21)
    let fold = BlockFold(block)
    let outputs = 0..<block.shape.outputChannels
    let all = outputs.map { parts(block, output: $0) }
    for output in outputs {
      let found = fold.magnitudes(output: output)
      #expect(close(found, all[output]), "\(name), out \(output): \(found), not \(all[output])")
    }
    let sums = block.branches.indices.map { branch in all.reduce(0) { $0 + $1[branch] } }
    let total = sums.reduce(0, +)
    let shares = KernelShares(fold)
    #expect(close(shares.shares, sums.map { $0 / total }), "\(name): \(shares.shares)")
    #expect(close([shares.shares.reduce(0, +)], [1]), "\(name)")
    let identity = block.branches.firstIndex { $0.role == .identity }
    let dominated = outputs.filter { output in
      identity.map { all[output][$0] > all[output].reduce(0, +) * 0.5 } ?? false
    }
    #expect(shares.identityDominated == dominated, "\(name)")
    #expect(shares.dead.isEmpty && shares.damaged.isEmpty, "\(name)")
    #expect(shares.channels == block.shape.outputChannels)
  }

  /// A block of a 3x3 and a 1x1 kernel of two channels, without norms.
  private func block(_ dense: [Float], _ pointwise: [Float]) -> Block {
    Block(
      shape: BlockShape(
        path: BlockPath(stage: 0, block: 0),
        inputChannels: 2,
        outputChannels: 2,
        branches: [
          BranchShape(role: .dense, norm: nil), BranchShape(role: .pointwise, norm: nil),
        ]
      ),
      branches: [
        Branch(role: .dense, kernel: Tensor(dense, shape: [2, 2, 3, 3])),
        Branch(role: .pointwise, kernel: Tensor(pointwise, shape: [2, 2, 1, 1])),
      ]
    )
  }

  @Test("list a channel whose folded taps are all zero, also where branches cancel each other")
  func dead() {
    var dense = [Float](repeating: 0, count: 36)
    dense[4] = 0.5
    let cancelled = KernelShares(BlockFold(block(dense, [-0.5, 0, 0, 0.25])))
    #expect(cancelled.dead == [0])
    // What cancels was added up all the same: 0.5 against 0.5 + 0.25.
    #expect(close(cancelled.shares, [0.4, 0.6]), "\(cancelled.shares)")
    let zeros = KernelShares(BlockFold(block(Array(repeating: 0, count: 36), [0, 0, 0, 0])))
    #expect(zeros.dead == [0, 1] && zeros.shares == [0, 0])
  }

  @Test("leave out a channel that holds no number, and list it")
  func damaged() {
    var dense = [Float](repeating: 0, count: 36)
    (dense[0], dense[18]) = (.nan, 1)
    let shares = KernelShares(BlockFold(block(dense, [1, 0, 0, 3])))
    #expect(shares.damaged == [0] && shares.dead.isEmpty)
    #expect(close(shares.shares, [0.25, 0.75]), "\(shares.shares)")
  }

  @Test("are those of the sum before and behind a norm of it, and the sum is what the norm sees")
  func postNorm() throws {
    let name = "an average of each window"
    let block = Block(random: try #require(BranchKindsTests.shapes[name]), seed: 22)
    let fold = BlockFold(block)
    let norm = try #require(block.postNorm)
    for output in [0, 7, 17] {
      let deviation = (norm.variance.double(at: output) + norm.shape.epsilon).squareRoot()
      let factor = (norm.gamma?.double(at: output) ?? 1) / deviation
      for input in [0, 8] {
        let sum = fold.sum(output: output, input: input)
        let kernel = fold.kernel(output: output, input: input)
        #expect(close(kernel, sum.map { $0 * factor }), "out \(output) in \(input)")
      }
      let shift = (norm.beta?.double(at: output) ?? 0) - norm.mean.double(at: output) * factor
      let bias = fold.biasSum(output: output) * factor + shift
      #expect(close([fold.bias(output: output)], [bias]), "out \(output)")
    }
  }
}
