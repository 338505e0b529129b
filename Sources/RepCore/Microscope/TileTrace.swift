/// One tile of one output channel through Winograd's algorithm, with every value on the way, and the plain sum beside it.
///
///     let tile = LayerTiles(.f2, height: 8, width: 8)![1, 2]
///     let trace = TileTrace(of: tile, kernel: kernel, groups: 1, output: 5, on: map)
///     trace.pairs[3].products     // 16 products of input channel 3
///     trace.outputs               // 2x2, without the bias
///     trace.check.maximumRelative // some 1e-16
public struct TileTrace: Sendable {
  /// Which tile.
  public let tile: LayerTile
  /// The matrices of the rows.
  public let rows: TileAlgorithm
  /// The matrices of the columns.
  public let columns: TileAlgorithm
  /// The first input channel that the output channel sees: the one of `pairs[0]`.
  public let firstChannel: Int
  /// One for each input channel that the output channel sees.
  public let pairs: [PairTrace]
  /// `M`: the products of all pairs added up, place by place.
  public let sum: Matrix<Double>
  /// `A' M`: the sums transformed along their columns.
  public let halfOutput: Matrix<Double>
  /// `Y = A' M A`: the outputs of the tile, before the bias.
  public let outputs: Matrix<Double>
  /// The same outputs as the definition of a convolution says, window by window.
  public let direct: Matrix<Double>

  /// Traces `tile` of one output channel.
  ///
  /// - Parameters:
  ///   - tile: Which tile; its family also says the stride.
  ///   - kernel: `O x I/groups x 3 x 3`.
  ///   - groups: Number of channel groups.
  ///   - output: Which of the `O` output channels.
  ///   - map: The input; its first picture is looked at.
  ///   - mistake: An entry that is made wrong in the matrices of rows and columns.
  public init(
    of tile: LayerTile,
    kernel: Tensor,
    groups: Int,
    output: Int,
    on map: FeatureMap<Double>,
    mistake: WrongMatrix? = nil
  ) {
    let (outputs, depth) = (kernel.shape[0], kernel.shape[1])
    precondition(
      kernel.shape == [outputs, depth, 3, 3] && depth * groups == map.channels
        && (0..<outputs).contains(output),
      "output \(output) of a kernel \(kernel.shape) in \(groups) groups on \(map.channels) channels"
    )
    let first = output / (outputs / groups) * depth
    let taps: [Double] = kernel.slice(output..<output + 1).scalars()
    self.init(
      of: tile,
      firstChannel: first,
      inputs: (first..<first + depth).map { map.window(tile.inputRows, tile.inputColumns, of: $0) },
      kernels: (0..<depth).map { channel in
        Matrix(rows: 3, columns: 3) { taps[channel * 9 + $0 * 3 + $1] }
      },
      mistake: mistake
    )
  }

  private init(
    of tile: LayerTile,
    firstChannel: Int,
    inputs: [Matrix<Double>],
    kernels: [Matrix<Double>],
    mistake: WrongMatrix?
  ) {
    (self.tile, self.firstChannel) = (tile, firstChannel)
    (rows, columns) = (tile.rowAlgorithm(mistake), tile.columnAlgorithm(mistake))
    let (down, right) = (PairTrace.Factors(rows), PairTrace.Factors(columns))
    pairs = zip(inputs, kernels).map { PairTrace(input: $0, kernel: $1, down, right) }
    sum = pairs.dropFirst().reduce(pairs[0].products) { $0 + $1.products }
    halfOutput = down.output * sum
    outputs = halfOutput * right.output.transposed
    let stride = tile.family.stride
    direct = Matrix(rows: tile.rows.count, columns: tile.columns.count) { row, column in
      var total = 0.0
      for (input, kernel) in zip(inputs, kernels) {
        for tap in 0..<9 {
          total +=
            kernel[tap / 3, tap % 3] * input[stride * row + tap / 3, stride * column + tap % 3]
        }
      }
      return total
    }
  }

  /// How far the outputs are from the plain sum.
  public var check: Difference { Difference(of: outputs.values, from: direct.values) }

  /// Products that the definition needs for the tile's outputs, for one pair of channels.
  public var directProducts: Int { 9 * direct.rows * direct.columns }
}

extension FeatureMap<Double> {
  /// What a window sees of a channel of the first picture; zeros beyond the edge.
  fileprivate func window(_ rows: Range<Int>, _ columns: Range<Int>, of channel: Int) -> Matrix<
    Double
  > {
    Matrix(rows: rows.count, columns: columns.count) { row, column in
      let (y, x) = (rows.lowerBound + row, columns.lowerBound + column)
      guard (0..<height).contains(y), (0..<width).contains(x) else { return 0 }
      return values[channel * height * width + y * width + x]
    }
  }
}
