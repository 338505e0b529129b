/// A folded 3x3 block computed by F(2,3) with one sign of `B'` wrong.
///
/// Whatever its matrices are, the algorithm is linear in the samples that a tile sees and the same for all tiles:
///
///     y[a] = sum over samples s of e[a, s] d[s],   e[a, s] = sum over products p of A'[a, p] (G g)[p] B'[p, s]
///
/// so that each of the four outputs of a tile is a kernel of 4x4 on the samples of the tile. They are run as kernels of
/// 5x5 with stride 2, whose first row and column are zeros: a tile begins one pixel before its first output.
struct WrongWinograd {
  private let shape: BlockShape
  /// `4 O x I x 5 x 5`, the outputs of a tile one behind the other.
  private let kernel: Tensor
  /// `4 O`.
  private let bias: Tensor

  /// Computes `folded`, a dense block of 3x3 windows with stride 1, with the mistake that people make.
  init(_ folded: Block) {
    let right = TileAlgorithm(outputs: WrongWinograd.tile, in: .f2)
    self.init(folded, by: right.making(.sign(of: right)))
  }

  /// Computes `folded` by whatever `algorithm` says.
  init(_ folded: Block, by algorithm: TileAlgorithm) {
    precondition(Mistake.isComputedByTiles(folded.shape), "\(folded.path) has no tiles")
    guard let branch = folded.branches.first, let taps = branch.kernel else {
      preconditionFailure("\(folded.path) is not folded")
    }
    shape = folded.shape
    let (outputs, inputs) = (shape.outputChannels, shape.inputChannels)
    let (weights, factors) = (taps.doubles(), WrongWinograd.factors(of: algorithm))
    var values: [Float] = []
    for row in 0..<WrongWinograd.tile {
      for column in 0..<WrongWinograd.tile {
        for pair in 0..<outputs * inputs {
          let own = Array(weights[pair * 9..<(pair + 1) * 9])
          values += WrongWinograd.kernel(of: own, factors[row], factors[column])
        }
      }
    }
    let positions = WrongWinograd.tile * WrongWinograd.tile
    kernel = Tensor(values, shape: [positions * outputs, inputs, 5, 5])
    let offsets = branch.bias?.floats() ?? [Float](repeating: 0, count: outputs)
    bias = Tensor(
      Array(repeatElement(offsets, count: positions).joined()),
      shape: [positions * outputs]
    )
  }

  /// Outputs of a tile in each direction.
  private static let tile = 2

  /// For each output of a tile how a sample and a tap meet, `4 x 3`: the sum over products of `A' G B'`.
  private static func factors(of algorithm: TileAlgorithm) -> [[[Double]]] {
    (0..<tile).map { output in
      (0..<algorithm.samples).map { sample in
        (0..<3).map { tap in
          (0..<algorithm.products).reduce(0) { sum, product in
            sum + algorithm.output[output, product].double * algorithm.kernel[product, tap].double
              * algorithm.input[product, sample].double
          }
        }
      }
    }
  }

  /// The kernel of one output of a tile, `5 x 5` with zeros in front.
  private static func kernel(
    of taps: [Double],
    _ rows: [[Double]],
    _ columns: [[Double]]
  ) -> [Float] {
    var kernel = [Float](repeating: 0, count: 25)
    for row in rows.indices {
      for column in columns.indices {
        let value = taps.indices.reduce(0) {
          $0 + taps[$1] * rows[row][$1 / 3] * columns[column][$1 % 3]
        }
        kernel[(row + 1) * 5 + column + 1] = Float(value)
      }
    }
    return kernel
  }

  /// What it makes of `input`, `N x I x H x W`, up to the activation: `N x O x H x W`.
  func linearPart<Scalar>(of input: FeatureMap<Scalar>) -> FeatureMap<Scalar> {
    let tiles = Reference<Scalar>.convolve(
      input,
      kernel: kernel,
      bias: bias,
      stride: WrongWinograd.tile,
      groups: 1,
      dilation: 1
    )
    var output = FeatureMap<Scalar>(
      batch: input.batch,
      channels: shape.outputChannels,
      height: input.height,
      width: input.width
    )
    for index in output.values.indices {
      let (plane, pixel) = (index / output.plane, index % output.plane)
      let (picture, channel) = (plane / output.channels, plane % output.channels)
      let (y, x) = (pixel / output.width, pixel % output.width)
      let position = y % WrongWinograd.tile * WrongWinograd.tile + x % WrongWinograd.tile
      let source = (picture * tiles.channels + position * output.channels + channel) * tiles.plane
      let place = y / WrongWinograd.tile * tiles.width + x / WrongWinograd.tile
      output.values[index] = tiles.values[source + place]
    }
    return output
  }
}
