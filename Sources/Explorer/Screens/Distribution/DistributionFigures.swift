internal import Canvas
internal import RepCore
internal import Words

/// What the distribution screen shows, taken once per frame; the numbers come from the answers.
struct DistributionFigures {
  /// The block.
  let block: Block
  /// Which numbers are shown.
  let numbers: ShownNumbers
  /// Bits of weights and maps.
  let bits: QuantizedBits
  /// What shares a step.
  let steps: WeightSteps
  /// How the numbers lie; nil as long as that is not known.
  let distribution: BlockDistribution?
  /// What stands in the upper pane; nil as long as that is not known, or where there is none.
  let before: ShownValues?
  /// What stands in the lower pane; nil as long as that is not known.
  let after: ShownValues?
  /// The columns of the tables.
  let columns: [StudyColumn]

  /// The figures of the selected block; nil where there is none.
  init?(_ shared: Shared, _ screen: DistributionScreen) {
    guard let block = shared.selectedBlock else { return nil }
    self.block = block
    (numbers, bits, steps) = (screen.numbers, screen.bits, screen.steps)
    columns = StudyColumn.all(shared)
    let distribution = shared.answers[BlockDistributionNeed(path: block.path)]
    self.distribution = distribution
    let name = Text(name: shared.document.title(of: block.path) + " ")
    let weights = ShownValues.Rounding.weights(bits: bits.weights, steps)
    switch numbers {
    case .kernels, .norms:
      let stored =
        distribution?.stored.first { $0.branch == shared.selection.branch }
        ?? distribution?.stored.first
      before = stored.map {
        ShownValues(
          name: name + DistributionWords.stored($0.branch),
          short: DistributionWords.storedBriefly($0.branch),
          values: $0.kernel,
          rounding: weights
        )
      }
      after = distribution.map {
        ShownValues(
          name: name + DistributionWords.foldedKernel,
          short: DistributionWords.foldedBriefly,
          values: $0.folded,
          rounding: weights
        )
      }
    case .biases:
      before = distribution.map {
        ShownValues(
          name: name + DistributionWords.branchBiases,
          short: DistributionWords.branchesBriefly,
          values: $0.branchBiases,
          rounding: .none
        )
      }
      after = distribution.map {
        ShownValues(
          name: name + DistributionWords.foldedBias,
          short: DistributionWords.foldedBriefly,
          values: $0.foldedBias,
          rounding: .none
        )
      }
    case .activations:
      let need = DistributionFigures.mapNeed(block.path, shared)
      let maps = shared.answers[need]
      let rounding = ShownValues.Rounding.maps(bits: bits.activations)
      before = maps.map {
        ShownValues(
          name: name + DistributionWords.entering,
          short: DistributionWords.enteringBriefly,
          values: $0.entering,
          rounding: rounding
        )
      }
      after = maps.map {
        ShownValues(
          name: name + DistributionWords.leaving,
          short: DistributionWords.leavingBriefly,
          values: $0.leaving,
          rounding: rounding
        )
      }
    }
  }

  /// Threads and kernels; beside illustrated times those of every machine, so that pictures are the same everywhere.
  static func options(_ shared: Shared) -> PlanOptions {
    let isSample = shared.live.isIllustrated
    return PlanOptions(
      threads: isSample ? 1 : shared.live.threads,
      instructionSet: isSample ? .portable : nil
    )
  }

  /// What has to be found out to show maps.
  static func mapNeed(_ path: BlockPath, _ shared: Shared) -> MapDistributionNeed {
    MapDistributionNeed(path: path, options: options(shared))
  }

  /// What the screen needs, what stands on top first: the block, the bits that are shown, then the other ones.
  static func needs(_ shared: Shared, _ screen: DistributionScreen) -> [any Need] {
    let path = shared.selection.block
    let block: [any Need] =
      [BlockDistributionNeed(path: path)]
      + (screen.numbers == .activations ? [mapNeed(path, shared)] : [])
    let columns = StudyColumn.all(shared)
    let bits = [screen.bits] + QuantizedBits.taught.filter { $0 != screen.bits }
    return block + bits.flatMap { bits in columns.map { $0.need(bits) } }
  }

  /// What the table of numbers compares: both panes, and the parts of a folded kernel.
  var spreads: [SpreadTable.Column] {
    let shown = [before, after].compactMap(\.self).map { shown in
      SpreadTable.Column(
        title: shown.short,
        spread: shown.values.spread,
        stepsPerDeviation: shown.stepsPerDeviation()
      )
    }
    guard numbers == .kernels || numbers == .norms, let after else { return shown }
    let parts = [
      (DistributionWords.ring, distribution?.ring),
      (DistributionWords.diagonal, distribution?.diagonal),
    ]
    return shown
      + parts.compactMap { title, spread in
        spread.map {
          SpreadTable.Column(
            title: title,
            spread: $0,
            stepsPerDeviation: after.stepsPerDeviation(of: $0)
          )
        }
      }
  }

  /// Whether the largest folded tap links a channel with itself, where alone an identity adds anything.
  var isLargestOnDiagonal: Bool {
    guard let diagonal = distribution?.diagonal, let folded = distribution?.folded else {
      return false
    }
    return diagonal.largest == folded.spread.largest
  }
}
