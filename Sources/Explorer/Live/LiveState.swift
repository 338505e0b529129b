public import RepCore

/// What the engine has measured of one form.
public struct FormTiming: Sendable {
  /// The steps of the plan that was run.
  public var steps: [PlanStep]
  /// Times of the steps, and of the whole.
  public var profile: ProfileSnapshot
  /// What the planner needs.
  public var memory: MemoryPlan
  /// Whether the times are an illustration and not measured.
  public var isSample = false

  /// Times of one plan's steps.
  public init(
    steps: [PlanStep],
    profile: ProfileSnapshot,
    memory: MemoryPlan,
    isSample: Bool = false
  ) {
    self.steps = steps
    self.profile = profile
    self.memory = memory
    self.isSample = isSample
  }

  /// Times of one inference.
  var whole: Timing { profile.whole }

  /// Median microseconds of the steps that `belongs` accepts, added up; nil if there are none.
  func microseconds(where belongs: (PlanStep) -> Bool) -> Double? {
    let times = zip(steps, profile.steps).filter { belongs($0.0) }.map(\.1.median)
    return times.isEmpty ? nil : times.reduce(0, +)
  }

  /// Median microseconds of a block.
  func microseconds(of path: BlockPath) -> Double? { microseconds { $0.blockPath == path } }

  /// Median microseconds of one branch of a block.
  func microseconds(of path: BlockPath, branch: BranchID) -> Double? {
    microseconds { $0.blockPath == path && $0.branch == branch }
  }

  /// Median microseconds of all blocks, added up; what stands between them is left out.
  var blocksMicroseconds: Double { microseconds { $0.blockPath != nil } ?? 0 }

  /// Median microseconds of the steps of one kind that belong to no block.
  func microseconds(of operation: RepCore.Operation) -> Double? {
    microseconds { $0.blockPath == nil && $0.operation == operation }
  }
}

/// The live screen: what runs, and what has been measured.
public struct LiveState: Sendable {
  /// Whether the engine is to run.
  public var isRunning = false
  /// Threads that the engine uses.
  public var threads: Int
  /// How the engine executes the branches of the training form.
  public var branches = BranchExecution.written
  /// Threads that the machine has.
  public let processors: Int
  /// The forms' measurements, as far as there are any.
  public private(set) var timings: [Form: FormTiming] = [:]
  /// How the rows are ordered.
  public var order = TreeOrder.execution
  /// First row that is shown.
  public var offset = 0
  /// A sentence that says why the engine cannot run.
  public var failure: String?

  init(threads: Int, processors: Int) {
    self.threads = threads
    self.processors = processors
  }

  /// The measurements of a form.
  public func timing(of form: Form) -> FormTiming? { timings[form] }

  /// Takes over new measurements.
  mutating func record(_ timing: FormTiming, of form: Form) { timings[form] = timing }

  /// Forgets all measurements.
  mutating func clear() { timings = [:] }
}
