import Foundation
import RepCore
import Testing
import Words

@testable import Explorer

@Suite("The live engine", .serialized)
struct LiveEngineTests {
  /// An engine whose wake-ups can be waited for.
  private final class Watched: Sendable {
    let engine: LiveEngine
    private let rings: AsyncStream<Void>

    init(_ document: Document = Fixture.document, input: Tensor? = nil) {
      let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
      rings = stream
      engine = LiveEngine(document, input: input) { continuation.yield() }
    }

    /// The updates until `isEnough` says so of one of them.
    func updates(until isEnough: (LiveUpdate) -> Bool) async -> [LiveUpdate] {
      var all: [LiveUpdate] = []
      for await _ in rings {
        let news = engine.takeUpdates()
        all += news
        if news.contains(where: isEnough) { break }
      }
      return all
    }
  }

  private func isTiming(_ update: LiveUpdate, of form: Form) -> Bool {
    if case .timing(_, form) = update { true } else { false }
  }

  @Test("It publishes both forms, the preferred one first", .timeLimit(.minutes(1)))
  func publishesBothForms() async {
    for (first, second) in [(Form.deploy, Form.train), (.train, .deploy)] {
      let watched = Watched()
      watched.engine.update(isRunning: true, settings: EngineSettings(threads: 1), form: first)
      let updates = await watched.updates { isTiming($0, of: second) }
      #expect(updates.first.map { isTiming($0, of: first) } == true, "\(first) was asked for")
      watched.engine.end()
    }
  }

  @Test("What it publishes are times of the plan's steps", .timeLimit(.minutes(1)))
  func timesBelongToSteps() async throws {
    let watched = Watched()
    watched.engine.update(isRunning: true, settings: EngineSettings(threads: 2), form: .deploy)
    let updates = await watched.updates { isTiming($0, of: .train) }
    watched.engine.end()
    #expect(!updates.isEmpty)
    for case .timing(let timing, let form) in updates {
      #expect(timing.profile.steps.count == timing.steps.count, "\(form)")
      #expect(timing.profile.runs > 0 && timing.whole.median > 0, "\(form)")
      #expect(!timing.isSample)
      let counted = Fixture.document.architecture(in: form).macs()
      #expect(timing.macs == counted, "\(form)")
    }
  }

