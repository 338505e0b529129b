internal import Canvas
internal import RepCore
internal import Words

/// The numbers of the live screen, taken once per frame.
struct LiveFigures {
  /// The form that is shown.
  let form: Form
  /// The language that people read.
  let language: Language
  /// Both forms' measurements.
  let train: FormTiming?, deploy: FormTiming?
  /// The rows, in the order that was asked for.
  let rows: [LiveRow]
  /// The row under the cursor.
  let selected: Int?
  /// Whether the blocks stand alone, so that their times only add up and are no inference.
  let isSeparate: Bool
  /// Whether every block runs.
  let allRun: Bool
  /// Whether there is a training form to run.
  let hasTrainingForm: Bool
  /// The height and width of the maps that such blocks are timed on.
  let trialExtent: String

  /// What `shared` knows, with the cursor on a row.
  init(_ shared: Shared, cursor: LiveRowID) {
    (form, language) = (shared.form, shared.language)
    (isSeparate, trialExtent) = (shared.document.isSeparate, shared.document.trialExtent)
    hasTrainingForm = shared.document.hasTrainingForm
    allRun = shared.document.stored.firstObstacle == nil
    (train, deploy) = (shared.live.timing(of: .train), shared.live.timing(of: .deploy))
    let (trainTable, deployTable) = (train.map(StepTable.init), deploy.map(StepTable.init))
    let ids = shared.liveRows
    rows = ids.map { id in
      let (train, deploy) = (trainTable?[id], deployTable?[id])
      return LiveRow(
        id: id,
        name: shared.name(of: id),
        train: train,
        deploy: deploy,
        form: shared.form,
        formWithout: train == nil && trainTable != nil && deploy != nil
          ? .train : deploy == nil && deployTable != nil && train != nil ? .deploy : nil,
        obstacle: id.blockPath.flatMap {
          shared.document.shape(of: $0, in: shared.form)?.obstacleWords
        }
      )
    }
    selected = ids.firstIndex(of: cursor)
  }

  /// The measurements of the form that is shown.
  var shown: FormTiming? { form == .train ? train : deploy }

  /// The row under the cursor.
  var selectedRow: LiveRow? { selected.map { rows[$0] } }

  /// Whether any time on the screen is an illustration.
  var isSample: Bool { train?.isSample == true || deploy?.isSample == true }

  /// The time that the whole width of a bar stands for: the longest median of a row in either form.
  var longest: Double {
    max(rows.flatMap { [$0.train, $0.deploy] }.compactMap { $0?.timing.median }.max() ?? 0, 1e-9)
  }

  /// The medians of all rows in the form that is shown, added up; their shares are parts of it.
  var sum: Double { rows.compactMap { $0.shown?.timing.median }.reduce(0, +) }

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

  /// Bytes of maps that the steps of one inference read and write, without padding.
  var mapBytes: Int { steps.map(\.mapBytes).reduce(0, +) }

  /// The steps of a row with their times.
  func steps(of row: LiveRowID) -> [(step: PlanStep, timing: Timing)] {
    zip(steps, profile.steps).filter { row.holds($0.0) }.map { ($0, $1) }
  }
}

extension Palette {
  /// The ink of how many times as fast something has become: what is slower is no gain.
  func style(ofGain times: Double) -> Style { times < 1 ? warning : good }
}
