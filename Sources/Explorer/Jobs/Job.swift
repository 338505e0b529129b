internal import RepCore
internal import Words

/// Work that is done behind the screen, and what it is called while it lasts.
struct Job: Sendable {
  /// Which work; of two with the same name only one is done.
  let id: JobID
  /// What the status line says of it.
  let title: Text
  /// Does it; on a thread of low priority.
  let work: @Sendable (JobContext) -> JobAnswer
}

/// Which work is done.
enum JobID: Hashable, Sendable {
  /// Finding out what a frame needs.
  case need(AnyNeed)
  /// Reading the file in a way.
  case read(ReadingRequest)
  /// Running both forms a number of times with these settings.
  case measure(ModelID, runs: Int, EngineSettings)
  /// Finding the fastest plans for both forms.
  case tune(ModelID, EngineSettings)
  /// Measuring what the machine gives at most.
  case ceilings(threads: Int)
}

/// What a job hears of its surroundings, and tells them.
struct JobContext: Sendable {
  /// Whether nobody waits for the answer any more.
  let isCancelled: @Sendable () -> Bool
  /// Says how much of it is done, of how much.
  let report: @Sendable (_ done: Int, _ total: Int) -> Void
  /// What the jobs before it have prepared.
  let kept: Kept

  /// The surroundings of a job.
  init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    kept: Kept = Kept()
  ) {
    (self.isCancelled, self.report, self.kept) = (isCancelled, report, kept)
  }

  /// Ends a job that nobody waits for any more.
  ///
  /// - Throws: `CancellationError`.
  func checkCancellation() throws {
    if isCancelled() { throw CancellationError() }
  }
}

/// What comes of a job.
enum JobAnswer: Sendable {
  /// What a frame needs.
  case found(Found, to: AnyNeed)
  /// What was read, or why it could not be.
  case read(Result<Document, FormatError>, for: ReadingRequest)
  /// The times of both forms over so many runs; nil where nobody asked for them.
  case measured([Measurements.Key: FormTiming], runs: Int?)
  /// The fastest plans of a model with these settings are known; whether they were not before.
  case tuned(ModelID, EngineSettings, isNew: Bool)
  /// What the machine gives at most.
  case ceilings(Ceilings)
  /// Why there is no answer.
  case failed(CommandError)
  /// It was given up.
  case cancelled
}

/// How far a job is.
struct JobStatus: Hashable, Sendable {
  /// Which job.
  let id: JobID
  /// What the status line says of it.
  let title: Text
  /// How much is done.
  var done = 0
  /// Of how much; zero where that is not known.
  var total = 0
}
