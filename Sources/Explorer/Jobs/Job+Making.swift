internal import RepCore
internal import Words

// The jobs that the explorer knows.

extension Job {
  /// Finds out what a frame needs to know of `document`.
  static func find(_ need: AnyNeed, in document: Document) -> Job {
    Job(id: .need(need), title: need.title) { context in
      need.find(in: document, context).map { .found($0, to: need) } ?? .cancelled
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
    let id = JobID.measure(settings.model, runs: runs, settings.engine)
    return Job(id: id, title: title) { context in
      do {
        let timings = try settings.measure(runs, context)
        return timings.map { .measured($0, runs: isAsked ? runs : nil) } ?? .cancelled
      } catch {
        return .failed(cannotRun: error)
      }
    }
  }

  /// Finds the fastest plans of both forms.
  static func tune(_ settings: MeasurementSettings) -> Job {
    let (model, engine) = (settings.model, settings.engine)
    let title = Text(en: "tuning the plans, round", vi: "đang chọn kế hoạch, vòng")
    return Job(id: .tune(model, engine), title: title) { context in
      do {
        return try settings.tune(context)
          .map { .tuned(model, engine, isNew: $0) } ?? .cancelled
      } catch {
        return .failed(cannotRun: error)
      }
    }
  }
}

extension Job {
  /// Measures what the machine gives at most with so many threads.
  static func ceilings(threads: Int) -> Job {
    let title = Text(en: "measuring the machine", vi: "đang đo máy")
    return Job(id: .ceilings(threads: threads), title: title) { context in
      do {
        return .ceilings(
          try Ceilings.measured(threads: threads) { done, total in
            try context.checkCancellation()
            context.report(done, total)
          }
        )
      } catch is CancellationError {
        return .cancelled
      } catch {
        return .failed(CommandError(Text(error), blame: CommandError.Blame(error)))
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

extension JobAnswer {
  /// The engine cannot run, because of `error`.
  fileprivate static func failed(cannotRun error: any Error) -> JobAnswer {
    let words = Text(en: "cannot run: ", vi: "không chạy được: ") + Text(error)
    return .failed(CommandError(words, blame: CommandError.Blame(error)))
  }
}
