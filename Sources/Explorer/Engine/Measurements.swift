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
    /// What it was run with; the deploy form has no branches.
    let settings: EngineSettings

    /// The deploy form has no branches, so that it is the same however those are executed.
    init(_ model: ModelID, _ form: Form, _ settings: EngineSettings) {
      (self.model, self.form) = (model, form)
      var settings = settings
      if form == .deploy { settings.branches = .written }
      self.settings = settings
    }
  }

  private var timings: [Key: FormTiming] = [:]

  /// What was measured so.
  subscript(key: Key) -> FormTiming? {
    get { timings[key] }
    set { timings[key] = newValue }
  }

  /// Forgets all measurements whose keys `isStale` accepts.
  mutating func forget(where isStale: (Key) -> Bool) {
    timings = timings.filter { !isStale($0.key) }
  }

  /// Forgets what was measured of models that are not open any more.
  mutating func keep(_ models: [ModelID]) {
    timings = timings.filter { models.contains($0.key.model) }
  }
}
