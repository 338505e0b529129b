internal import Canvas
internal import RepCore
internal import Words

/// Both forms side by side, layer by layer, taken once per frame.
struct CompareFigures {
  /// A row for each block, and for each step beside them that some form has.
  let rows: [CompareRow]
  /// The whole network.
  let total: CompareRow
  /// The row under the cursor.
  let selected: Int?
  /// How far the forms are apart; nil as long as that is not known.
  let forms: FormsComparison?
  /// The times of both forms; nil unless both were measured.
  let times: (train: FormTiming, deploy: FormTiming)?
  /// How the training form is run.
  let training: MemoryForm
  /// The steps of both forms.
  let timelines: (train: MemoryTimeline, deploy: MemoryTimeline)

  /// What `shared` knows, with the cursor on a row; nil as long as the steps of both forms are not known, or there
  /// is but one form.
  init?(_ shared: Shared, _ screen: CompareScreen) {
    guard let needs = CompareFigures.needs(shared),
      let train = shared.answers[needs.train], let deploy = shared.answers[needs.deploy]
    else { return nil }
    (timelines, training) = ((train, deploy), needs.train.form)
    let timings = (shared.live.timing(of: .train), shared.live.timing(of: .deploy))
    let times = timings.0.flatMap { own in timings.1.map { (train: own, deploy: $0) } }
    let forms = shared.answers[CompareScreen.formsNeed(shared)]
    (self.times, self.forms) = (times, forms)
    // As the live screen has it, so that nobody finds two numbers for one thing.
    func whole(_ timing: FormTiming) -> Double {
      shared.document.isSeparate ? timing.blocksMicroseconds : timing.whole.median
    }
    rows = shared.liveRows.compactMap { id in
      let row = CompareRow(
        id: id,
        name: shared.name(of: id),
        train: CompareSide(train, times?.train.microseconds { id.holds($0) }) { id.holds($0) },
        deploy: CompareSide(deploy, times?.deploy.microseconds { id.holds($0) }) { id.holds($0) },
        difference: forms?.difference(of: id)
      )
      return row.train == nil && row.deploy == nil ? nil : row
    }
    total = CompareRow(
      id: nil,
      name: CompareWords.total[shared.language],
      train: CompareSide(train, times.map { whole($0.train) }) { _ in true },
      deploy: CompareSide(deploy, times.map { whole($0.deploy) }) { _ in true },
      difference: forms?.logits ?? forms?.worst?.difference
    )
    selected = rows.firstIndex { $0.id == screen.cursor }
  }

  /// The needs of both forms' steps; nil where there is but one form.
  static func needs(_ shared: Shared) -> (train: MemorySubject, deploy: MemorySubject)? {
    guard shared.document.hasTrainingForm else { return nil }
    let train: MemoryForm = shared.live.branches == .fused ? .fused : .written
    return (train.need(shared), MemoryForm.deploy.need(shared))
  }

  /// The row under the cursor.
  var row: CompareRow? { selected.map { rows[$0] } }

  /// Whether the times are an illustration.
  var isSample: Bool { times?.train.isSample == true }
}

/// One layer in both forms.
struct CompareRow {
  /// Which one; nil for the whole network.
  let id: LiveRowID?
  /// What it is called.
  let name: String
  /// The training form; nil where it has no such step.
  let train: CompareSide?
  /// The deploy form; nil where it has no such step, because another one does its work.
  let deploy: CompareSide?
  /// How far its outputs are apart; nil where it has none that is looked at, or that is not known yet.
  let difference: MapDifference?
}

/// One layer in one form.
struct CompareSide {
  /// Its steps in order of execution.
  let steps: [PlanStep]
  /// What they multiply, read and write.
  let work: WorkCount
  /// The step at which the most bytes of maps live, counted among all steps.
  let fullest: Int
  /// The bytes of maps that live then.
  let memory: Int
  /// The steps' medians added up, of the whole network the median of its runs; nil where nothing was measured.
  let microseconds: Double?

  /// The steps of `timeline` that belong to it; nil where none does.
  init?(
    _ timeline: MemoryTimeline,
    _ microseconds: Double?,
    where belongs: (PlanStep) -> Bool
  ) {
    let own = timeline.steps.indices.filter { belongs(timeline.steps[$0]) }
    let maps = timeline.maps
    guard let fullest = own.max(by: { (maps[$0], $1) < (maps[$1], $0) }) else { return nil }
    steps = own.map { timeline.steps[$0] }
    work = WorkCount(steps)
    (self.fullest, memory) = (fullest, maps[fullest])
    self.microseconds = microseconds
  }
}

extension FormsComparison {
  /// How far the outputs of a row are apart; of the steps beside blocks only the classifier's are looked at.
  func difference(of row: LiveRowID) -> MapDifference? {
    switch row {
    case .block(let path): blocks[path]
    case .operation(.linear): logits
    case .operation: nil
    }
  }
}
