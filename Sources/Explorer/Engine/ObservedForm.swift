internal import RepCore

/// One form of a document, ready to be run and looked into.
struct ObservedForm: Sendable {
  /// Which form.
  let form: Form
  /// What can be seen of it besides the maps behind blocks.
  let observable: Set<ObservedValue>
  private let session: Session

  /// Folds where that is needed, plans, and starts the session's threads.
  private init(
    _ form: Form,
    of document: Document,
    _ options: PlanOptions,
    _ context: JobContext
  ) throws {
    let network = try document.network(in: form, threads: options.threads)
    try context.checkCancellation()
    let plan = try Plan(network, options)
    try context.checkCancellation()
    self.form = form
    observable = plan.observable
    session = try Session(plan)
  }

  /// The form as it was prepared for the picture before, else prepared here and now.
  ///
  /// - Throws: `PlanError`, `MemoryError`: why it cannot be run; `CancellationError`.
  static func kept(
    _ form: Form,
    of document: Document,
    _ options: PlanOptions,
    _ context: JobContext
  ) throws -> ObservedForm {
    try context.kept.value(for: Key(form: form, options: options)) {
      try ObservedForm(form, of: document, options, context)
    }
  }

  private struct Key: Hashable, Sendable {
    let form: Form
    let options: PlanOptions
  }

  /// Runs it on `input`, `N x C x H x W`, and hands out `values`.
  ///
  /// - Throws: `SessionError`.
  func run(
    _ input: Tensor,
    observing values: Set<ObservedValue>,
    _ context: JobContext
  ) throws -> Observations {
    try session.run(input, observing: values, isCancelled: context.isCancelled)
  }
}
