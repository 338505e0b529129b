internal import RepCore

/// One form of a document, ready to run: plan, session and the times so far.
struct FormRunner {
  /// Which form.
  let form: Form
  private let plan: Plan
  private let session: Session
  private let profile: Profile
  private let input: Tensor
  /// Whether the user gave the input, so that it matters what becomes of it.
  private let keepsLogits: Bool
  private var logits: [Float]?

  /// Folds where that is needed, plans, and starts the session's threads.
  ///
  /// Without an input the network sees seeded normal values.
  init(
    _ document: Document,
    form: Form,
    _ settings: EngineSettings,
    input: Tensor?
  ) throws {
    let network = try document.network(in: form, threads: settings.threads)
    plan = try Plan.cached(network, settings.options(for: input))
    session = try Session(plan, isMeasured: true)
    profile = Profile(plan: plan)
    keepsLogits = input != nil && network.head != nil
    self.form = form
    self.input = try input ?? .normalInput(shape: plan.inputShape, seed: FormRunner.seed)
  }

  /// The seed of the input where none is given.
  static let seed: UInt64 = 42

  /// The forms that a document can be run in; the preferred one first.
  static func forms(of document: Document, preferring preferred: Form) -> [Form] {
    let all = document.forms
    return all.filter { $0 == preferred } + all.filter { $0 != preferred }
  }

  /// Runs once without counting it: pages are touched and threads wake.
  func warmUp(isCancelled: (() -> Bool)? = nil) throws {
    _ = try session.run(input, profile: nil, isCancelled: isCancelled)
  }

  /// Runs once; what it took joins the times.
  mutating func run(isCancelled: (() -> Bool)? = nil) throws {
    let output = try session.run(input, profile: profile, isCancelled: isCancelled)
    if keepsLogits { logits = output.slice(0..<1).floats() }
  }

  /// The times of all runs so far.
  var timing: FormTiming {
    FormTiming(
      steps: plan.steps,
      profile: profile.snapshot(),
      memory: plan.memory,
      logits: logits
    )
  }
}

extension Document {
  /// The network in a form, folded here and now where that is not how it is stored.
  func network(in form: Form, threads: Int) throws(MemoryError) -> Network {
    form == .train ? network : try network.folded(threads: threads)
  }
}
