internal import RepCore
internal import Words

/// Which line of the timing table.
enum LiveRowID: Hashable, Sendable {
  /// All steps of a block.
  case block(BlockPath)
  /// The step of this kind that belongs to no block.
  case operation(RepCore.Operation)

  /// The block; nil for a step that belongs to none.
  var blockPath: BlockPath? {
    if case .block(let path) = self { path } else { nil }
  }

  /// Whether a step is one of the row's.
  func holds(_ step: PlanStep) -> Bool {
    switch self {
    case .block(let path): step.blockPath == path
    case .operation(let operation): step.blockPath == nil && step.operation == operation
    }
  }
}

/// One line of the timing table: a block, or a step that belongs to none.
struct LiveRow {
  /// Which line.
  let id: LiveRowID
  /// `stage3.2`, `pool`.
  let name: String
  /// What the steps do in the training form; nil where it has none, or is not measured.
  let train: StepSum?
  /// What they do in the deploy form; nil where it has none, or is not measured.
  let deploy: StepSum?
  /// The form of the two that is shown.
  let form: Form
  /// The form that is measured and has no such step, because another step does its work; nil where both have.
  let formWithout: Form?
  /// Why the block does not run, in a few words; nil where it does.
  var obstacle: Text?

  /// The steps in the form that is shown.
  var shown: StepSum? { form == .train ? train : deploy }

  /// How many times as fast the deploy form is; nil unless both forms have such steps.
  var gain: Double? {
    guard let train, let deploy, deploy.timing.median > 0 else { return nil }
    return train.timing.median / deploy.timing.median
  }
}

/// Steps of one form, added up.
struct StepSum {
  /// What computes the first of them.
  let algorithm: Algorithm
  /// How many they are.
  private(set) var steps = 0
  /// Multiply-adds.
  private(set) var macs = 0
  /// Bytes of weights and maps that are read and written.
  private(set) var bytes = 0
  /// The sum of the steps' medians; the percentile is the block's own where its runs were recorded as a whole.
  private(set) var timing = Timing(median: 0, minimum: 0, p95: 0)

  /// No steps yet.
  init(_ algorithm: Algorithm) { self.algorithm = algorithm }

  mutating func add(_ step: PlanStep, _ time: Timing) {
    steps += 1
    macs += step.macs
    bytes += step.weightBytes + step.mapBytes
    timing = Timing(
      median: timing.median + time.median,
      minimum: timing.minimum + time.minimum,
      p95: timing.p95 + time.p95
    )
  }

  /// Percentiles do not add up: takes over the `whole` as it was recorded.
  mutating func take(_ whole: Timing) {
    timing = Timing(
      median: timing.median,
      minimum: whole.minimum,
      p95: max(whole.p95, timing.median)
    )
  }
}

extension PlanStep {
  /// Bytes of maps that the step reads and writes, without padding.
  var mapBytes: Int { inputBytes + outputBytes }
}

/// Steps added up by row, in one pass over the plan.
struct StepTable {
  private var sums: [LiveRowID: StepSum] = [:]

  /// The rows of one form's measurements.
  init(_ timing: FormTiming) {
    for (step, time) in zip(timing.steps, timing.profile.steps) {
      let id = step.blockPath.map { LiveRowID.block($0) } ?? .operation(step.operation)
      sums[id, default: StepSum(step.algorithm)].add(step, time)
    }
    for block in timing.profile.blocks { sums[.block(block.path)]?.take(block.timing) }
  }

  /// The sum of a row; nil where the form has no such step.
  subscript(row: LiveRowID) -> StepSum? { sums[row] }
}
