import Foundation
import Testing
import Words

@testable import RepCore

@Suite("The timeline of memory")
struct MemoryTimelineTests {
  private static let sample = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../../Samples/digits.rvg").standardized.path

  /// Networks of every kind of block that changes what is held.
  private static let recipes: [Recipe] = [
    .small(), .small(groups: 4),
    .small(squeezeExcite: Recipe.SqueezeExcite(reduction: 4, placement: .afterActivation)),
    .small(squeezeExcite: Recipe.SqueezeExcite(reduction: 4, placement: .beforeActivation)),
  ]

  private static let options = [1, 2].flatMap { threads in
    BranchExecution.allCases.flatMap { branches in
      [(8, 8, 1), (19, 7, 2)].map { height, width, batch in
        PlanOptions(
          threads: threads,
          batch: batch,
          height: height,
          width: width,
          branches: branches
        )
      }
    }
  }

  @Test("tells of shapes alone what a plan with weights allocates")
  func plans() throws {
    for recipe in Self.recipes {
      for form in Form.allCases {
        let train = Network(random: Architecture(recipe), seed: 3)
        let network = form == .train ? train : try train.folded()
        for options in Self.options {
          let name = "\(recipe), \(form), \(options)"
          let plan = try Plan(network, options)
          let timeline = try MemoryTimeline(network.architecture, options, cache: nil)
          #expect(timeline.steps == plan.steps, "\(name)")
          #expect(timeline.maps == plan.memory.compulsory, "\(name)")
          let live = timeline.bands.map { $0.maps + $0.halo + $0.alignment }
          #expect(live == plan.memory.live, "\(name)")
          #expect(timeline.arena == plan.memory.activationsPeak, "\(name)")
          #expect(timeline.ownBytes == 4 * plan.scratchCount, "\(name)")
          #expect(timeline.gaps >= 0, "\(name)")
        }
      }
    }
  }

  @Test("holds in each step the maps that are counted")
  func held() throws {
    for recipe in Self.recipes {
      for options in Self.options {
        let timeline = try MemoryTimeline(Architecture(recipe), options, cache: nil)
        for step in timeline.steps.indices {
          let held = timeline.held(at: step)
          let bytes = held.reduce(0) { $0 + $1.bytes }
          #expect(bytes == timeline.maps[step], "\(recipe), \(options), step \(step)")
          #expect(held.count { $0.use == .written } >= 1, "\(recipe), \(options), step \(step)")
          let inputs = held.filter(\.isInput).reduce(0) { $0 + $1.bytes }
          #expect(timeline.extra[step] == bytes - inputs, "\(recipe), \(options), step \(step)")
        }
      }
    }
  }

  /// Counted by hand: M is 32 channels of 8 x 8 float32, 8 KiB.
  @Test("of the sample holds four maps with branches kept, two when they are fused or folded")
  func sample() throws {
    let network = try ModelFile.open(Self.sample)
    let path = BlockPath(stage: 1, block: 1)
    let kibibyte = 1024
    for (architecture, branches, maps, steps) in [
      (network.architecture, BranchExecution.written, 4, 51),
      (network.architecture, .fused, 2, 19), (network.architecture.deployed, .written, 2, 9),
    ] {
      let options = PlanOptions(threads: 1, instructionSet: .portable, branches: branches)
      let timeline = try MemoryTimeline(architecture, options, cache: nil)
      let name = "\(branches), \(architecture.form.map { "\($0)" } ?? "mixed")"
      #expect(timeline.steps.count == steps, "\(name)")
      let peak = try #require(timeline.peakStep(of: path))
      let held = timeline.held(at: peak)
      #expect(held.map(\.bytes) == Array(repeating: 8 * kibibyte, count: maps), "\(name)")
      #expect(held.map(\.isInput) == [true] + Array(repeating: false, count: maps - 1), "\(name)")
      #expect(timeline.maps[timeline.peakStep] == maps * 8 * kibibyte, "\(name)")
    }
  }

  @Test("says in what order the branches of a block pile up and go")
  func branches() throws {
    let network = try ModelFile.open(Self.sample)
    let options = PlanOptions(threads: 1, instructionSet: .portable)
    let timeline = try MemoryTimeline(network.architecture, options, cache: nil)
    let steps = try #require(timeline.steps(of: BlockPath(stage: 1, block: 1)))
    // conv, norm; conv, norm; norm of the identity; two sums; ReLU.
    #expect(steps.map { timeline.held(at: $0).count } == [2, 2, 3, 3, 4, 3, 2, 1])
    let identity = timeline.held(at: steps.lowerBound + 4)
    #expect(identity.map(\.use) == [.read, .waits, .waits, .written])
    #expect(
      identity.map(\.writer)
        == [0, 1, 3, 4].map { $0 == 0 ? steps.lowerBound - 1 : steps.lowerBound + $0 }
    )
  }

  @Test("is refused like the plan where a block does not run")
  func refused() {
    var architecture = Architecture(Recipe.small())
    architecture.stages[1].blocks[0].activation = .unsupported("GELU")
    let reason = #expect(throws: PlanError.self) { try MemoryTimeline(architecture, cache: nil) }
    #expect(reason?.description.contains("GELU") == true, "\(reason?.description ?? "")")
  }
}
