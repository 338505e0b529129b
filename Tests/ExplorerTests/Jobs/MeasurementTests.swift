import RepCore
import Testing

@testable import Explorer

@Suite("A measurement")
struct MeasurementTests {
  /// What the job that `state` would ask for now answers later.
  private func answer(of state: State) -> JobAnswer {
    let job = Job.measure(1, state.measurementSettings)
    return job.work(JobContext())
  }

  @Test("counts for the threads that it was made with, whatever was chosen meanwhile")
  func otherThreads() {
    var state = Fixture.state()
    _ = state.perform(line: "threads 1")
    let answer = answer(of: state)
    _ = state.perform(line: "threads 2")
    _ = state.receive(answer)
    for form in Form.allCases {
      #expect(state.live.timing(of: form) == nil, "\(form) with 2 threads was not measured")
    }
    _ = state.perform(line: "threads 1")
    for form in Form.allCases { #expect(state.live.timing(of: form) != nil, "\(form)") }
  }

  @Test("counts for the branches that it was made with")
  func otherBranches() {
    var state = Fixture.state()
    let answer = answer(of: state)
    _ = state.perform(.branches(.fused))
    _ = state.receive(answer)
    #expect(state.live.timing(of: .train) == nil, "fused branches were not measured")
    #expect(state.live.timing(of: .deploy) != nil, "the deploy form has no branches")
    _ = state.perform(.branches(.written))
    #expect(state.live.timing(of: .train) != nil)
  }

  @Test("of a document that was closed meanwhile is nobody's")
  func otherDocument() throws {
    var state = Fixture.state(Fixture.twoSets)
    let answer = answer(of: state)
    let request = try #require(state.perform(.set("ema")).reading)
    _ = state.receive(Result(reading: request, with: Fixture.reader), for: request)
    _ = state.receive(answer)
    for form in Form.allCases { #expect(state.live.timing(of: form) == nil, "\(form)") }
  }

  @Test("of a model that is not shown any more is kept for when it is shown again")
  func otherModel() {
    var state = Fixture.state(Fixture.twoSets)
    let answer = answer(of: state)
    _ = state.open(.file("small.rvg")).map { effect in
      if case .read(let request) = effect {
        _ = state.receive(Result(reading: request, with: Fixture.reader), for: request)
      }
    }
    #expect(state.document.title == "small.rvg")
    _ = state.receive(answer)
    #expect(state.live.timing(of: .deploy) == nil && state.notice?.contains("measured") == false)
    _ = state.perform(line: "other-model")
    #expect(state.live.timing(of: .deploy) != nil && state.live.timing(of: .train) != nil)
  }

  @Test("is taken at first sight of small networks alone, once, and without a word")
  func firstLook() throws {
    var state = Fixture.state()
    let job = try #require(state.firstLook)
    let answer = job.work(JobContext())
    _ = state.receive(answer)
    #expect(state.live.timing(of: .deploy) != nil && state.live.timing(of: .train) != nil)
    #expect(state.notice == nil && state.firstLook == nil)
    #expect(Fixture.state(commands: [.run(true)]).firstLook == nil, "the engine runs already")
    let large = Network(random: Architecture(variant: .b0), seed: 1)
    #expect(Fixture.state(Document(large, title: "B0")).firstLook == nil)
  }

  @Test("asked for twice is made once, with other settings twice")
  func names() {
    var state = Fixture.state()
    func id(_ runs: Int) -> JobID {
      Job.measure(runs, state.measurementSettings).id
    }
    let first = id(5)
    #expect(first == id(5) && first != id(6))
    _ = state.perform(line: "threads 1")
    #expect(first != id(5))
  }
}