  @Test("Fused branches run the training form in fewer steps, and times of each are kept")
  func fusedBranches() throws {
    var steps: [BranchExecution: Int] = [:]
    for branches in BranchExecution.allCases {
      let timings = try Fixture.measure(1, branches: branches)
      steps[branches] = timings[.train]?.steps.count
    }
    let (written, fused) = (try #require(steps[.written]), try #require(steps[.fused]))
    #expect(fused < written, "\(fused) steps fused, \(written) as written")
    var state = Fixture.state()
    for timing in try Fixture.measure(1) {
      state.receive(.timing(timing.value, timing.key))
    }
    #expect(state.perform(.branches(nil)) == [.engine])
    #expect(state.live.branches == .fused)
    #expect(state.live.timing(of: .train) == nil)
    #expect(state.perform(.branches(.written)) == [.engine])
    #expect(state.live.branches == .written)
    #expect(state.live.timing(of: .train) != nil, "what was measured before is still known")
  }

  @Test("Other threads mean other plans, and old times are gone", .timeLimit(.minutes(1)))
  func threadsRestart() async {
    let watched = Watched()
    watched.engine.update(isRunning: true, settings: EngineSettings(threads: 1), form: .deploy)
    _ = await watched.updates { isTiming($0, of: .train) }
    watched.engine.update(isRunning: true, settings: EngineSettings(threads: 2), form: .train)
    let updates = await watched.updates { isTiming($0, of: .deploy) }
    #expect(updates.first.map { isTiming($0, of: .train) } == true)
    watched.engine.end()
  }

  @Test("Another algorithm for a block means another plan, in both forms", .timeLimit(.minutes(1)))
  func blockAlgorithm() async {
    let watched = Watched()
    let path = BlockPath(stage: 2, block: 2)
    for (algorithm, wanted) in [
      (ConvolutionAlgorithm.winogradF2, Algorithm.winogradF2), (.direct, .direct),
    ] {
      let settings = EngineSettings(threads: 1, algorithms: [path: algorithm])
      watched.engine.update(isRunning: true, settings: settings, form: .deploy)
      let updates = await watched.updates { isTiming($0, of: .train) }
      for case .timing(let timing, let form) in updates {
        let own = timing.steps.filter { $0.blockPath == path && $0.operation == .conv3x3 }
        #expect(own.map(\.algorithm) == [wanted], "\(form)")
      }
    }
    watched.engine.end()
  }

  @Test("A folded file is run in its only form", .timeLimit(.minutes(1)))
  func foldedFileHasOneForm() async throws {
    let watched = Watched(Fixture.folded)
    watched.engine.update(isRunning: true, settings: EngineSettings(threads: 1), form: .train)
    let updates = await watched.updates { isTiming($0, of: .deploy) }
    watched.engine.end()
    #expect(!updates.contains { isTiming($0, of: .train) })
  }

  @Test("An input of the wrong shape is a sentence", .timeLimit(.minutes(1)))
  func wrongInputIsASentence() async {
    let input = Tensor([Float](repeating: 0, count: 8), shape: [1, 2, 2, 2])
    let watched = Watched(input: input)
    watched.engine.update(isRunning: true, settings: EngineSettings(threads: 1), form: .deploy)
    let updates = await watched.updates { if case .failure = $0 { true } else { false } }
    watched.engine.end()
    guard case .failure(let sentence)? = updates.last else {
      Issue.record("no failure among \(updates.count) updates")
      return
    }
    #expect(sentence.en.hasPrefix("the engine cannot run: "), "\(sentence.en)")
    #expect(sentence.vi.hasPrefix("engine không chạy được: đầu vào"), "\(sentence.vi)")
    #expect(!(sentence.en + sentence.vi).contains("\n"))
  }

  @Test("A paused engine runs no more, and runs again when asked", .timeLimit(.minutes(1)))
  func pauses() async throws {
    let watched = Watched()
    watched.engine.update(isRunning: true, settings: EngineSettings(threads: 1), form: .deploy)
    _ = await watched.updates { isTiming($0, of: .train) }
    watched.engine.update(isRunning: false, settings: EngineSettings(threads: 1), form: .deploy)
    // Both waits are longer than the engine ever lets pass between two reports.
    try await Task.sleep(for: .milliseconds(300))
    _ = watched.engine.takeUpdates()
    let naps = watched.engine.naps
    #expect(naps > 0, "it does not sleep")
    try await Task.sleep(for: .milliseconds(300))
    #expect(watched.engine.naps == naps, "it woke without an order")
    #expect(watched.engine.takeUpdates().isEmpty)
    watched.engine.update(isRunning: true, settings: EngineSettings(threads: 1), form: .deploy)
    let updates = await watched.updates { isTiming($0, of: .deploy) }
    #expect(!updates.isEmpty)
    watched.engine.end()
  }

  @Test("It ends when told to, running, paused or never started", .timeLimit(.minutes(1)))
  func ends() async {
    let idle = Watched()
    idle.engine.end()
    #expect(idle.engine.hasEnded)
    for isRunning in [true, false] {
      let watched = Watched()
      watched.engine.update(isRunning: true, settings: EngineSettings(threads: 1), form: .deploy)
      _ = await watched.updates { isTiming($0, of: .deploy) }
      watched.engine.update(
        isRunning: isRunning,
        settings: EngineSettings(threads: 1),
        form: .deploy
      )
      watched.engine.end()
      while !watched.engine.hasEnded { await Task.yield() }
    }
  }

  @Test("Measuring counts the runs that were asked for", arguments: [1, 3])
  func measures(runs: Int) throws {
    let timings = try Fixture.measure(runs)
    #expect(Set(timings.keys) == [.train, .deploy])
    #expect(timings.values.allSatisfy { $0.profile.runs == runs }, "\(runs)")
    let folded = try Fixture.measure(runs, of: Fixture.folded)
    #expect(Set(folded.keys) == [.deploy])
  }
}
