import RepCore
import Testing

@Suite("Folding a block")
struct BlockFoldTests {
  /// Blocks with every combination that folding has to get right.
  static let blocks: [Block] = [1, 2, 4].flatMap { groups in
    [(8, 8, 1), (8, 16, 2), (12, 12, 2), (4, 4, 1)].flatMap { inputs, outputs, stride in
      [true, false].flatMap { affine in
        [1e-5, 1e-3].map { epsilon in
          let norm = NormShape(epsilon: epsilon, isAffine: affine)
          var shape = BlockShape(
            path: BlockPath(stage: 1, block: 1),
            inputChannels: inputs,
            outputChannels: outputs,
            stride: stride,
            groups: groups,
            branches: [
              BranchShape(role: .dense, norm: norm),
              BranchShape(role: .pointwise, hasBias: true, norm: NormShape(epsilon: epsilon * 3)),
            ],
            postNorm: groups == 2 ? norm : nil
          )
          if shape.admitsIdentity {
            shape.branches.append(BranchShape(role: .identity, norm: epsilon == 1e-5 ? norm : nil))
          }
          return Block.random(shape, seed: UInt64(groups * 100 + inputs))
        }
      }
    }
  }

  @Test("in double, folded equals unfolded to 1e-12", arguments: blocks.indices)
  func equivalence(index: Int) {
    let block = Self.blocks[index]
    let input = FeatureMap<Double>(.normal(shape: [2, block.shape.inputChannels, 7, 5], seed: 3))
    var expected = Reference<Double>.sum(block, input: input)
    if let norm = block.postNorm { expected = Reference<Double>.normalize(expected, norm) }
    let actual = convolve(input, BlockFold(block))
    let largest = expected.values.map(abs).max() ?? 0
    let error = zip(expected.values, actual.values).map { abs($0 - $1) }.max() ?? 0
    #expect(error <= 1e-12 * largest, "\(block.shape)")
  }

  /// The definition once more, on the fold's double kernel, which no float tensor could carry.
  private func convolve(_ input: FeatureMap<Double>, _ fold: BlockFold) -> FeatureMap<Double> {
    let shape = fold.block.shape
    let (kernel, bias) = fold.doubles()
    let depth = shape.inputChannels / shape.groups
    var output = FeatureMap<Double>(
      batch: input.batch,
      channels: shape.outputChannels,
      height: shape.outputExtent(input.height),
      width: shape.outputExtent(input.width)
    )
    for index in output.values.indices {
      let (x, y) = (index % output.width, index / output.width % output.height)
      let channel = index / (output.height * output.width) % output.channels
      let picture = index / (output.height * output.width * output.channels)
      var sum = bias[channel]
      let group = channel / (shape.outputChannels / shape.groups)
      for step in 0..<depth {
        for tap in 0..<9 {
          let (row, column) = (y * shape.stride + tap / 3 - 1, x * shape.stride + tap % 3 - 1)
          guard (0..<input.height).contains(row), (0..<input.width).contains(column) else {
            continue
          }
          let plane = picture * input.channels + group * depth + step
          sum +=
            kernel[(channel * depth + step) * 9 + tap]
            * input.values[(plane * input.height + row) * input.width + column]
        }
      }
      output.values[index] = sum
    }
    return output
  }

  @Test("one pair at a time is the same kernel as all at once", arguments: blocks.indices)
  func pairs(index: Int) {
    let fold = BlockFold(Self.blocks[index])
    let shape = fold.block.shape
    let (kernel, bias) = fold.doubles()
    let depth = shape.inputChannels / shape.groups
    for output in 0..<shape.outputChannels {
      #expect(bias[output] == fold.bias(output: output), "\(shape)")
      for input in 0..<depth {
        let start = (output * depth + input) * 9
        let pair = fold.kernel(output: output, input: input)
        #expect(Array(kernel[start..<start + 9]) == pair, "\(shape), pair \(output), \(input)")
      }
    }
  }

  @Test("the folded block is the double kernel rounded once, whatever the threads")
  func rounding() {
    for block in Self.blocks {
      let (kernel, bias) = BlockFold(block).doubles()
      for threads in [1, 2, 5] {
        let folded = BlockFold(block).folded(threads: threads)
        #expect(folded.shape == block.shape.deployed)
        #expect(folded.branches[0].kernel?.floats() == kernel.map { Float($0) }, "\(block.shape)")
        #expect(folded.branches[0].bias?.floats() == bias.map { Float($0) }, "\(block.shape)")
      }
    }
  }

  @Test("only the centre tap receives anything from the 1x1 and identity branches")
  func ring() throws {
    let block = try #require(
      Self.blocks.first { $0.branch(.identity) != nil && $0.postNorm == nil }
    )
    let fold = BlockFold(block)
    for output in 0..<block.shape.outputChannels {
      let sum = fold.kernel(output: output, input: 0)
      let dense = fold.branches[0].scaledKernel(output: output, input: 0)
      for tap in 0..<9 where tap != 4 { #expect(sum[tap] == dense[tap], "tap \(tap)") }
    }
  }

  @Test("with groups the identity is counted inside each group")
  func groupedIdentity() throws {
    let block = try #require(
      Self.blocks.first { $0.shape.groups == 2 && $0.branch(.identity) != nil }
    )
    let identity = try #require(BlockFold(block).branches.first { $0.role == .identity })
    let depth = block.shape.inputChannels / 2
    for output in 0..<block.shape.outputChannels {
      let ones = (0..<depth).filter { identity.rawKernel(output: output, input: $0) == [1] }
      #expect(ones == [output % depth], "output channel \(output)")
    }
  }

  @Test("a folded block is not folded again")
  func twice() {
    let once = BlockFold(Self.blocks[0]).folded()
    let twice = BlockFold(once).folded()
    #expect(once.branches[0].kernel?.floats() == twice.branches[0].kernel?.floats())
  }
}
