internal import RepCore
internal import Words

/// What the Winograd screen shows, taken once per frame; the numbers come from the answers.
struct WinogradFigures {
  /// The tile with every value.
  let sight: TileSight
  /// The step that is looked at.
  let step: WinogradStep
  /// The place of the input channel among those that the output channel sees.
  let channel: Int
  /// What the step begins with, and at the end what it makes.
  let matrices: [ShownMatrix]
  /// The entry of the last matrix that is looked at.
  let cell: Cell

  /// An entry of a matrix, both from 0.
  struct Cell: Hashable {
    var row = 0
    var column = 0
  }

  /// A matrix with its name, and how it follows from the one before it.
  struct ShownMatrix {
    let name: Text
    /// What stands before it; empty for the first.
    let sign: Sign
    let values: Matrix<Double>
  }

  /// What stands between two matrices.
  enum Sign { case nothing, becomes, times, equals, less }

  /// The figures of the selected block; nil as long as they are not known.
  init?(_ shared: Shared, _ screen: WinogradScreen) {
    guard let sight = shared.answers[screen.tile(shared)] else { return nil }
    (self.sight, step) = (sight, screen.step)
    channel = min(max(shared.selection.input, 0), sight.trace.pairs.count - 1)
    matrices = WinogradFigures.matrices(of: sight.trace, channel, at: screen.step)
    let made = matrices[matrices.count - 1].values
    cell = Cell(
      row: min(screen.cell.row, made.rows - 1),
      column: min(screen.cell.column, made.columns - 1)
    )
  }

  /// What the step makes.
  var made: Matrix<Double> { matrices[matrices.count - 1].values }

  /// The pair of channels that is looked at.
  var pair: PairTrace { sight.trace.pairs[channel] }

  private static func matrices(
    of trace: TileTrace,
    _ channel: Int,
    at step: WinogradStep
  ) -> [ShownMatrix] {
    let pair = trace.pairs[channel]
    switch step {
    case .kernel:
      return [
        ShownMatrix(name: WinogradWords.kernel, sign: .nothing, values: pair.kernel),
        ShownMatrix(name: Text(name: "G g"), sign: .becomes, values: pair.halfKernel),
        ShownMatrix(name: Text(name: step.formula), sign: .becomes, values: pair.weights),
      ]
    case .input:
      return [
        ShownMatrix(name: WinogradWords.input, sign: .nothing, values: pair.input),
        ShownMatrix(name: Text(name: "B' d"), sign: .becomes, values: pair.halfInput),
        ShownMatrix(name: Text(name: step.formula), sign: .becomes, values: pair.values),
      ]
    case .products:
      return [
        ShownMatrix(name: Text(name: "U"), sign: .nothing, values: pair.weights),
        ShownMatrix(name: Text(name: "V"), sign: .times, values: pair.values),
        ShownMatrix(name: WinogradWords.products, sign: .equals, values: pair.products),
      ]
    case .sum:
      return [
        ShownMatrix(name: WinogradWords.ofThisChannel, sign: .nothing, values: pair.products),
        ShownMatrix(
          name: WinogradWords.ofAllChannels(trace.pairs.count),
          sign: .becomes,
          values: trace.sum
        ),
      ]
    case .output:
      return [
        ShownMatrix(name: Text(name: "M"), sign: .nothing, values: trace.sum),
        ShownMatrix(name: Text(name: "A' M"), sign: .becomes, values: trace.halfOutput),
        ShownMatrix(name: Text(name: step.formula), sign: .becomes, values: trace.outputs),
      ]
    case .check:
      return [
        ShownMatrix(name: Text(name: "Y"), sign: .nothing, values: trace.outputs),
        ShownMatrix(name: WinogradWords.direct, sign: .less, values: trace.direct),
        ShownMatrix(name: WinogradWords.difference, sign: .equals, values: trace.differences),
      ]
    }
  }
}

extension TileTrace {
  /// The place of the channel whose products have the largest magnitudes together; of two alike the earlier one.
  var strongestPair: Int {
    let sums = pairs.map { $0.products.values.reduce(0) { $0 + $1.magnitude } }
    return sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } ?? 0
  }

  /// The outputs less the plain sums, entry by entry.
  var differences: Matrix<Double> {
    Matrix(rows: outputs.rows, columns: outputs.columns) { outputs[$0, $1] - direct[$0, $1] }
  }
}
