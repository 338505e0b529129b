import Testing

@testable import RepCore

/// First convolutions of stride 2 that read the pictures themselves, against the double-precision oracle.
///
/// A CPU whose kernels have no stem computes them directly, which must come out as right.
@Suite struct StemAccuracyTests {
  private struct Case: CustomStringConvertible {
    var channels = (input: 3, output: 48)
    var height = 16
    var width = 16
    var batch = 1
    var threads = 2
    var activation = Activation.relu

    var description: String {
      "\(channels.input)->\(channels.output) of \(height)x\(width) batch \(batch) threads \(threads) "
        + "activation \(activation.title)"
    }

    var network: Network {
      let block = BlockShape(
        path: BlockPath(stage: 0, block: 0),
        inputChannels: channels.input,
        outputChannels: channels.output,
        stride: 2,
        branches: [.folded],
        activation: activation
      )
      let architecture = Architecture(
        name: "stem",
        input: InputShape(channels: channels.input, height: height, width: width),
        stages: [StageShape(blocks: [block])],
        classes: 5
      )
      return Network(random: architecture, seed: 3)
    }
  }

  private func expectAccuracy(_ instance: Case) throws {
    let network = instance.network
    let plan = try Plan(network, PlanOptions(threads: instance.threads, batch: instance.batch))
    let columns = InstructionSet.best.stemColumns ?? .max
    let isStem = (instance.width + 1) / 2 >= columns
    #expect((plan.steps[0].algorithm == .polyphaseRows) == isStem, "\(instance)")
    #expect((plan.steps[0].operation == .input) == !isStem, "\(instance)")
    let shape = [instance.batch, instance.channels.input, instance.height, instance.width]
    let input = Tensor.normal(shape: shape, seed: 5)
    let wanted = Reference<Double>.run(network.blocks[0], input: FeatureMap(input)).values
    let found = try Session(plan).lastMap(of: input).values.map { Double($0) }
    let error = relativeError(found, wanted)
    #expect(error <= 2e-5, "off by \(error): \(instance)")
  }

  @Test func `every extent from 1 to 40 comes out right`() throws {
    for extent in 1...40 {
      try expectAccuracy(Case(height: extent, width: extent * 7 % 40 + 1))
      try expectAccuracy(Case(height: extent * 7 % 40 + 1, width: extent))
    }
  }

  @Test func `every number of channels comes out right in batches`() throws {
    for input in [1, 2, 3, 4, 15] {
      for output in [1, 16, 17, 64, 80] {
        for threads in 1...3 {
          try expectAccuracy(
            Case(channels: (input, output), height: 13, width: 22, batch: 3, threads: threads)
          )
        }
      }
    }
  }

  @Test func `what has no ReLU keeps what is below zero`() throws {
    try expectAccuracy(Case(height: 21, width: 37, activation: .silu))
  }

  @Test func `a picture that two branches read is copied first`() throws {
    let network = Network(random: Architecture(Recipe.small()), seed: 1)
    for branches in BranchExecution.allCases {
      let plan = try Plan(network, PlanOptions(branches: branches))
      #expect(plan.steps[0].operation == .input, "branches \(branches.rawValue)")
    }
  }

  @Test func `who asks for the direct convolution gets it`() throws {
    let plan = try Plan(Case().network, PlanOptions(algorithm: .direct))
    #expect(plan.steps.prefix(2).map(\.algorithm) == [.stream, .directPlanar])
  }
}
