import Testing
import Words

@testable import RepCore

@Suite struct SessionTests {
  @Test(arguments: Form.allCases, InstructionSet.available)
  func `a network gives the oracle's logits`(form: Form, set: InstructionSet) throws {
    for excite in [nil, Recipe.SqueezeExcite(reduction: 4, placement: .beforeActivation)] {
      var architecture = Architecture(Recipe.small(groups: 2, squeezeExcite: excite))
      if form == .deploy { architecture = architecture.deployed }
      let network = Network(random: architecture, seed: 3)
      let options = PlanOptions(threads: 2, batch: 2, height: 21, width: 14, instructionSet: set)
      let input = Tensor.normal(shape: [2, 3, 21, 14], seed: 4)
      let logits = try Session(Plan(network, options)).run(input)
      #expect(logits.shape == [2, 5])
      let wanted = Reference<Double>.run(network, input: FeatureMap(input)).flatMap { $0 }
      let error = relativeError(logits.doubles(), wanted)
      #expect(error <= 1e-4, "\(form.rawValue) \(set.rawValue) excite \(excite != nil): \(error)")
    }
  }

  @Test(arguments: InstructionSet.available)
  func `results are the same bits in every run and for every number of threads`(
    set: InstructionSet
  ) throws {
    let network = Network(random: Architecture(Recipe.small(groups: 2)), seed: 5)
    let input = Tensor.normal(shape: [1, 3, 16, 16], seed: 6)
    var seen: Set<[UInt32]> = []
    for threads in [1, 2, 3, 5] {
      let session = try Session(Plan(network, PlanOptions(threads: threads, instructionSet: set)))
      for _ in 0..<20 { seen.insert(try session.run(input).floats().map(\.bitPattern)) }
    }
    #expect(seen.count == 1)
  }

  @Test(arguments: InstructionSet.available)
  func `means of the last convolution are the bits of a pool of its own`(
    set: InstructionSet
  ) throws {
    let network = Network(random: Architecture(Recipe.small()).deployed, seed: 5)
    let input = Tensor.normal(shape: [3, 3, 64, 48], seed: 6)
    var seen: Set<[UInt32]> = []
    var kinds: Set<Bool> = []
    for threads in [1, 2, 8] {
      let options = PlanOptions(
        threads: threads,
        batch: 3,
        height: 64,
        width: 48,
        instructionSet: set,
        algorithm: .direct
      )
      let plan = try Plan(network, options)
      kinds.insert(plan.steps.contains { $0.operation == .pool })
      seen.insert(try Session(plan).run(input).floats().map(\.bitPattern))
    }
    #expect(kinds == [true, false], "\(set.rawValue)")
    #expect(seen.count == 1, "\(set.rawValue)")
  }

  @Test func `a picture of an earlier run leaves no trace`() throws {
    let network = Network(random: Architecture(Recipe.small()), seed: 7)
    let plan = try Plan(network, PlanOptions(threads: 2))
    let (first, second) = (
      Tensor.normal(shape: plan.inputShape, seed: 8), Tensor.normal(shape: plan.inputShape, seed: 9)
    )
    let session = try Session(plan)
    let alone = try session.run(second).floats()
    _ = try session.run(first)
    #expect(try session.run(second).floats() == alone)
  }

  @Test func `the first block may have an identity branch and read blocks of channels`() throws {
    let block = BlockShape(
      path: BlockPath(stage: 0, block: 0),
      inputChannels: 18,
      outputChannels: 18,
      branches: [
        BranchShape(role: .identity), BranchShape(role: .dense), BranchShape(role: .pointwise),
      ]
    )
    let architecture = Architecture(
      name: "identity first",
      input: InputShape(channels: 18, height: 5, width: 6),
      stages: [StageShape(blocks: [block, block])],
      classes: 3
    )
    let network = Network(random: architecture, seed: 1)
    for set in InstructionSet.available {
      let plan = try Plan(network, PlanOptions(threads: 2, batch: 2, instructionSet: set))
      let input = Tensor.normal(shape: plan.inputShape, seed: 2)
      let logits = try Session(plan).run(input).doubles()
      let wanted = Reference<Double>.run(network, input: FeatureMap(input)).flatMap { $0 }
      let error = relativeError(logits, wanted)
      #expect(error <= 2e-5, "\(set.rawValue): \(error)")
    }
  }

  @Test func `an input of another shape is refused in one line`() throws {
    let plan = try Plan(Network(random: Architecture(Recipe.small()), seed: 1))
    let session = try Session(plan)
    let error = #expect(throws: SessionError.self) {
      try session.run(Tensor.normal(shape: [1, 3, 16, 17], seed: 1))
    }
    #expect(error == .wrongInput(expected: [1, 3, 16, 16], found: [1, 3, 16, 17]))
    #expect(error?.description.contains("\n") == false)
  }

  @Test func `a cancelled run stops before the next step and the next run is whole`() throws {
    let plan = try Plan(Network(random: Architecture(Recipe.small()), seed: 1))
    let session = try Session(plan)
    let profile = Profile(plan: plan)
    let input = Tensor.normal(shape: plan.inputShape, seed: 1)
    let wanted = try session.run(input).floats()
    var asked = 0
    #expect(throws: SessionError.cancelled) {
      try session.run(input, profile: profile) {
        asked += 1
        return asked == 5
      }
    }
    #expect(asked == 5)
    #expect(profile.snapshot().runs == 0)
    #expect(try session.run(input).floats() == wanted)
  }

  @Test func `sessions of one plan and callers of one session do not disturb each other`()
    async
    throws
  {
    let plan = try Plan(
      Network(random: Architecture(Recipe.small()), seed: 1),
      PlanOptions(threads: 2)
    )
    let input = Tensor.normal(shape: plan.inputShape, seed: 1)
    let (one, other) = (try Session(plan), try Session(plan))
    let wanted = try one.run(input).floats()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<8 {
        group.addTask { try (index < 5 ? one : other).run(input).floats() == wanted }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }
}
