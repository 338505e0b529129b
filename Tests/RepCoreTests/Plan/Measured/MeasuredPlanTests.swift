import Testing

@testable import RepCore

@Suite struct MeasuredPlanTests {
  private let network = Network(random: Architecture(Recipe.small()), seed: 1)
  private let options = PlanOptions(threads: 2, height: 32, width: 32)

  @Test func `measured choices are remembered, and used again without measuring`() throws {
    try withTemporaryFolder { folder in
      let cache = PlanCache(folder: folder + "/made/anew")
      var rounds = 0
      let plan = try Plan.measured(network, options, cache: cache) { _, _ in rounds += 1 }
      #expect(rounds > 0)
      let again = try Plan.measured(network, options, cache: cache) { _, _ in
        Issue.record("measured again")
      }
      let cached = try Plan.cached(network, options, cache: cache)
      let choices = plan.convolutions.map(\.choice)
      #expect(again.convolutions.map(\.choice) == choices)
      #expect(cached.convolutions.map(\.choice) == choices)
    }
  }

  @Test func `a cached choice that cannot be used is measured again and replaced`() throws {
    try withTemporaryFolder { folder in
      let cache = PlanCache(folder: folder)
      let shape = try #require(Plan(network, options).convolutions.last?.shape)
      // A family that does not fit the stride.
      let wrong = try #require(
        ConvolutionChoice(shape.window.stride == 1 ? "p4/1/8/1/own" : "f4/1/8/1/own")
      )
      let accuracy = PlanAccuracy(network)
      _ = try Plan.measured(network, options, cache: cache)
      try cache.add([shape: wrong], for: options, accuracy)
      var rounds = 0
      let plan = try Plan.measured(network, options, cache: cache) { _, _ in rounds += 1 }
      #expect(rounds > 0)
      let kept = try #require(cache.choices(for: options, accuracy)[shape.key])
      #expect(kept == plan.convolutions.last?.choice && kept != wrong)
    }
  }

  @Test func `a measured plan computes what the oracle computes`() throws {
    try withTemporaryFolder { folder in
      let cache = PlanCache(folder: folder)
      let input = Tensor.normal(shape: [1, 3, 32, 32], seed: 2)
      let plan = try Plan.measured(network, options, cache: cache)
      let logits = try Session(plan).run(input).doubles()
      let wanted = Reference<Double>.run(network, input: FeatureMap(input)).flatMap { $0 }
      #expect(relativeError(logits, wanted) <= 1e-4)
    }
  }

  @Test func `a damaged cache, or one of other shapes, holds nothing`() throws {
    try withTemporaryFolder { folder in
      let cache = PlanCache(folder: folder)
      let table = try Plan(network, options).convolutions.map(\.choice)
      let set = InstructionSet.best.rawValue
      let shape = try #require(Plan(network, options).convolutions.last?.shape)
      let cpu = JSON.string(processorName()).encoded()
      for text in [
        "", "{", "[]", "{\"version\":1}", "{\"version\":1,\"cpu\":\(cpu),\"choices\":7}",
        "{\"version\":999,\"cpu\":\(cpu),\"choices\":{\"\(shape.key)\":\"direct\"}}",
        "{\"version\":1,\"cpu\":\"other\",\"choices\":{\"\(shape.key)\":\"direct\"}}",
        // A family that does not fit the stride.
        "{\"version\":1,\"cpu\":\(cpu),\"choices\":{\"\(shape.key)\":\"p4/1/8/1/own\"}}",
        "{\"version\":1,\"cpu\":\(cpu),\"choices\":{\"\(shape.key)\":\"f4/1/8/60000/own\"}}",
      ] {
        try TextFile.write(text, to: "\(folder)/plan-\(set)-2t-fast-shallow.json")
        let plan = try Plan.cached(network, options, cache: cache)
        #expect(plan.convolutions.map(\.choice) == table, "\(text)")
      }
    }
  }

  @Test func `little memory means tiles of two or none`() throws {
    let instance = BlockCase(channels: (64, 64), height: 14, width: 14, form: .deploy)
    let network = Network(random: instance.architecture, seed: 1)
    let low = try Plan(network, PlanOptions(memory: .low))
    for (_, shape, choice) in low.convolutions {
      let family = choice.family
      #expect(family == nil || family == .f2 || family == .p2, "\(shape.key): \(choice)")
    }
    let fast = try Plan(network, PlanOptions(memory: .fast))
    #expect(low.memory.packed < fast.memory.packed)
  }

  @Test func `a deep network uses no tiles of six, whatever a cache says`() throws {
    let instance = BlockCase(channels: (64, 64), height: 12, width: 12, form: .deploy)
    var architecture = instance.architecture
    let block = architecture.stages[1].blocks[0]
    for (count, admitted) in [(31, true), (32, false)] {
      architecture.stages[1] = StageShape(
        blocks: (0..<count).map { index in
          var block = block
          block.path = BlockPath(stage: 1, block: index)
          return block
        }
      )
      let network = Network(random: architecture, seed: 1)
      let options = PlanOptions(threads: 1)
      let shape = try #require(Plan(network, options).convolutions.last?.shape)
      let six = try #require(ConvolutionChoice("f6/1/8/1/own"))
      let plan = try Plan(network, options, choices: [shape.key: six])
      #expect((plan.convolutions.last?.choice == six) == admitted, "\(count + 1) blocks")
    }
  }
}
