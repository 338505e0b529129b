internal import RepCore

/// What the engine has measured of one network, by what it was measured with.
///
/// Changing a setting and back throws nothing away.
struct Measurements: Sendable {
  /// What a measurement depends on.
  struct Key: Hashable, Sendable {
    /// The form that was run.
    let form: Form
    /// With how many threads.
    let threads: Int
    /// How its branches were executed; the deploy form has none.
    let branches: BranchExecution

    /// The deploy form has no branches, so that it is the same however those are executed.
    init(_ form: Form, threads: Int, _ branches: BranchExecution) {
      (self.form, self.threads) = (form, threads)
      self.branches = form == .train ? branches : .written
    }
  }

  private var timings: [Key: FormTiming] = [:]

  /// What was measured so.
  subscript(key: Key) -> FormTiming? {
    get { timings[key] }
    set { timings[key] = newValue }
  }
}
