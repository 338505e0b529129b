public import RepCore
public import Words

/// What the engine has measured of one form.
public struct FormTiming: Sendable {
  /// The steps of the plan that was run.
  public let steps: [PlanStep]
  /// Times of the steps, and of the whole.
  public let profile: ProfileSnapshot
  /// What the planner needs.
  public let memory: MemoryPlan
  /// Whether the times are an illustration and not measured.
  public let isSample: Bool
  /// What the last run made of the first picture that the user gave, one value a class; nil without.
  public let logits: [Float]?
  /// Numbers of each block's steps: a screen asks for every block.
  private let byBlock: [BlockPath?: [Int]]

  /// Times of one plan's steps.
  public init(
    steps: [PlanStep],
    profile: ProfileSnapshot,
    memory: MemoryPlan,
    isSample: Bool = false,
    logits: [Float]? = nil
  ) {
    self.steps = steps
    self.profile = profile
    self.memory = memory
    self.isSample = isSample
    self.logits = logits
    byBlock = Dictionary(grouping: steps.indices) { steps[$0].blockPath }
  }

  /// Times of one inference.
  var whole: Timing { profile.whole }

  /// Median microseconds of the steps that `belongs` accepts, added up; nil if there are none.
  func microseconds(where belongs: (PlanStep) -> Bool) -> Double? {
    let times = zip(steps, profile.steps).filter { belongs($0.0) }.map(\.1.median)
    return times.isEmpty ? nil : times.reduce(0, +)
  }

  /// Median microseconds of those of a block's steps that `belongs` accepts, added up; nil if there are none.
  private func microseconds(
    ofBlock block: BlockPath?,
    where belongs: (PlanStep) -> Bool = { _ in true }
  ) -> Double? {
    let times = (byBlock[block] ?? []).filter { belongs(steps[$0]) }.map {
      profile.steps[$0].median
    }
    return times.isEmpty ? nil : times.reduce(0, +)
  }

  /// Median microseconds of a block.
  func microseconds(of path: BlockPath) -> Double? { microseconds(ofBlock: path) }

  /// Median microseconds of one branch of a block.
  func microseconds(of path: BlockPath, branch: BranchID) -> Double? {
    microseconds(ofBlock: path) { $0.branch == branch }
  }

  /// Median microseconds of all blocks, added up; what stands between them is left out.
  var blocksMicroseconds: Double { microseconds { $0.blockPath != nil } ?? 0 }

  /// Median microseconds of the steps of one kind that belong to no block.
  func microseconds(of operation: RepCore.Operation) -> Double? {
    microseconds(ofBlock: nil) { $0.operation == operation }
  }
}

/// The live screen: what runs, and what has been measured.
public struct LiveState: Sendable {
  /// Whether the engine is to run.
  public var isRunning = false
  /// Whether it goes on running when the screen that shows it is left.
  var isPinned = false
  /// Threads that the engine uses.
  public var threads: Int
  /// How the engine executes the branches of the training form.
  public var branches = BranchExecution.written
  /// Threads that the machine has.
  public let processors: Int
  /// Which reading of which model runs.
  private var model: ModelID
  /// The algorithms that blocks of each model are to be computed by.
  private var chosen: [ModelID: [BlockPath: ConvolutionAlgorithm]] = [:]
  /// What was measured so far, with whatever settings.
  private var measurements = Measurements()
  /// What the machine gives at most, by threads.
  private var ceilings: [Int: Ceilings] = [:]
  /// A sentence that says why the engine cannot run.
  public var failure: Text?

  init(of model: ModelID, threads: Int, processors: Int) {
    self.model = model
    self.threads = threads
    self.processors = processors
  }

  /// The algorithm of single blocks of the model; all others are computed as the plan finds best.
  public var algorithms: [BlockPath: ConvolutionAlgorithm] {
    get { chosen[model] ?? [:] }
    set { chosen[model] = newValue.isEmpty ? nil : newValue }
  }

