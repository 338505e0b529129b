internal import Canvas
internal import RepCore
internal import Words

/// The numbers of the roofline screen, taken once per frame.
struct RooflineFigures {
  /// The form that is shown.
  let form: Form
  /// A row for each block, and for each step beside them, that does anything.
  let layers: [RooflineLayer]
  /// The row under the cursor.
  let selected: Int?
  /// The times of the form that is shown; nil where nothing was measured.
  let timing: FormTiming?
  /// What the machine gives at most, or what an imagined one does beside illustrated times; nil where that was
  /// not measured with as many threads.
  let ceilings: Ceilings?
  /// The roofs over the network; nil without times or ceilings.
  let roofline: Roofline?

  /// What `shared` knows, with the cursor on a row; nil as long as no step is known.
  init?(_ shared: Shared, cursor: LiveRowID) {
    form = shared.form
    let timing = shared.live.timing(of: shared.form)
    let ceilings = shared.live.ceilings(illustrated: timing?.isSample == true)
    (self.timing, self.ceilings) = (timing, ceilings)
    roofline = ceilings.flatMap { ceilings in
      timing.map { Roofline(ceilings, over: $0.memory) }
    }
    let need = MemoryForm.shown(shared).top.need(shared)
    guard let steps = timing?.steps ?? shared.answers[need]?.steps else { return nil }
    let times = timing.map { $0.profile.steps.map(\.median) }
    let all = times?.reduce(0, +) ?? 0
    layers = shared.liveRows.compactMap { row in
      let own = steps.indices.filter { row.holds(steps[$0]) }
      guard !own.isEmpty else { return nil }
      let microseconds = times.map { times in own.reduce(0) { $0 + times[$1] } }
      return RooflineLayer(
        row: row,
        name: shared.name(of: row),
        steps: own.map { steps[$0] },
        microseconds: microseconds,
        share: microseconds.map { all > 0 ? $0 / all : 0 }
      )
    }
    selected = layers.firstIndex { $0.row == cursor }
  }

  /// The layer under the cursor.
  var layer: RooflineLayer? { selected.map { layers[$0] } }

  /// Whether times and ceilings are an illustration.
  var isSample: Bool { timing?.isSample == true }

  /// The roof that binds a layer; nil without times or ceilings, and where its kernels are above the peak, so that
  /// the roofs are not to be trusted.
  func binding(of layer: RooflineLayer) -> (roof: Roofline.Roof, share: Double)? {
    guard let roofline, let microseconds = layer.microseconds, !isAbovePeak(layer) else {
      return nil
    }
    return roofline.binding(layer.work, microseconds: microseconds)
  }

  /// Whether the kernels of a layer are above the peak, which only a disturbed measurement shows.
  func isAbovePeak(_ layer: RooflineLayer) -> Bool { partOfPeak(layer).map { $0 > 1 } ?? false }

  /// What the kernels of a layer reach of the peak; nil without times or ceilings.
  func partOfPeak(_ layer: RooflineLayer) -> Double? {
    guard let ceilings, let rate = layer.kernelRate else { return nil }
    return rate / ceilings[.peak].best
  }
}

/// One layer under the roofs: its work, and how long it took.
struct RooflineLayer {
  /// Which row.
  let row: LiveRowID
  /// What it is called.
  let name: String
  /// Its steps in order of execution.
  let steps: [PlanStep]
  /// Its work, by count.
  let work: WorkCount
  /// The steps' medians added up; nil where nothing was measured.
  let microseconds: Double?
  /// Its part of all layers' time; nil where nothing was measured.
  let share: Double?

  init(
    row: LiveRowID,
    name: String,
    steps: [PlanStep],
    microseconds: Double?,
    share: Double?
  ) {
    (self.row, self.name, self.steps) = (row, name, steps)
    (self.microseconds, self.share) = (microseconds, share)
    work = WorkCount(steps)
  }

  /// FLOP a second by the definition: how fast the layer is to somebody who wants its outputs.
  var rate: Double? { perSecond(work.flop) }

  /// FLOP a second of the kernels: how fast the processor multiplies for it.
  var kernelRate: Double? { perSecond(work.kernelFlop) }

  /// How many times fewer multiply-adds the kernels do than the definition has.
  var saving: Double { work.products > 0 ? Double(work.macs) / Double(work.products) : 1 }

  /// The algorithm of its largest step.
  var algorithm: Algorithm? { steps.max { $0.macs < $1.macs }?.algorithm }

  private func perSecond(_ amount: Double) -> Double? {
    microseconds.flatMap { $0 > 0 ? amount / $0 * 1e6 : nil }
  }
}
