import Canvas
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("By what a block is computed")
struct BlockChoiceTests {
  private let place = WinogradPlace.plain

  @Test("goes from one possible algorithm to the next, and back to the plan's own")
  func cycle() {
    var state = place.state()
    var seen: [BlockChoice] = []
    for _ in 0..<BlockChoice.allCases.count {
      #expect(state.press(.character("a")) == [.engine])
      state.meetNeeds()
      seen.append(state.winograd.chosen(state.shared))
    }
    #expect(seen == [.direct, .f2, .f4, .f6, .auto])
    #expect(state.live.algorithms.isEmpty)
  }

  @Test("leaves out what cannot be, and refuses it with the reason")
  func obstacles() throws {
    let strided = WinogradPlace(document: Fixture.document, block: BlockPath(stage: 2, block: 0))
    var state = strided.state()
    var seen: [BlockChoice] = []
    for _ in 0..<4 {
      _ = state.press(.character("a"))
      state.meetNeeds()
      seen.append(state.winograd.chosen(state.shared))
    }
    #expect(seen == [.direct, .f2, .f4, .auto])
    #expect(state.perform(line: "algorithm f6").isEmpty)
    let fault = try #require(state.shared.fault?.description)
    #expect(fault.contains("cannot be computed by") && fault.contains("with stride 2"), "\(fault)")
    #expect(state.live.algorithms.isEmpty)
  }

  @Test("is what measurements are told apart by")
  func measurements() throws {
    var state = place.state()
    _ = state.perform(line: "clear")
    for (form, timing) in try Fixture.measure(1) { state.receive(.timing(timing, form)) }
    #expect(state.live.timing(of: .deploy) != nil)
    _ = state.perform(line: "algorithm direct")
    #expect(state.live.timing(of: .deploy) == nil && state.live.timing(of: .train) == nil)
    _ = state.perform(line: "algorithm auto")
    #expect(state.live.timing(of: .deploy) != nil)
  }

  @Test("belongs to its model, and is there again when that is shown again")
  func models() throws {
    var state = place.state("algorithm f2")
    let chosen = [place.block: ConvolutionAlgorithm.winogradF2]
    #expect(state.live.algorithms == chosen)
    for effect in state.open(.file("last.pt")) {
      guard case .read(let request) = effect else { continue }
      _ = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    }
    #expect(state.document.title == "last.pt" && state.live.algorithms.isEmpty)
    _ = state.perform(line: "other-model")
    #expect(state.live.algorithms == chosen)
  }

  @Test("is obeyed by what is measured from then on, in both forms, and by no other block")
  func obeyed() throws {
    let algorithms: [(ConvolutionAlgorithm, Algorithm)] = [
      (.direct, .direct), (.winogradF2, .winogradF2), (.winogradF4, .winogradF4),
    ]
    for (algorithm, wanted) in algorithms {
      let settings = MeasurementSettings(
        document: Fixture.document,
        model: ModelID(),
        engine: EngineSettings(threads: 1, algorithms: [place.block: algorithm]),
        input: nil
      )
      let timings = try #require(try settings.measure(1, JobContext()))
      #expect(timings.count == 2)
      for (key, timing) in timings {
        #expect(key.settings.algorithms == [place.block: algorithm])
        let own = timing.steps.filter { $0.blockPath == place.block && $0.operation == .conv3x3 }
        #expect(own.map(\.algorithm) == [wanted], "\(key.form), \(algorithm.rawValue)")
        let free = try #require(try Fixture.measure(1)[key.form]).steps
        let others = zip(timing.steps, free).filter { $0.0.blockPath != place.block }
        #expect(others.allSatisfy { $0.0.algorithm == $0.1.algorithm }, "\(key.form)")
      }
    }
  }

  @Test("is forgotten by no tuning: what was measured with old plans is, whatever blocks had")
  func tuning() throws {
    var state = place.state()
    _ = state.perform(line: "clear")
    let timing = try #require(try Fixture.measure(1)[.deploy])
    for line in ["algorithm f2", "algorithm auto"] {
      _ = state.perform(line: line)
      state.receive(.timing(timing, .deploy))
    }
    let model = state.shared.workspace.current.id
    _ = state.receive(.tuned(model, state.shared.live.settings, isNew: true))
    #expect(state.live.timing(of: .deploy) == nil)
    _ = state.perform(line: "algorithm f2")
    #expect(state.live.timing(of: .deploy) == nil)
  }

  @Test("is measured when that is asked for, with the engine at rest, and shown with its error")
  func trial() throws {
    var state = place.state()
    #expect(state.shown.contains("e measures time and error"))
    state.shared.live.isRunning = true
    #expect(state.press(.character("e")) == [.engine] && !state.live.isRunning)
    #expect(state.shown.contains("measuring"))
    state.meetNeeds()
    let trial = try #require(state.shared.answers[state.winograd.trial(state.shared)])
    #expect(state.shown.contains("median of 15 runs, 2 threads"))
    for finding in [trial.planned] + trial.each.values {
      let time = Numbers.duration(seconds: finding.timing.median * 1e-6)
      #expect(state.shown.contains(time), "\(time) in\n\(state.shown)")
      #expect(state.shown.contains(Numbers.scientific(finding.error)), "\(finding.error)")
      #expect(finding.error < 1e-4)
    }
    // What was measured stays known while other choices are looked at.
    _ = state.perform(line: "algorithm f2; sample-timing")
    #expect(state.shared.answers[state.winograd.trial(state.shared)] != nil)
  }

  @Test("can be given up while it is measured")
  func givingUp() throws {
    let state = place.state()
    let trial = state.winograd.trial(state.shared)
    var reports = 0
    #expect(throws: CancellationError.self) {
      _ = try trial.find(in: place.document, JobContext(isCancelled: { true }))
    }
    struct Progress: Sendable { let done: Int, total: Int }
    let context = JobContext(report: { done, total in
      if done >= total { Issue.record("\(done) of \(total)") }
    })
    reports = try #require(try trial.find(in: place.document, context)).runs
    #expect(reports == BlockTrial.usualRuns)
  }
}
