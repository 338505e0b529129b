internal import RepCore

/// What both forms of a document are to be measured with.
struct MeasurementSettings: Sendable {
  let document: Document
  /// Which of the models that were open it is.
  let model: ModelID
  /// What the engine runs with.
  let engine: EngineSettings
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
      let runner = try FormRunner(document, form: form, engine, input: input)
      try runner.warmUp()
      runners.append(runner)
    }
    for run in 0..<runs {
      context.report(run, runs)
      if context.isCancelled() { return nil }
      for index in runners.indices { try runners[index].run() }
    }
    let timings = runners.map { runner in
      (Measurements.Key(model, runner.form, engine), runner.timing)
    }
    return Dictionary(uniqueKeysWithValues: timings)
  }
}

// MARK: - The fastest plans

extension MeasurementSettings {
  /// Nobody waits for it any more.
  private struct GivenUp: Error {}

  /// Finds the fastest plan of each form on this machine, which is remembered.
  ///
  /// - Returns: whether anything was found that was not known before; nil where the job was cancelled.
  /// - Throws: what planning or running throws.
  func tune(_ context: JobContext) throws -> Bool? {
    var isNew = false
    let options = engine.options(for: input)
    do {
      for form in FormRunner.forms(of: document, preferring: .train) {
        let network = try document.network(in: form, threads: engine.threads)
        _ = try Plan.measured(network, options) { done, total in
          isNew = true
          context.report(done, total)
          if context.isCancelled() { throw GivenUp() }
        }
      }
      return isNew
    } catch is GivenUp {
      return nil
    }
  }
}
