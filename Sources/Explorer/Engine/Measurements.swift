internal import RepCore

/// What the engine has measured, by what it was measured of and with.
///
/// Changing a setting and back, or the model, throws nothing away.
struct Measurements: Sendable {
  /// What a measurement depends on.
  struct Key: Hashable, Sendable {
    /// Which reading of which model was run.
    let model: ModelID
    /// The form that was run.
    let form: Form
    /// With how many threads.
    let threads: Int
    /// How its branches were executed; the deploy form has none.
    let branches: BranchExecution

    /// The deploy form has no branches, so that it is the same however those are executed.
    init(_ model: ModelID, _ form: Form, threads: Int, _ branches: BranchExecution) {
      (self.model, self.form, self.threads) = (model, form, threads)
      self.branches = form == .train ? branches : .written
    }
  }

  private var timings: [Key: FormTiming] = [:]

  /// What was measured so.
  subscript(key: Key) -> FormTiming? {
    get { timings[key] }
    set { timings[key] = newValue }
  }

  /// Forgets what was measured of models that are not open any more.
  mutating func keep(_ models: [ModelID]) {
    timings = timings.filter { models.contains($0.key.model) }
  }
}
