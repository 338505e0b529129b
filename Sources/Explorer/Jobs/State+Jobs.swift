internal import RepCore
internal import Words

// What jobs tell the state.

extension State {
  /// What both forms are to be measured with now.
  var measurementSettings: MeasurementSettings {
    MeasurementSettings(
      document: shared.document,
      model: shared.workspace.current.id,
      engine: shared.live.settings,
      input: shared.input?.tensor
    )
  }

  /// What the frame that is shown needs, what it is about in front.
  var needs: [AnyNeed] {
    let fold: [any Need] =
      shared.document.hasTrainingForm ? [CheckNeed(shared.selection.block)] : []
    let head: [any Need] = shared.document.isSeparate ? [] : [HeadNeed()]
    var seen: Set<AnyNeed> = []
    return (fold + head + current.needs(shared) + (layers.last?.needs(self) ?? []))
      .map { AnyNeed($0) }.filter { seen.insert($0).inserted }
  }

  /// What the frame lacks, in place of what the last one lacked; nil where that is the same.
  mutating func lackedNeeds() -> [AnyNeed]? {
    let needs = needs
    shared.jobs.removeAll { job in
      if case .need(let need) = job.id { !needs.contains(need) } else { false }
    }
    return shared.answers.lacking(needs)
  }

  /// Takes over what a job says.
  ///
  /// - Returns: what that asks of the world.
  mutating func receive(_ news: JobRunner.News) -> [Effect] {
    switch news {
    case .progress(let status):
      if let place = shared.jobs.firstIndex(where: { $0.id == status.id }) {
        shared.jobs[place] = status
      } else if case .need(let need) = status.id, shared.answers.missing.contains(need) {
        // Those that take no time to speak of are not shown: they say nothing.
        shared.jobs.append(status)
      }
      return []
    case .answer(let id, let answer):
      shared.jobs.removeAll { $0.id == id }
      if case .need(let need) = id, case .cancelled = answer { shared.answers.giveUp(need) }
      return receive(answer)
    }
  }

  /// Takes over what came of a job.
  mutating func receive(_ answer: JobAnswer) -> [Effect] {
    switch answer {
    case .found(let found, let need): shared.answers.receive(found, to: need)
    case .read(let result, let request): return receive(result, for: request)
    case .measured(let timings, let runs):
      shared.live.record(timings)
      shared.live.keep(shared.workspace.models.map(\.id))
      settle()
      // Another model may be shown by now: these are not its times.
      guard let runs, timings.keys.contains(where: { $0.model == shared.workspace.current.id })
      else { return [] }
      shared.notice = Text(
        en: "measured \(runs) runs of each form",
        vi: "đã đo \(runs) lần chạy mỗi dạng"
      )
    case .tuned(let model, let settings, let isNew):
      // What was measured before was measured with other plans.
      if isNew { shared.live.forget(model, tuned: settings) }
      settle()
      guard model == shared.workspace.current.id else { return [] }
      shared.notice =
        isNew
        ? Text(en: "the fastest plans are known now", vi: "giờ đã biết kế hoạch nhanh nhất")
        : Text(en: "the fastest plans were known", vi: "kế hoạch nhanh nhất đã biết từ trước")
      return isNew ? [.measure(State.fewRuns)] : []
    case .ceilings(let ceilings):
      shared.live.record(ceilings)
      shared.notice = RooflineWords.done(besideIllustration: shared.live.isIllustrated)
    case .failed(let fault): shared.refuse(fault.words, blame: fault.blame)
    case .cancelled: break
    }
    return []
  }

  /// Runs of each form where times are wanted and nobody says of how many: behind tuning, in place of an engine
  /// that runs on.
  static var fewRuns: Int { 10 }

  /// Shows a job from now on; those that take no time to speak of are not shown.
  mutating func show(_ job: Job) {
    switch job.id {
    case .measure, .tune, .ceilings: break
    case .need, .read: return
    }
    shared.jobs.removeAll { $0.id == job.id }
    shared.jobs.append(JobStatus(id: job.id, title: job.title))
  }
}

extension Shared {
  /// What goes on behind the screen: `measuring 12 of 100, x gives up`.
  var jobWords: Text? {
    jobs.first.map { job in
      let progress =
        job.total > 0
        ? Text(en: " \(job.done) of \(job.total)", vi: " \(job.done) trong \(job.total)") : .none
      return job.title + progress + Text(en: ", x gives up ", vi: ", x dừng lại ")
    }
  }
}
