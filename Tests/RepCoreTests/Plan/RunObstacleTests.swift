import Testing
import Words

@testable import RepCore

@Suite("A block that does not run")
struct RunObstacleTests {
  /// What keeps a block from running, and the words that must be told.
  private static let cases: [(change: @Sendable (inout BlockShape) -> Void, words: String)] = [
    ({ $0.padding = .reflect }, "reflect padding"),
    ({ $0.padding = .replicate }, "replicate padding"),
    ({ $0.padding = .circular }, "circular padding"),
    ({ $0.activation = .unsupported("GELU") }, "the activation GELU"),
    ({ $0.activation = .leakyReLU(slope: .infinity) }, "the activation LeakyReLU inf"),
    ({ $0.unknownLayers = ["Dropout2d", "DropPath"] }, "Dropout2d, DropPath, not understood"),
    (
      {
        $0.padding = .reflect
        $0.activation = .unsupported("Mish")
      },
      "reflect padding; the activation Mish"
    ),
  ]

  private func network(_ change: (inout BlockShape) -> Void) -> Network {
    var architecture = Tiny.network().architecture
    change(&architecture.stages[1].blocks[1])
    return Network(random: architecture, seed: 2)
  }

  @Test("is named by the plan's error, with the reason", arguments: cases.indices)
  func plan(index: Int) throws {
    let (change, words) = Self.cases[index]
    let network = network(change)
    for form in [network, try network.folded()] {
      for branches in BranchExecution.allCases {
        let error = #expect(throws: PlanError.self, "\(words)") {
          try Plan(form, PlanOptions(threads: 1, branches: branches))
        }
        let block = network.blocks[2].shape
        #expect(error?.kind == .block(block.path, block.obstacles), "\(words)")
        #expect(error?.description.hasPrefix("stage1.1 does not run: \(words);") == true)
      }
      #expect(throws: PlanError.self) { try Plan.cached(form, cache: nil) }
      #expect(throws: PlanError.self) { try Plan.measured(form, cache: nil) }
    }
  }

  @Test("keeps no other from running where blocks stand alone")
  func separate() throws {
    let chain = network { $0.padding = .reflect }
    func alone(_ blocks: [Block]) -> Network {
      Network(name: "blocks", input: InputShape(channels: 8), stages: [blocks], head: nil)
    }
    let all = alone(chain.blocks)
    for form in [all, try all.folded()] {
      let plan = try Plan(form, PlanOptions(threads: 1, height: 9, width: 9))
      #expect(plan.stopped == [form.blocks[2].shape])
      let paths = chain.blocks.map(\.path)
      #expect(Set(plan.steps.compactMap(\.blockPath)) == Set(paths).subtracting([paths[2]]))
      let input = Tensor.normal(shape: plan.inputShape, seed: 1)
      _ = try Session(plan).run(input)
    }
    #expect(throws: PlanError.self) { try Plan(alone([chain.blocks[2]])) }
    let verification = try Verification(all)
    #expect(verification.passes && verification.stopped == nil && verification.logits == nil)
    #expect(try Plan(alone([chain.blocks[0]])).stopped.isEmpty)
  }

  @Test("folds, and its fold is checked", arguments: cases.indices)
  func fold(index: Int) throws {
    let (change, words) = Self.cases[index]
    let network = network(change)
    let folded = try network.folded().blocks[2].shape
    #expect(folded.obstacles == network.blocks[2].shape.obstacles, "\(words): the fold keeps it")
    #expect(folded.form == .deploy)
    let verification = try Verification(network)
    #expect(verification.logits == nil && verification.passes, "\(words)")
    #expect(verification.stopped?.path == network.blocks[2].path, "\(words)")
    #expect(verification.blocks.count == network.blocks.count)
    let damaged = network.blocks[2].replacingVariance(of: .pointwise, channel: 0, by: 4)
    let wrong = BlockCheck(damaged, folded: BlockFold(network.blocks[2]).folded(), seed: 0)
    #expect(!wrong.passes(), "\(words): a wrong fold is seen")
  }

  @Test("with any padding is the same convolution folded as unfolded, in double")
  func paddedFold() {
    for padding in PaddingMode.allCases {
      let network = network { $0.padding = padding }
      let block = network.blocks[2]
      let input = FeatureMap<Double>(.normal(shape: [2, 8, 5, 6], seed: 3))
      let difference = Difference(
        of: Reference<Double>.run(BlockFold(block).folded(), input: input).values,
        from: Reference<Double>.run(block, input: input).values
      )
      // The fold is rounded to float once.
      #expect(difference.maximumRelative < 1e-6, "\(padding): \(difference)")
    }
  }

  @Test("is not one with a 1x1 window, which sees no padding")
  func pointwise() {
    var shape = Tiny.network().architecture.blocks[2]
    shape.padding = .reflect
    #expect(!shape.runs)
    shape.kernelSize = 1
    #expect(shape.runs && shape.obstacleWords == nil)
  }

  @Test(
    "is not one that has an activation that the engine computes",
    arguments: Activation.allThatRun
  )
  func activations(activation: Activation) throws {
    let network = network { $0.activation = activation }
    #expect(network.architecture.firstObstacle == nil, "\(activation)")
    for form in [network, try network.folded()] {
      let plan = try Plan(form, PlanOptions(threads: 1))
      let own = plan.steps.filter { $0.blockPath == network.blocks[2].path }.map(\.operation)
      let expected: RepCore.Operation? =
        switch activation {
        case .leakyReLU: .leakyReLU
        case .relu6: .relu6
        case .hardswish: .hardswish
        case .silu: .silu
        default: nil
        }
      if let expected { #expect(own.last == expected, "\(activation)") }
      #expect(own.contains(.relu) == (activation == .relu && form.form == .train), "\(activation)")
    }
    #expect(try Verification(network).passes, "\(activation)")
  }
}