  /// What the engine runs with now.
  var settings: EngineSettings {
    EngineSettings(threads: threads, branches: branches, algorithms: algorithms)
  }

  /// The measurements of a form with the present settings.
  public func timing(of form: Form) -> FormTiming? { measurements[key(of: form)] }

  /// Whether the present times are an illustration and no measurement.
  var isIllustrated: Bool { Form.allCases.contains { timing(of: $0)?.isSample == true } }

  /// The numbers of threads with which a form runs faster than with the present one, and how many times; nil where
  /// no other number was measured, or none is faster.
  func faster(_ form: Form) -> (threads: Int, times: Double)? {
    guard let present = timing(of: form)?.whole.median, present > 0 else { return nil }
    let others = (1...max(processors, 1)).compactMap { count -> (threads: Int, times: Double)? in
      var others = settings
      others.threads = count
      let key = Measurements.Key(model, form, others)
      guard count != threads, let timing = measurements[key], timing.whole.median > 0 else {
        return nil
      }
      return (count, present / timing.whole.median)
    }
    return others.max { $0.times < $1.times }.flatMap { $0.times > 1.02 ? $0 : nil }
  }

  /// What the machine gives at most with the present threads, nil where that was not measured; beside illustrated
  /// times what the machine does that they were imagined on.
  func ceilings(illustrated: Bool) -> Ceilings? {
    illustrated ? .sample(threads: threads) : ceilings[threads]
  }

  /// Takes over what the machine gives at most.
  mutating func record(_ ceilings: Ceilings) { self.ceilings[ceilings.threads] = ceilings }

  /// Takes over new measurements, which were made with the present settings.
  mutating func record(_ timing: FormTiming, of form: Form) {
    measurements[key(of: form)] = timing
  }

  /// Takes over measurements that were made with settings of their own.
  mutating func record(_ timings: [Measurements.Key: FormTiming]) {
    for (key, timing) in timings { measurements[key] = timing }
  }

  /// Forgets what was measured with the present settings.
  mutating func clear() {
    let keys = Set(Form.allCases.map(key))
    measurements.forget { keys.contains($0) }
  }

  /// Forgets what was measured of a model with plans that are outdated: whatever single blocks were computed by.
  mutating func forget(_ model: ModelID, tuned settings: EngineSettings) {
    measurements.forget { key in
      var others = settings
      others.algorithms = key.settings.algorithms
      return key == Measurements.Key(model, key.form, others)
    }
  }

  /// Is about another model from now on.
  mutating func show(_ model: ModelID) { (self.model, failure) = (model, nil) }

  /// Forgets what was measured of models that are not open any more.
  mutating func keep(_ models: [ModelID]) {
    measurements.keep(models)
    chosen = chosen.filter { models.contains($0.key) }
  }

  private func key(of form: Form) -> Measurements.Key { Measurements.Key(model, form, settings) }
}

// MARK: - Who wants it to run

extension LiveState {
  /// What a user wants: `isRunning`, or if nil the next of running by itself, pinned, and paused.
  mutating func run(_ isRunning: Bool?) {
    self.isRunning = isRunning ?? (!self.isRunning || !isPinned)
    isPinned = self.isRunning
    failure = nil
  }

  /// What the screen wants that was entered or left: it runs while it is looked at.
  ///
  /// What a user pinned goes on; what failed, or is filled with an illustration, does not begin.
  ///
  /// - Returns: whether that changed anything.
  mutating func follow(screenIsShown: Bool) -> Bool {
    guard screenIsShown ? !isRunning && failure == nil && !isIllustrated : isRunning && !isPinned
    else { return false }
    isRunning = screenIsShown
    isPinned = false
    return true
  }
}

extension LiveState {
  /// What there is to wait for, or to do, where times are missing.
  var untilTimes: Text {
    if failure != nil { return Text(en: "the engine has stopped", vi: "engine đã ngừng") }
    return isRunning
      ? Text(en: "the engine is being made ready", vi: "engine đang được chuẩn bị")
      : Text(en: "p runs the engine", vi: "p chạy engine")
  }
}
