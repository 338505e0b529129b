internal import RepCore
internal import Words

// The jobs that the explorer knows.

extension Job {
  /// Finds out what a frame needs to know of `document`.
  static func find(_ need: Need, in document: Document) -> Job {
    Job(id: .need(need), title: Text(en: "checking", vi: "đang kiểm tra")) { _ in
      .answer(need.answer(from: document), to: need)
    }
  }

  /// Reads what `request` asks for.
  static func read(_ request: ReadingRequest, with read: @escaping ExplorerReader) -> Job {
    Job(id: .read(request), title: Text(en: "reading", vi: "đang đọc")) { _ in
      .read(Result(reading: request, with: read), for: request)
    }
  }

  /// Runs both forms of a document `runs` times; `isAsked` says so when it is done.
  static func measure(
    _ runs: Int,
    _ settings: MeasurementSettings,
    isAsked: Bool = true
  ) -> Job {
    let title = Text(en: "measuring", vi: "đang đo")
    let id = JobID.measure(
      settings.model,
      runs: runs,
      threads: settings.threads,
      settings.branches
    )
    return Job(id: id, title: title) { context in
      do {
        let timings = try settings.measure(runs, context)
        return timings.map { .measured($0, runs: isAsked ? runs : nil) } ?? .cancelled
      } catch {
        return .failed(
          CommandError(
            Text(en: "cannot run: ", vi: "không chạy được: ") + Text(error),
            blame: CommandError.Blame(error)
          )
        )
      }
    }
  }
}

extension State {
  /// A first look at the times of the model that is shown; nil where that would take long, or they are known.
  ///
  /// It has as many runs as a median needs, of a network that runs within a tenth of a second and whose weights
  /// are small: the planner packs them anew.
  var firstLook: Job? {
    let (live, architecture) = (shared.live, shared.document.stored)
    let seconds = Double(architecture.macs()) / (State.slowRate * Double(live.threads))
    let bytes = 2 * MemoryLayout<Float>.stride * architecture.parameters
    guard live.timing(of: .deploy) == nil, live.failure == nil, !live.isRunning,
      architecture.firstObstacle == nil, seconds < 0.1, bytes < 64 << 20
    else { return nil }
    return .measure(5, measurementSettings, isAsked: false)
  }

  /// Multiply-adds a second of one thread that even a slow machine reaches.
  private static var slowRate: Double { 10e9 }
}

/// What both forms of a document are to be measured with.
struct MeasurementSettings: Sendable {
  let document: Document
  /// Which of the models that were open it is.
  let model: ModelID
  let threads: Int
  let branches: BranchExecution
  /// What the network runs on; nil for seeded values.
  let input: Tensor?

  /// Runs each form `runs` times in turn, after one run that is not counted.
  ///
  /// - Returns: the times, by what they were measured with, for the settings may be others by then; nil where
  ///   the job was cancelled.
  /// - Throws: what planning or running throws.
  func measure(
    _ runs: Int,
    _ context: JobContext
  ) throws -> [Measurements.Key: FormTiming]? {
    var runners: [FormRunner] = []
    for form in FormRunner.forms(of: document, preferring: .train) {
      if context.isCancelled() { return nil }
      let runner = try FormRunner(
        document,
        form: form,
        threads: threads,
        branches: branches,
        input: input
      )
      try runner.warmUp()
      runners.append(runner)
    }
    for run in 0..<runs {
      context.report(run, runs)
      if context.isCancelled() { return nil }
      for index in runners.indices { try runners[index].run() }
    }
    let timings = runners.map { runner in
      (Measurements.Key(model, runner.form, threads: threads, branches), runner.timing)
    }
    return Dictionary(uniqueKeysWithValues: timings)
  }
}
