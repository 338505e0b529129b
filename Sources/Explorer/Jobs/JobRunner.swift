internal import RepCore
internal import Synchronization

/// Does jobs one after the other behind the screen's back.
///
/// A thread of low priority works as long as there is something to do, and ends.
final class JobRunner: Sendable {
  /// What a job says while the screen shows something else.
  enum News: Sendable {
    /// How far it is.
    case progress(JobStatus)
    /// What came of it.
    case answer(JobID, JobAnswer)
  }

  private struct Desk {
    var waiting: [Job] = []
    var running: JobID?
    var isCancelled = false
    /// Whether nobody waits for the one that runs, who might wait for it again.
    var isUnwanted = false
    var isWorking = false
    var news: [News] = []
    var reported = -Double.infinity

    /// Whether the answer to a job comes without asking for it again.
    func isDoing(_ job: Job) -> Bool {
      running == job.id && !isCancelled && !isUnwanted
    }

    /// Notes what came of the job that ran.
    mutating func finish(_ job: Job, with answer: JobAnswer) {
      running = nil
      if isUnwanted, case .cancelled = answer { return }
      news.append(.answer(job.id, isCancelled ? .cancelled : answer))
      // Who asked again meanwhile has the answer now.
      if isUnwanted { waiting.removeAll { $0.id == job.id } }
    }
  }

  private let desk = Mutex(Desk())
  private let wake: @Sendable () -> Void
  private let kept = Kept()

  /// Seconds between two reports of one job.
  private static let interval = 0.1

  /// A runner that does nothing yet; `wake` is called when there is news.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Asks for a job; one that waits or runs already is not asked for twice.
  ///
  /// - Throws: `ThreadFailure` where the system has no thread left; then nothing waits any more.
  func ask(_ job: Job) throws(ThreadFailure) {
    try change { desk in
      guard !desk.isDoing(job) else { return }
      desk.waiting.removeAll { $0.id == job.id }
      desk.waiting.append(job)
    }
  }

  /// Asks for `jobs` in this order, in place of those that wait and of the one that runs: where it is not among
  /// them it may give up, and is not heard of any more unless it has an answer all the same.
  ///
  /// - Throws: `ThreadFailure` where the system has no thread left; then nothing waits any more.
  func ask(only jobs: [Job]) throws(ThreadFailure) {
    try change { desk in
      if let running = desk.running, !jobs.contains(where: { $0.id == running }) {
        desk.isUnwanted = true
      }
      desk.waiting = jobs.filter { !desk.isDoing($0) }
    }
  }

  private func change(_ change: (inout Desk) -> Void) throws(ThreadFailure) {
    let startsThread = desk.withLock { desk in
      change(&desk)
      guard !desk.waiting.isEmpty, !desk.isWorking else { return false }
      desk.isWorking = true
      return true
    }
    guard startsThread else { return }
    do {
      try BackgroundThread.start { self.work() }
    } catch {
      desk.withLock { $0 = Desk() }
      throw error
    }
  }

  /// Gives up the job that runs, and those that wait.
  func cancel() {
    let hasNews = desk.withLock { desk in
      for job in desk.waiting { desk.news.append(.answer(job.id, .cancelled)) }
      desk.waiting = []
      desk.isCancelled = desk.running != nil
      return !desk.news.isEmpty
    }
    // Who waits for the one that runs is woken when it ends.
    if hasNews { wake() }
  }

  /// Gives up a job if it is the one that runs.
  func cancel(_ id: JobID) {
    desk.withLock { if $0.running == id { $0.isCancelled = true } }
  }

  /// Lets go of what the jobs so far have prepared for the next ones.
  func forgetKept() { kept.removeAll() }

  /// The news since the last call.
  func takeNews() -> [News] {
    desk.withLock { desk in
      defer { desk.news = [] }
      return desk.news
    }
  }
}

// MARK: - On the thread that works

extension JobRunner {
  private func work() {
    while let job = next() {
      let answer = job.work(context(of: job))
      desk.withLock { desk in
        desk.finish(job, with: answer)
      }
      wake()
    }
  }

  private func next() -> Job? {
    desk.withLock { desk in
      let job = desk.waiting.isEmpty ? nil : desk.waiting.removeFirst()
      (desk.running, desk.reported) = (job?.id, -.infinity)
      (desk.isCancelled, desk.isUnwanted) = (false, false)
      desk.isWorking = job != nil
      return job
    }
  }

  private func context(of job: Job) -> JobContext {
    JobContext(
      isCancelled: { self.desk.withLock { $0.isCancelled || $0.isUnwanted } },
      report: { done, total in
        let isNews = self.desk.withLock { desk in
          let now = monotonicSeconds()
          guard now - desk.reported >= JobRunner.interval else { return false }
          desk.reported = now
          let status = JobStatus(id: job.id, title: job.title, done: done, total: total)
          desk.news.append(.progress(status))
          return true
        }
        if isNews { self.wake() }
      },
      kept: kept
    )
  }
}
