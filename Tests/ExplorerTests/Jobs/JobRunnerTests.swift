import Dispatch
import RepCore
import Synchronization
import Testing
import Words

@testable import Explorer

@Suite("Jobs", .timeLimit(.minutes(2)))
struct JobRunnerTests {
  /// A runner, and a bell that rings with each of its news.
  private final class Watched: Sendable {
    let runner: JobRunner
    private let bell = DispatchSemaphore(value: 0)

    init() {
      let bell = bell
      runner = JobRunner { bell.signal() }
    }

    /// All news until the one that `isLast` accepts.
    func news(until isLast: (JobRunner.News) -> Bool) -> [JobRunner.News] {
      var all: [JobRunner.News] = []
      while !all.contains(where: isLast) {
        guard bell.wait(timeout: .now() + .seconds(60)) == .success else {
          Issue.record("no news came: \(all)")
          return all
        }
        all += runner.takeNews()
      }
      return all
    }
  }

  /// A job that waits until it is let go, and then fails with its number.
  private func job(_ number: Int, _ gate: DispatchSemaphore? = nil) -> Job {
    Job(id: .need(AnyNeed(TensorNeed("\(number)"))), title: Text(name: "\(number)")) { _ in
      gate?.wait()
      return .failed(CommandError(Text(name: "\(number)")))
    }
  }

  private func answers(_ news: [JobRunner.News]) -> [String] {
    news.compactMap { news in
      guard case .answer(_, let answer) = news else { return nil }
      if case .failed(let fault) = answer { return fault.words.en }
      return "cancelled"
    }
  }

  private func isAnswer(_ number: Int) -> (JobRunner.News) -> Bool {
    { news in
      guard case .answer(let id, _) = news else { return false }
      return id == .need(AnyNeed(TensorNeed("\(number)")))
    }
  }

  @Test("are done in the order in which they were asked for")
  func inOrder() throws {
    let (watched, gate) = (Watched(), DispatchSemaphore(value: 0))
    for number in 0..<5 { try watched.runner.ask(job(number, gate)) }
    for _ in 0..<5 { gate.signal() }
    #expect(answers(watched.news(until: isAnswer(4))) == ["0", "1", "2", "3", "4"])
  }

  @Test("that wait make way for those that are wanted now, and the one that runs goes on")
  func replacing() throws {
    let (watched, gate) = (Watched(), DispatchSemaphore(value: 0))
    let started = DispatchSemaphore(value: 0)
    let first = job(0, gate)
    try watched.runner.ask(
      Job(id: first.id, title: first.title) { context in
        started.signal()
        return first.work(context)
      }
    )
    started.wait()
    try watched.runner.ask(only: [1, 2, 3].map { job($0, gate) })
    try watched.runner.ask(only: [0, 4, 2].map { job($0, gate) })
    for _ in 0..<5 { gate.signal() }
    #expect(answers(watched.news(until: isAnswer(2))) == ["0", "4", "2"])
  }

  @Test("are given up, those that wait too, and the next ones are done")
  func cancelling() throws {
    let (watched, gate) = (Watched(), DispatchSemaphore(value: 0))
    for number in 0..<3 { try watched.runner.ask(job(number, gate)) }
    watched.runner.cancel()
    for _ in 0..<4 { gate.signal() }
    _ = watched.news(until: isAnswer(2))
    try watched.runner.ask(job(7, gate))
    let later = answers(watched.news(until: isAnswer(7)))
    #expect(later.last == "7", "\(later)")
  }

  @Test("that are not there can be given up without waking anybody")
  func cancellingNothing() {
    let woken = Atomic<Int>(0)
    withExtendedLifetime(JobRunner { woken.add(1, ordering: .relaxed) }) { $0.cancel() }
    #expect(woken.load(ordering: .relaxed) == 0)
  }

  @Test("hear that they are given up")
  func hearing() throws {
    let watched = Watched()
    let started = DispatchSemaphore(value: 0)
    let id = JobID.measure(ModelID(), runs: 1, EngineSettings(threads: 1))
    let endless = Job(id: id, title: Text(name: "endless")) { context in
      started.signal()
      while !context.isCancelled() {}
      return .failed(CommandError(Text(name: "not cancelled")))
    }
    try watched.runner.ask(endless)
    started.wait()
    watched.runner.cancel()
    let news = watched.news { if case .answer = $0 { true } else { false } }
    #expect(answers(news) == ["cancelled"])
  }

  @Test("say how far they are, and measuring can be given up in between")
  func progress() throws {
    let watched = Watched()
    let settings = Fixture.state().measurementSettings
    try watched.runner.ask(.measure(1_000_000, settings))
    var state = Fixture.state()
    state.show(.measure(1_000_000, settings))
    let first = watched.news { if case .progress = $0 { true } else { false } }
    for news in first { _ = state.receive(news) }
    let line = state.render().lines[28]
    #expect(line.contains("measuring") && line.contains("of 1000000, x gives up"), "\(line)")
    #expect(state.perform(line: "cancel") == [.cancel])
    watched.runner.cancel()
    for news in watched.news(until: { if case .answer = $0 { true } else { false } }) {
      _ = state.receive(news)
    }
    #expect(state.shared.jobs.isEmpty)
  }
}
