internal import RepCore
internal import Words

/// The kernels of a layer in one form: as one branch holds them, or folded.
struct LayerSource {
  private let fold: BlockFold
  /// The place of the branch; nil for the folded kernels.
  private let branch: Int?

  /// The folded kernels of `fold`, or those of the branch number `branch`.
  init(_ fold: BlockFold, branch: Int? = nil) {
    self.fold = fold
    self.branch = branch
  }

  /// What is shown where the screen looks at `form`: the branch and the folded kernels, or those alone.
  static func shown(_ fold: BlockFold, form: Form, branch: Int) -> [LayerSource] {
    let folded = LayerSource(fold)
    guard form == .train, fold.branches.indices.contains(branch) else { return [folded] }
    return [LayerSource(fold, branch: branch), folded]
  }

  /// Its shape.
  var shape: BlockShape { fold.block.shape }

  /// `3x3 as stored`, `Folded`.
  var title: Text {
    branch.map { KernelsWords.stored(fold.branches[$0].id) } ?? KernelsWords.foldedTitle
  }

  /// The kernel of a pair, `k x k`, with zeros around a smaller one.
  func kernel(output: Int, input: Int) -> [Double] {
    guard let branch else { return fold.kernel(output: output, input: input) }
    return fold.branches[branch].paddedKernel(output: output, input: input)
  }

  /// One tap of a pair's kernel.
  func tap(_ tap: Int, output: Int, input: Int) -> Double {
    guard let branch else { return fold.tap(tap, output: output, input: input) }
    return fold.branches[branch].rawTap(tap, output: output, input: input)
  }

  /// One tap of the kernels from `inputs` to one output.
  func taps(_ tap: Int, output: Int, inputs: Range<Int>) -> [Double] {
    inputs.map { self.tap(tap, output: output, input: $0) }
  }

  /// A sample of the layer's weights, tap by tap; zeros that only pad a smaller kernel are none.
  var sampledTaps: [[Double]] {
    let (sample, count) = (LayerSample(shape), shape.kernelSize * shape.kernelSize)
    let isPadded = branch.map { fold.branches[$0].isPadded } ?? false
    return (isPadded ? count / 2..<count / 2 + 1 : 0..<count).map { tap in
      sample.values { self.tap(tap, output: $0, input: $1) }
    }
  }

  /// The limit of the layer's colours where `shown` of its taps are looked at.
  ///
  /// Maps of one tap can be compared with those of the others: all have the limit of the tap that needs the
  /// largest.
  func limit(showing shown: ShownTaps) -> Double {
    switch shown {
    case .one: sampledTaps.map { LayerSample.limit(of: $0) }.max() ?? 1
    case .all: LayerSample.limit(of: sampledTaps.flatMap(\.self))
    }
  }

  /// The limits of `sources`; one for all where `isSame`.
  static func limits(_ sources: [LayerSource], showing shown: ShownTaps, isSame: Bool) -> [Double] {
    let limits = sources.map { $0.limit(showing: shown) }
    guard isSame, let largest = limits.max() else { return limits }
    return limits.map { _ in largest }
  }
}

/// How much of the kernels of a layer a pane shows.
enum ShownTaps {
  /// One tap of every kernel.
  case one
  /// Whole kernels.
  case all
}
