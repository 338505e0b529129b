internal import RepCore
internal import Words

// The jobs that the explorer knows.

extension Job {
  /// Checks the fold of a block of `network`.
  static func check(_ path: BlockPath, of network: Network) -> Job {
    Job(id: .check(path), title: Text(en: "checking", vi: "đang kiểm tra")) { _ in
      guard let block = network.block(at: path) else { return .cancelled }
      return .check(BlockCheck(block))
    }
  }

  /// Reads the file as `options` say.
  static func read(_ options: ReadingOptions, with read: @escaping ExplorerReader) -> Job {
    let title = Text(en: "reading", vi: "đang đọc")
    return Job(id: .read(options), title: title) { _ in
      .read(Result(reading: options, with: read), options)
    }
  }

  /// Runs both forms of a document `runs` times.
  static func measure(_ runs: Int, _ settings: MeasurementSettings, input: Tensor?) -> Job {
    let title = Text(en: "measuring", vi: "đang đo")
    return Job(id: .measure, title: title) { context in
      do {
        let timings = try settings.measure(runs, input: input, context)
        return timings.map { .measured($0, runs: runs) } ?? .cancelled
      } catch {
        return .failed(
          CommandError(
            Text(en: "cannot run: \(error)", vi: "không chạy được: \(error)"),
            blame: CommandError.Blame(error)
          )
        )
      }
    }
  }
}

/// What both forms of a document are to be measured with.
struct MeasurementSettings: Sendable {
  let document: Document
  let threads: Int
  let branches: BranchExecution

  /// Runs each form `runs` times in turn, after one run that is not counted.
  ///
  /// - Returns: the times; nil where the job was cancelled.
  /// - Throws: what planning or running throws.
  func measure(
    _ runs: Int,
    input: Tensor?,
    _ context: JobContext
  ) throws -> [Form: FormTiming]? {
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
    return Dictionary(uniqueKeysWithValues: runners.map { ($0.form, $0.timing) })
  }
}
