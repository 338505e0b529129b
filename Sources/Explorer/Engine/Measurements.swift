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
  }

  private var timings: [Key: FormTiming] = [:]

  /// What was measured so.
  subscript(key: Key) -> FormTiming? {
    get { timings[key] }
    set { timings[key] = newValue }
  }
}
