/// Winograd's algorithm for a few neighbouring outputs of a three-tap kernel, in one dimension: three matrices.
///
///     y = A' [ (G g) * (B' d) ]          * entry by entry, ' transposes
///
/// `g` has three taps, `d` as many samples as `outputs` outputs see. All entries are exact. With stride 2 (polyphase)
/// the even samples meet the middle tap alone, each by a product that nothing transforms; they are rows of the same
/// matrices. In two dimensions rows and columns each have their own: `Y = A' [(G g G') * (B' d B)] A`.
public struct TileAlgorithm: Hashable, Sendable {
  /// What a product stands for.
  public enum Product: Hashable, Sendable {
    /// The value of both polynomials at this number.
    case point(Rational)
    /// The product of the leading coefficients.
    case infinity
    /// With stride 2: the even sample of this output, from 0, times the middle tap.
    case even(Int)
  }

  /// Outputs of the tile, `m`.
  public let outputs: Int
  /// Samples from one output to the next.
  public let stride: Int
  /// What each product stands for, in the order of the matrices' rows.
  public let order: [Product]
  /// `B'`: products by samples, makes values of samples.
  public internal(set) var input: Matrix<Rational>
  /// `G`: products by three taps, makes weights of taps.
  public internal(set) var kernel: Matrix<Rational>
  /// `A'`: outputs by products, makes outputs of products.
  public internal(set) var output: Matrix<Rational>

  init(
    outputs: Int,
    stride: Int,
    order: [Product],
    input: Matrix<Rational>,
    kernel: Matrix<Rational>,
    output: Matrix<Rational>
  ) {
    (self.outputs, self.stride, self.order) = (outputs, stride, order)
    (self.input, self.kernel, self.output) = (input, kernel, output)
  }

  /// Samples that the tile sees.
  public var samples: Int { stride * (outputs - 1) + 3 }

  /// Products of the tile; the definition has three for each output.
  public var products: Int { order.count }
}
