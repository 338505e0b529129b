internal import Canvas
internal import RepCore
internal import Words

/// The layer around the pair that is looked at, as the lower panes show it: the branch and the folded kernels
/// side by side, or those alone.
struct ShownLayer {
  /// The channels that are looked at.
  let pair: Selection
  /// What a reader has chosen.
  let choices: KernelChoices
  /// What people read.
  let language: Language
  private let sources: [LayerSource]

  /// The kernels of one form in a pane of their own.
  struct Pane {
    let source: LayerSource
    /// The magnitude of the strongest colour.
    let limit: Double
    let area: Rect
  }

  /// The least columns of two panes side by side.
  private static let leastPair = 70

  /// The layer of `fold` around `pair`, before folding as branch number `branch` holds it where the screen shows
  /// the training form.
  init(
    _ fold: BlockFold,
    pair: Selection,
    form: Form,
    branch: Int,
    _ choices: KernelChoices,
    language: Language
  ) {
    sources = LayerSource.shown(fold, form: form, branch: branch)
    (self.pair, self.choices, self.language) = (pair, choices, language)
  }

  /// Its shape.
  var shape: BlockShape { sources[0].shape }

  /// The range of the weights before and after folding, in sentences.
  func read(into reading: inout Reading) {
    for source in sources {
      let weights = source.sampledTaps.joined()
      let least = weights.reduce(.infinity) { min($0, $1) }
      let greatest = weights.reduce(-.infinity) { max($0, $1) }
      let range = KernelsWords.range(
        least: Numbers.significant(least),
        greatest: Numbers.significant(greatest),
        isPartial: LayerSample(source.shape).isPartial
      )
      reading.add(source.title + Text(name: ": ") + range)
    }
  }

  /// How many forms stand side by side in `area`.
  func count(in area: Rect) -> Int {
    area.width >= ShownLayer.leastPair ? sources.count : 1
  }

  /// The panes in `area` that show `taps`: the form that is shown, or both where the training form has the room.
  func panes(in area: Rect, showing taps: ShownTaps) -> [Pane] {
    let limits = LayerSource.limits(sources, showing: taps, isSame: choices.isSameScale)
    return area.columns(Array(repeating: 1, count: count(in: area))).enumerated().map {
      index,
      area in
      Pane(source: sources[index], limit: limits[index], area: area)
    }
  }
}
