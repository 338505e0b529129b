internal import Canvas
internal import RepCore

/// One line of the timing table: a block, or a step that belongs to none.
struct LiveRow {
  /// `stage3.2`, `pool`.
  let name: String
  /// What ran, in the form that is shown: `direct`, `7 steps`.
  let algorithm: String
  /// Times of the form that is shown: the sum of the steps' medians, the block's own percentile.
  let timing: Timing?
  /// Median microseconds of the training form.
  let train: Double?
  /// Median microseconds of the deploy form.
  let deploy: Double?
  /// Multiply-adds of the form that is shown.
  let macs: Int
  /// Why the block does not run, in a few words; nil where it does.
  var obstacle: String?
}

/// The numbers of the live screen, taken once per frame.
struct LiveFigures {
  /// The form that is shown.
  let form: Form
  /// Both forms' measurements.
  let train: FormTiming?, deploy: FormTiming?
  /// The rows, the blocks first.
  let rows: [LiveRow]
  /// The row of the selected block.
  let selected: Int?
  /// Whether the blocks stand alone, so that their times only add up and are no inference.
  let isSeparate: Bool
  /// Which blocks those are: all, or those that run.
  let timedBlocks: String
  /// The height and width of the maps that such blocks are timed on.
  let trialExtent: String

  /// What `shared` knows.
  init(_ shared: Shared) {
    form = shared.form
    (isSeparate, trialExtent) = (shared.document.isSeparate, shared.document.trialExtent)
    timedBlocks = shared.document.timedBlocks
    (train, deploy) = (shared.live.timing(of: .train), shared.live.timing(of: .deploy))
    let tables = Form.allCases.map { form in shared.live.timing(of: form).map(StepTable.init) }
    let shown = shared.form == .train ? tables[0] : tables[1]
    func row(_ name: String, _ key: StepTable.Key) -> LiveRow {
      LiveRow(
        name: name,
        algorithm: shown?[key]?.algorithm ?? "",
        timing: shown?[key]?.timing,
        train: tables[0]?[key]?.timing.median,
        deploy: tables[1]?[key]?.timing.median,
        macs: shown?[key]?.macs ?? 0
      )
    }
    let paths = shared.liveRows
    let ends: [RepCore.Operation] = isSeparate ? [] : [.input, .pool, .linear]
    rows =
      paths.map { path in
        var row = row(shared.document.title(of: path), .block(path))
        row.obstacle = shared.document.shape(of: path, in: shared.form)?.obstacleWords
        return row
      }
      + ends.map { row($0.rawValue, .operation($0)) }
    selected = paths.firstIndex(of: shared.selection.block)
  }

  /// The measurements of the form that is shown.
  var shown: FormTiming? { form == .train ? train : deploy }

  /// Whether any time on the screen is an illustration.
  var isSample: Bool { train?.isSample == true || deploy?.isSample == true }

  /// The time that the whole width of a bar stands for: the longest row of either form.
  var longest: Double {
    let medians = rows.flatMap { [$0.train, $0.deploy].compactMap { $0 } }
    let slow = rows.compactMap { $0.timing?.p95 }
    return max((medians + slow).max() ?? 0, 1e-9)
  }

  /// How many times as long the training form takes; nil unless both are known.
  var speedUp: Double? { ratio(train.map(total), deploy.map(total)) }

  /// Median microseconds of one inference, or of all blocks that stand alone.
  func total(of timing: FormTiming) -> Double {
    isSeparate ? timing.blocksMicroseconds : timing.whole.median
  }

  /// How many times as many multiply-adds the training form needs; nil unless both are known.
  var macRatio: Double? { ratio(train.map { Double($0.macs) }, deploy.map { Double($0.macs) }) }

  private func ratio(_ above: Double?, _ below: Double?) -> Double? {
    guard let above, let below, below > 0 else { return nil }
    return above / below
  }
}

extension FormTiming {
  /// Multiply-adds of one inference.
  var macs: Int { steps.map(\.macs).reduce(0, +) }

  /// The steps of a block with their times.
  func steps(of path: BlockPath) -> [(step: PlanStep, timing: Timing)] {
    zip(steps, profile.steps).filter { $0.0.blockPath == path }.map { ($0, $1) }
  }
}

/// Steps added up by block, in one pass over the plan.
private struct StepTable {
  enum Key: Hashable {
    case block(BlockPath)
    case operation(RepCore.Operation)
  }

  struct Entry {
    var algorithm: String
    var steps = 0
    var macs = 0
    var timing = Timing(median: 0, minimum: 0, p95: 0)
  }

  private var entries: [Key: Entry] = [:]

  init(_ timing: FormTiming) {
    for (step, time) in zip(timing.steps, timing.profile.steps) {
      let key = step.blockPath.map { Key.block($0) } ?? .operation(step.operation)
      var entry = entries[key] ?? Entry(algorithm: step.algorithm.rawValue)
      entry.steps += 1
      entry.macs += step.macs
      if entry.steps > 1 { entry.algorithm = "\(entry.steps) steps" }
      entry.timing = Timing(
        median: entry.timing.median + time.median,
        minimum: entry.timing.minimum + time.minimum,
        p95: entry.timing.p95 + time.p95
      )
      entries[key] = entry
    }
    // Percentiles do not add up, so a block's own is taken where its runs were recorded as a whole.
    for block in timing.profile.blocks {
      guard let entry = entries[.block(block.path)] else { continue }
      let sum = entry.timing
      let p95 = max(block.timing.p95, sum.median)
      entries[.block(block.path)]?.timing =
        Timing(median: sum.median, minimum: block.timing.minimum, p95: p95)
    }
  }

  subscript(key: Key) -> Entry? { entries[key] }
}
