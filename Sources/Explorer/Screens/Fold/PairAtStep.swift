internal import RepCore
internal import Words

/// One pair of channels at one step of its block's fold.
struct PairAtStep {
  /// The fold of the block.
  let fold: BlockFold
  /// The channels that are looked at.
  let pair: Selection
  /// The steps that fold the block.
  let steps: [FoldStep]
  /// The one that is shown.
  let step: FoldStep
  /// The tap under the cursor, counted row by row.
  let tap: Int
  /// The kernels of the pair, through the norm behind the sum from the step on that folds it.
  let equation: KernelEquation

  /// What a branch holds at the step.
  enum Kernel: Hashable {
    /// No kernel yet: the branch stores none.
    case missing
    /// The one tap of a 1x1 kernel, before zeros are put around it.
    case single(Double)
    /// As wide as the block's: `k x k`, nil where there is only padding.
    case whole([Double?])
  }

  /// The pair that `shared` has selected; nil where the block has no such channels.
  init?(_ shared: Shared, _ choices: FoldChoices) {
    guard let block = shared.selectedBlock, block.shape.holds(shared.selection),
      let selected = shared.selectedFold
    else { return nil }
    (fold, pair) = (selected, shared.selection)
    steps = block.shape.foldSteps
    step = choices.step(of: steps)
    tap = block.shape.tap(choices.tap)
    let whole = KernelEquation(fold, output: pair.output, input: pair.input)
    equation = step < .sumNormFolded ? whole.beforePostNorm : whole
  }

  /// The block.
  var shape: BlockShape { fold.block.shape }

  /// The place of the step among those of the block.
  var place: Int { steps.firstIndex(of: step) ?? 0 }

  /// What the steps are called.
  var stepNames: [Text] { steps.map { FoldWords.name(of: $0, in: shape) } }

  /// Whether the block has more to fold than norms, so that there is a result beside the branches.
  var hasResult: Bool { equation.terms.count > 1 || shape.postNorm != nil }

  /// Whether the result is there by now.
  var isSummed: Bool { hasResult && step >= .summed }

  /// The place of the middle tap.
  private var middle: Int { equation.side * equation.side / 2 }
}

// MARK: - A branch at the step

extension PairAtStep {
  /// The taps of a branch by now, `k x k`, whether or not there are zeros around them already.
  private func taps(of term: KernelEquation.Term) -> [Double] {
    step < .normsFolded ? term.stored : term.scaled
  }

  /// What a branch holds by now.
  func kernel(of term: KernelEquation.Term) -> Kernel {
    let taps = taps(of: term)
    if step < .padded {
      if !term.role.hasKernel { return .missing }
      if term.isPadded { return .single(taps[middle]) }
    }
    return .whole(term.cells(taps))
  }

  /// The tap under the cursor of a branch; nil where the branch has none there yet.
  func tap(of term: KernelEquation.Term) -> Double? {
    switch kernel(of: term) {
    case .missing: nil
    case .single(let value): tap == middle ? value : nil
    case .whole: taps(of: term)[tap]
    }
  }

  /// What a branch adds to the bias by now: the convolution's own, then the norm's with it; nil where there is
  /// none.
  func bias(of branch: Int) -> Double? {
    guard step < .normsFolded else { return equation.terms[branch].bias }
    return fold.block.branches[branch].bias?.double(at: pair.output)
  }

  /// What a branch adds to the tap under the cursor of the result, through the norm behind the sum where the
  /// result is; nil where the branch has none there yet.
  func part(of branch: Int) -> Double? {
    tap(of: equation.terms[branch]).map { $0 * (isSummed ? equation.post?.scale ?? 1 : 1) }
  }

  /// The tap under the cursor of the result; nil before there is one.
  var result: Double? { isSummed ? equation.folded[tap] : nil }

  /// The magnitude of the strongest colour.
  var limit: Double { step < .normsFolded ? equation.storedLimit : equation.scaledLimit }
}
