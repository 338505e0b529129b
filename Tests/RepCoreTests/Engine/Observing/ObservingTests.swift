import Testing
import Words

@testable import RepCore

@Suite("A run that is watched")
struct ObservingTests {
  /// The ways to run a network, each with an odd picture.
  private struct Way: CustomStringConvertible {
    var batch = 1
    var threads = 1
    var height = 16
    var width = 16
    var set = InstructionSet.best

    var options: PlanOptions {
      PlanOptions(
        threads: threads,
        batch: batch,
        height: height,
        width: width,
        instructionSet: set
      )
    }

    var description: String {
      "\(batch)x\(height)x\(width), threads \(threads), \(set.rawValue)"
    }

    func input(_ network: Network) -> Tensor {
      .normal(shape: [batch, network.inputChannels, height, width], seed: 41)
    }
  }

  private static let ways: [Way] =
    [Way(), Way(batch: 2, threads: 2, height: 15, width: 9), Way(threads: 2, height: 7, width: 22)]
    + InstructionSet.available.map { Way(batch: 2, height: 11, width: 13, set: $0) }

  private static let names = ObservedNetworks.all.keys.sorted()

  @Test("hands out every block's map as the oracle has it, in both forms", arguments: names)
  func blocks(name: String) throws {
    let network = try #require(ObservedNetworks.all[name])
    for form in [network, try network.folded()] {
      for way in Self.ways {
        let input = way.input(form)
        let values = Set(form.blocks.map { ObservedValue.block($0.path) })
        let seen = try Session(Plan(form, way.options)).run(input, observing: values)
        var map = FeatureMap<Double>(input)
        for block in form.blocks {
          map = Reference<Double>.run(block, input: map)
          let found = try #require(seen[.block(block.path)])
          #expect(found.shape == [map.batch, map.channels, map.height, map.width])
          let error = relativeError(found.doubles(), map.values)
          #expect(error <= 2e-5, "\(name), \(block.path), \(way): off by \(error)")
        }
      }
    }
  }

  @Test(
    "hands out every branch's map as the oracle has it; they add up to the sum",
    arguments: names
  )
  func branches(name: String) throws {
    let network = try #require(ObservedNetworks.all[name])
    for way in Self.ways {
      let input = way.input(network)
      let plan = try Plan(network, way.options)
      let seen = try Session(plan).run(input, observing: plan.observable)
      var map = FeatureMap<Double>(input)
      for block in network.blocks {
        let sum = Reference<Double>.sum(block, input: map)
        var added = [Double](repeating: 0, count: sum.values.count)
        for branch in block.branches {
          let value = ObservedValue.branch(block.path, branch.id)
          let found = try #require(seen[value], "\(name), \(block.path) \(branch.id), \(way)")
            .doubles()
          let wanted = Reference<Double>.run(branch, in: block.shape, input: map).values
          let error = relativeError(found, wanted)
          #expect(error <= 2e-5, "\(name), \(block.path) \(branch.id), \(way): off by \(error)")
          for index in added.indices { added[index] += found[index] }
        }
        let error = relativeError(added, sum.values)
        #expect(error <= 2e-5, "\(name), \(block.path), \(way): the sum is off by \(error)")
        map = Reference<Double>.run(block, input: map)
      }
    }
  }

  @Test("has the same logits to the last bit, whatever is watched", arguments: names)
  func logits(name: String) throws {
    let network = try #require(ObservedNetworks.all[name])
    for way in Self.ways {
      let plan = try Plan(network, way.options)
      let session = try Session(plan)
      let input = way.input(network)
      let alone = try session.run(input).floats()
      for values in [plan.observable, [], Set(plan.observable.prefix(1))] {
        let seen = try session.run(input, observing: values)
        #expect(seen.logits.floats() == alone, "\(name), \(way), \(values.count) maps")
        #expect(values.allSatisfy { seen[$0] != nil })
      }
    }
  }

  @Test("counts a run and its steps once in the profile")
  func profile() throws {
    let network = try #require(ObservedNetworks.all["RepVGG"])
    let plan = try Plan(network, PlanOptions(threads: 1))
    let (session, profile) = (try Session(plan), Profile(plan: plan))
    let input = Tensor.normal(shape: plan.inputShape, seed: 2)
    _ = try session.run(input, observing: plan.observable, profile: profile)
    #expect(profile.snapshot().runs == 1)
    #expect(profile.snapshot().steps.count == plan.steps.count)
  }
}

@Suite("What a plan never has")
struct UnobservableTests {
  private let path = BlockPath(stage: 1, block: 1)

  /// What the plan says when it is asked, and how many steps it ran before.
  private func refusal(
    _ value: ObservedValue,
    of network: Network,
    _ branches: BranchExecution = .written
  ) throws -> SessionError? {
    let plan = try Plan(network, PlanOptions(threads: 1, branches: branches))
    var asked = 0
    do {
      let input = Tensor.normal(shape: plan.inputShape, seed: 1)
      _ = try Session(plan).run(input, observing: [value]) {
        asked += 1
        return false
      }
      return nil
    } catch {
      #expect(asked == 0, "\(asked) steps ran before \(error)")
      return error
    }
  }

  @Test("is refused before anything runs, with the reason")
  func refused() throws {
    let network = try #require(ObservedNetworks.all["RepVGG"])
    let dense = ObservedValue.branch(path, BranchID(.dense))
    let folded = try network.folded()
    for (value, network, execution, obstacle) in [
      (dense, network, BranchExecution.fused, ObservationObstacle.fused),
      (dense, folded, .written, .folded),
      (.branch(path, BranchID(.folded)), folded, .written, .folded),
      (.branch(path, BranchID(.average)), network, .written, .unknown),
      (.block(BlockPath(stage: 7, block: 0)), network, .written, .unknown),
      (.branch(BlockPath(stage: 7, block: 0), BranchID(.dense)), network, .written, .unknown),
    ] {
      let error = try refusal(value, of: network, execution)
      #expect(error == .unobservable(value, obstacle), "\(value), \(execution.rawValue)")
      let words = try #require(error).words
      #expect(words.en != words.vi && words.en.hasPrefix("stage"), "\(words.en)")
    }
    #expect(try refusal(dense, of: network) == nil)
    #expect(try refusal(.block(path), of: network, .fused) == nil)
    #expect(try refusal(.block(path), of: folded) == nil)
  }

  @Test("is what a block that stands alone and does not run would give")
  func stopped() throws {
    var architecture = Architecture(Recipe.small())
    architecture = Architecture(
      name: "apart",
      input: architecture.input,
      stages: [architecture.stages[0], architecture.stages[1]],
      wiring: .separate
    )
    architecture.stages[1].blocks[1].padding = .reflect
    let network = Network(random: architecture, seed: 1)
    let error = try refusal(.block(path), of: network)
    #expect(error == .unobservable(.block(path), .stopped([.padding(.reflect)])))
    #expect(error?.words.en.contains("reflect padding") == true)
  }
}
