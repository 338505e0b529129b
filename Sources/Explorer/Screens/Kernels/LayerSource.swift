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

  /// The place of the middle tap.
  var centre: Int { shape.kernelSize * shape.kernelSize / 2 }

  /// The kernel of a pair, `k x k`, with zeros around a smaller one.
  func kernel(output: Int, input: Int) -> [Double] {
    guard let branch else { return fold.kernel(output: output, input: input) }
    return fold.branches[branch].paddedKernel(output: output, input: input)
  }

  /// One tap of a pair's kernel.
  func tap(_ tap: Int, output: Int, input: Int) -> Double {
    if tap == centre {
      guard let branch else { return fold.centre(output: output, input: input) }
      return fold.branches[branch].rawCentre(output: output, input: input)
    }
    if let branch, fold.branches[branch].isPadded { return 0 }
    return kernel(output: output, input: input)[tap]
  }

  /// One tap of the kernels from `inputs` to one output.
  func taps(_ tap: Int, output: Int, inputs: Range<Int>) -> [Double] {
    guard branch == nil, tap != centre else {
      return inputs.map { self.tap(tap, output: output, input: $0) }
    }
    let (row, count) = (fold.row(output: output), shape.kernelSize * shape.kernelSize)
    return inputs.map { row[$0 * count + tap] }
  }

  /// The limit of the layer's colours: that of its middle taps, whichever tap is shown, so that the maps of all
  /// taps can be compared.
  func limit(_ sample: LayerSample) -> Double {
    LayerSample.limit(of: sample.values { tap(centre, output: $0, input: $1) })
  }

  /// The limits of `sources`; one for all where `isSame`.
  static func limits(_ sources: [LayerSource], isSame: Bool) -> [Double] {
    let limits = sources.map { $0.limit(LayerSample($0.shape)) }
    guard isSame, let largest = limits.max() else { return limits }
    return limits.map { _ in largest }
  }
}
