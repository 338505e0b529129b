import Testing

@testable import RepCore

@Suite("Folding every kind of branch")
struct BranchKindsTests {
  /// Blocks that only other families have, by what they are.
  static let shapes: [String: BlockShape] = {
    func block(
      _ inputs: Int,
      _ outputs: Int,
      size: Int = 3,
      stride: Int = 1,
      groups: Int = 1,
      _ branches: [BranchShape],
      postNorm: NormShape? = nil
    ) -> BlockShape {
      BlockShape(
        path: BlockPath(stage: 0, block: 0),
        inputChannels: inputs,
        outputChannels: outputs,
        kernelSize: size,
        stride: stride,
        groups: groups,
        branches: branches,
        postNorm: postNorm,
        activation: .identity
      )
    }
    let dense = (0..<4).map { BranchShape(role: .dense, index: $0) }
    let pointwise = (0..<4).map { BranchShape(role: .pointwise, index: $0) }
    let identity = BranchShape(role: .identity)
    let bare = BranchShape(role: .identity, norm: nil)
    return [
      "four depthwise convolutions, a scale and an identity":
        block(19, 19, groups: 19, dense + [BranchShape(role: .pointwise), identity]),
      "the same with stride 2":
        block(19, 19, stride: 2, groups: 19, dense + [BranchShape(role: .pointwise)]),
      "four 1x1 convolutions and an identity": block(17, 17, size: 1, pointwise + [identity]),
      "1x1 convolutions to more channels": block(17, 33, size: 1, pointwise),
      "a norm after the sum, a bare 1x1 and a bare identity": block(
        18,
        18,
        [dense[0], BranchShape(role: .pointwise, hasBias: true, norm: nil), bare],
        postNorm: NormShape(epsilon: 1e-3)
      ),
      "an average of each window": block(
        18,
        18,
        groups: 2,
        [
          dense[0], BranchShape(role: .pointwise, norm: nil), bare,
          BranchShape(role: .average, norm: nil),
        ],
        postNorm: NormShape()
      ),
      "an average with stride 2": block(
        5,
        5,
        stride: 2,
        [dense[0], BranchShape(role: .average, norm: nil)]
      ),
    ]
  }()

  @Test("keeps what the block computes, in double", arguments: shapes.keys.sorted())
  func exact(name: String) throws {
    let block = Block(random: try #require(Self.shapes[name]), seed: 11)
    let input = Tensor.normal(shape: [2, block.shape.inputChannels, 7, 6], seed: 12)
    let expected = Reference<Double>.linearPart(of: block, input: FeatureMap(input))
    let (kernel, bias) = BlockFold(block).doubles()
    let folded = Reference<Double>.convolve(
      FeatureMap(input),
      kernel: .doubles(kernel, shape: block.shape.foldedKernelShape),
      bias: .doubles(bias, shape: [bias.count]),
      stride: block.shape.stride,
      groups: block.shape.groups,
      dilation: 1
    )
    let difference = Difference(of: folded.values, from: expected.values)
    #expect(difference.maximumRelative < 1e-12, "\(name): \(difference)")
  }

  @Test("agrees row by row, pair by pair and at the centre", arguments: shapes.keys.sorted())
  func views(name: String) throws {
    let block = Block(random: try #require(Self.shapes[name]), seed: 13)
    let fold = BlockFold(block)
    let (size, inputs) = (block.shape.kernelSize, block.shape.inputChannels / block.shape.groups)
    for output in 0..<block.shape.outputChannels {
      let row = fold.row(output: output)
      for input in 0..<inputs {
        let kernel = fold.kernel(output: output, input: input)
        let part = Array(row[input * size * size..<(input + 1) * size * size])
        #expect(part == kernel, "\(name), out \(output), in \(input)")
        #expect(
          kernel.indices.allSatisfy { fold.tap($0, output: output, input: input) == kernel[$0] }
            && fold.centre(output: output, input: input) == kernel[size * size / 2],
          "\(name), out \(output), in \(input)"
        )
      }
    }
  }

  @Test(
    "runs on the engine as on the oracle, alone and in both executions",
    arguments: shapes.keys.sorted()
  )
  func engine(name: String) throws {
    let shape = try #require(Self.shapes[name])
    let network = Network(
      random: Architecture(
        name: name,
        input: InputShape(channels: shape.inputChannels, height: 9, width: 10),
        stages: [StageShape(blocks: [shape])],
        wiring: .separate
      ),
      seed: 14
    )
    let input = Tensor.normal(shape: [1, shape.inputChannels, 9, 10], seed: 15)
    let expected = Reference<Double>.run(network.blocks[0], input: FeatureMap(input)).values
    for set in InstructionSet.available {
      for (form, branches) in [
        (network, BranchExecution.written), (network, .fused), (try network.folded(), .written),
      ] {
        let options = PlanOptions(threads: 2, instructionSet: set, branches: branches)
        let found = try Session(Plan(form, options)).lastMap(of: input).values
        let difference = Difference(of: found.map(Double.init), from: expected)
        #expect(
          difference.maximumRelative < 2e-5,
          "\(name), \(set), \(form.form?.rawValue ?? "") \(branches): \(difference)"
        )
      }
    }
  }
}

extension Tensor {
  /// A float64 tensor.
  fileprivate static func doubles(_ values: [Double], shape: [Int]) -> Tensor {
    Tensor(
      storage: Storage(copying: values),
      byteOffset: 0,
      elementType: .float64,
      shape: shape
    )
  }
}
