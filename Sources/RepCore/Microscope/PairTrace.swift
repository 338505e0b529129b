/// One tile of one pair of channels on its way to the products, with everything in between, in double.
///
/// With `r` products of the rows and `c` of the columns:
public struct PairTrace: Hashable, Sendable {
  /// `d`: what the tile sees of the input channel, zeros beyond the edge.
  public let input: Matrix<Double>
  /// `g`, 3x3.
  public let kernel: Matrix<Double>
  /// `B' d`: the input transformed along its columns, `r` by samples.
  public let halfInput: Matrix<Double>
  /// `V = B' d B`, `r x c`.
  public let values: Matrix<Double>
  /// `G g`: the kernel transformed along its columns, `r x 3`.
  public let halfKernel: Matrix<Double>
  /// `U = G g G'`, `r x c`.
  public let weights: Matrix<Double>
  /// `U * V` entry by entry, `r x c`: all the products of the pair.
  public let products: Matrix<Double>

  init(input: Matrix<Double>, kernel: Matrix<Double>, _ rows: Factors, _ columns: Factors) {
    (self.input, self.kernel) = (input, kernel)
    halfInput = rows.input * input
    values = halfInput * columns.input.transposed
    halfKernel = rows.kernel * kernel
    weights = halfKernel * columns.kernel.transposed
    products = weights.entrywise(values)
  }

  /// The matrices of an algorithm as doubles.
  struct Factors {
    let input, kernel, output: Matrix<Double>

    init(_ algorithm: TileAlgorithm) {
      input = algorithm.input.map(\.double)
      kernel = algorithm.kernel.map(\.double)
      output = algorithm.output.map(\.double)
    }
  }
}
