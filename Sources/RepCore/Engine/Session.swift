internal import CPlatform
internal import Synchronization
public import Words

/// Why a session cannot be made or a run did not finish.
public enum SessionError: TranslatedError, Hashable {
  /// The input's shape is not the plan's.
  case wrongInput(expected: [Int], found: [Int])
  /// The run was cancelled between two steps.
  case cancelled
  /// There is no memory for the activations.
  case noMemory(MemoryError)
  /// The system does not give the threads of the plan that is measured.
  case noThreads(ThreadFailure)
  /// The plan never has a value that was asked for.
  case unobservable(ObservedValue, ObservationObstacle)

  /// One line that says what is wrong.
  public var words: Text {
    switch self {
    case .wrongInput(let expected, let found):
      Text(
        en: "the input has the shape \(found); this plan takes \(expected)",
        vi: "đầu vào có hình dạng \(found); kế hoạch này nhận \(expected)"
      )
    case .cancelled: Text(en: "the inference was cancelled", vi: "lần inference đã bị dừng")
    case .noMemory(let error): error.words
    case .noThreads(let failure): failure.words
    case .unobservable(let value, let obstacle): obstacle.words(for: value)
    }
  }
}

/// A plan with its memory and threads, ready to be run again and again.
///
///     let session = try Session(Plan(network))
///     let logits = try session.run(picture)     // N x classes
///
/// Runs allocate nothing but their result. Runs that are called at the same time queue up. Results of a
/// plan are the same bits every time; a plan for another number of threads may cut its tiles elsewhere.
public final class Session: Sendable {
  /// What is run.
  public let plan: Plan
  private let program: Program
  private let pool: ThreadPool
  private let turn = Mutex<Void>(())

  /// Allocates the activations and starts the threads.
  ///
  /// - Parameters:
  ///   - plan: What to run.
  ///   - isMeasured: Whether times are to be told. Where the system has too few threads left, a session does
  ///     with those that there are, but then it is not as fast as the plan.
  /// - Throws: `SessionError.noMemory`; `SessionError.noThreads` if `isMeasured`.
  public init(_ plan: Plan, isMeasured: Bool = false) throws(SessionError) {
    let program: Program
    do { program = try Program(plan) } catch { throw .noMemory(error) }
    let pool = ThreadPool(threads: plan.threads, list: program.list)
    if isMeasured, let failure = pool.failure { throw .noThreads(failure) }
    self.plan = plan
    self.program = program
    self.pool = pool
  }

  /// Runs the network on `input`.
  ///
  /// - Parameters:
  ///   - input: `N x C x H x W` floating point values, the shape of the plan.
  ///   - profile: Gets the time of each step of a run that finished; must be made for the same plan.
  ///   - isCancelled: Asked before each step.
  /// - Returns: Logits `N x classes`.
  /// - Throws: `SessionError.wrongInput`, `SessionError.cancelled`.
  public func run(
    _ input: Tensor,
    profile: Profile? = nil,
    isCancelled: (() -> Bool)? = nil
  ) throws(SessionError) -> Tensor {
    try run(input, profile, isCancelled, after: nil)
  }

  /// Runs the network on `input` and hands out maps from inside it.
  ///
  /// Each is copied behind the step that completes it, since later steps work in place; the time of copying is
  /// no step's.
  ///
  ///     let seen = try session.run(digit, observing: [.block(path), .branch(path, BranchID(.dense))])
  ///     seen[.block(path)]     // N x C x H x W
  ///
  /// - Parameters:
  ///   - input: As without observing.
  ///   - values: Which maps.
  ///   - profile: As without observing.
  ///   - isCancelled: Asked before each step.
  /// - Returns: The logits and the maps.
  /// - Throws: `SessionError.unobservable` before anything runs; `SessionError.noMemory` for the copies; what a run
  ///   throws without observing.
  public func run(
    _ input: Tensor,
    observing values: Set<ObservedValue>,
    profile: Profile? = nil,
    isCancelled: (() -> Bool)? = nil
  ) throws(SessionError) -> Observations {
    let watch = try MapWatch(values, in: plan)
    let logits = try run(input, profile, isCancelled) { [program] step in
      watch.copy(from: program, after: step)
    }
    return Observations(logits: logits, maps: watch.maps)
  }

  private func run(
    _ input: Tensor,
    _ profile: Profile?,
    _ isCancelled: (() -> Bool)?,
    after: ((_ step: Int) -> Void)?
  ) throws(SessionError) -> Tensor {
    guard input.shape == plan.inputShape else {
      throw .wrongInput(expected: plan.inputShape, found: input.shape)
    }
    let logits = input.withFloats { pictures in
      turn.withLock { _ in run(pictures, profile, isCancelled, after) }
    }
    guard let logits else { throw .cancelled }
    return logits
  }

  /// Runs every step; nil when cancelled.
  private func run(
    _ pictures: Span<Float>,
    _ profile: Profile?,
    _ isCancelled: (() -> Bool)?,
    _ after: ((_ step: Int) -> Void)?
  ) -> Tensor? {
    let mode = cp_flush_denormals()
    defer { cp_restore_float_mode(mode) }
    let isFinished = unsafe pictures.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return false }
      unsafe program.setInput(start)
      return runSteps(profile, isCancelled, after)
    }
    return isFinished ? copyOutput() : nil
  }

  private func runSteps(
    _ profile: Profile?,
    _ isCancelled: (() -> Bool)?,
    _ after: ((_ step: Int) -> Void)?
  ) -> Bool {
    profile?.beginRun(steps: plan.steps.count)
    var last = profile == nil ? 0 : cp_nanoseconds()
    for (index, step) in program.steps.enumerated() {
      if let isCancelled, isCancelled() { return false }
      for task in step { pool.run(task: task, units: program.list.tasks[task].units) }
      if let profile {
        let now = cp_nanoseconds()
        profile.recordStep(index, nanoseconds: now - last)
        last = now
      }
      if let after {
        after(index)
        if profile != nil { last = cp_nanoseconds() }
      }
    }
    profile?.endRun()
    return true
  }

  private func copyOutput() -> Tensor {
    let (batch, classes) = (plan.inputShape[0], plan.classes)
    let pitch = blockCount(classes) * MapLayout.block
    var logits: [Float] = []
    logits.reserveCapacity(batch * classes)
    for picture in 0..<batch {
      for row in 0..<classes { logits.append(unsafe program.output[picture * pitch + row]) }
    }
    return Tensor(logits, shape: [batch, classes])
  }
}
