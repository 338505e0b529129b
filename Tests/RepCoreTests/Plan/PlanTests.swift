import Testing
import Words

@testable import RepCore

@Suite struct PlanTests {
  private static let deployed = Network(
    random: Architecture(variant: .a0).deployed,
    seed: 1
  )

  @Test func `the deploy form is one step for each block, and the classifier`() throws {
    let plan = try Plan(Self.deployed, PlanOptions(threads: 2))
    let readsPictures = InstructionSet.best.stemColumns != nil
    let input: [RepCore.Operation] = readsPictures ? [] : [.input]
    #expect(
      plan.steps.map(\.operation) == input + Array(repeating: .conv3x3, count: 22) + [.linear]
    )
    #expect(plan.steps.firstIndex(where: \.isPooled) == plan.steps.count - 2)
    #expect(plan.macs == 1_361_451_008)
    #expect(plan.steps[input.count].algorithm == (readsPictures ? .polyphaseRows : .directPlanar))
  }

  @Test func `only what comes where nothing was before is fresh`() throws {
    let plan = try Plan(Self.deployed, PlanOptions(threads: 1))
    // The stem's map, and the next one beside it; the third lies where the first was.
    let fresh = plan.arena.isFresh.suffix(23)
    #expect(Array(fresh.prefix(3)) == [true, true, false])
  }

  @Test func `the last convolution pools if its units have whole planes and nothing follows it`()
    throws
  {
    let excite = Recipe.SqueezeExcite(reduction: 4, placement: .afterActivation)
    let cases: [(Recipe.SqueezeExcite?, Int, Bool)] = [
      (nil, 1, true), (nil, 3, false), (excite, 1, false),
    ]
    for (squeezeExcite, threads, isPooled) in cases {
      let recipe = Recipe.small(squeezeExcite: squeezeExcite)
      let plan = try Plan(
        Network(random: Architecture(recipe).deployed, seed: 1),
        PlanOptions(threads: threads, height: 64, width: 64, algorithm: .direct)
      )
      let found = plan.steps.suffix(2).map(\.operation)
      #expect(found == [isPooled ? .conv3x3 : .pool, .linear], "\(threads) threads, \(recipe)")
      #expect(plan.steps.contains(where: \.isPooled) == isPooled)
    }
  }

  @Test func `the training form is executed as written`() throws {
    let plan = try Plan(Network(random: Architecture(Recipe.small()), seed: 1))
    let block = plan.steps.filter { $0.blockPath == BlockPath(stage: 1, block: 1) }
    #expect(
      block.map(\.name) == [
        "conv3x3", "norm", "conv1x1", "norm", "norm", "add", "add", "relu",
      ]
    )
    #expect(
      block.map(\.branch) == [
        BranchID(.dense), BranchID(.dense), BranchID(.pointwise), BranchID(.pointwise),
        BranchID(.identity), nil, nil, nil,
      ]
    )
  }

  @Test func `multiply-adds of the steps add up to the network's`() throws {
    for variant in [Recipe.small(), Recipe.small(groups: 4)] {
      let architecture = Architecture(variant)
      let plan = try Plan(
        Network(random: architecture, seed: 1),
        PlanOptions(batch: 3, height: 20, width: 11)
      )
      #expect(plan.macs == 3 * architecture.macs(height: 20, width: 11))
    }
  }

  @Test func `A0 needs what the paper's counting says, and little more is allocated`() throws {
    let deploy = try Plan(Self.deployed).memory
    #expect(deploy.compulsoryPeak == 4 * (3 * 224 * 224 + 48 * 112 * 112))
    #expect(deploy.activationsPeak < deploy.compulsoryPeak * 11 / 10)
    let train = try Plan(Network(random: Architecture(variant: .a0), seed: 1)).memory
    #expect(train.compulsoryPeak == 4 * (3 * 224 * 224 + 2 * 48 * 112 * 112))
    #expect(train.activationsPeak < train.compulsoryPeak * 11 / 10)
  }

  @Test func `the timeline never exceeds the arena and buffers alive together never overlap`()
    throws
  {
    let plan = try Plan(
      Network(random: Architecture(Recipe.small()), seed: 1),
      PlanOptions(batch: 2, height: 19, width: 7)
    )
    #expect(plan.memory.live.allSatisfy { $0 <= plan.memory.activationsPeak })
    var lives: [Int: ClosedRange<Int>] = [:]
    for (time, node) in plan.nodes.enumerated() {
      for buffer in node.work.buffers { lives[buffer] = (lives[buffer]?.lowerBound ?? time)...time }
    }
    for (left, life) in lives {
      for (right, other) in lives where left < right && life.overlaps(other) {
        let bytes = [left, right].map { id in
          let start = plan.arena.offsets[id]
          return start..<start + plan.buffers[id].layout.byteCount
        }
        #expect(!bytes[0].overlaps(bytes[1]), "buffers \(left) and \(right): \(bytes)")
      }
    }
  }

  @Test func `options that cannot be met are refused in one line`() throws {
    let network = Network(random: Architecture(Recipe.small()), seed: 1)
    for options in [
      PlanOptions(threads: 0), PlanOptions(batch: 0), PlanOptions(height: 0),
      PlanOptions(width: -1), PlanOptions(instructionSet: .neon),
    ] where options.instructionSet != InstructionSet.best {
      let error = #expect(throws: PlanError.self, "\(options)") { try Plan(network, options) }
      #expect(error?.description.contains("\n") == false)
    }
    _ = try Plan(network, PlanOptions(algorithm: .direct))
  }
}
