/// Activations as the oracle holds them: `N x C x H x W`, row-major, float or double.
public struct FeatureMap<Scalar: BinaryFloatingPoint & Sendable>: Sendable {
  /// Pictures, `N`.
  public let batch: Int
  /// Channels, `C`.
  public let channels: Int
  /// Rows, `H`.
  public let height: Int
  /// Columns, `W`.
  public let width: Int
  /// All values, `N x C x H x W`.
  public var values: [Scalar]

  /// A map of `values`, which fill it exactly.
  public init(batch: Int, channels: Int, height: Int, width: Int, values: [Scalar]) {
    precondition(
      values.count == batch * channels * height * width,
      "\(values.count) values do not fill a map of \(batch)x\(channels)x\(height)x\(width)"
    )
    self.batch = batch
    self.channels = channels
    self.height = height
    self.width = width
    self.values = values
  }

  /// A map of zeros.
  public init(batch: Int, channels: Int, height: Int, width: Int) {
    let zeros = [Scalar](repeating: 0, count: batch * channels * height * width)
    self.init(batch: batch, channels: channels, height: height, width: width, values: zeros)
  }

  /// The map that a tensor `N x C x H x W` holds.
  public init(_ tensor: Tensor) {
    let shape = tensor.shape
    precondition(shape.count == 4, "a feature map has four axes, not \(shape)")
    self.init(
      batch: shape[0],
      channels: shape[1],
      height: shape[2],
      width: shape[3],
      values: tensor.scalars()
    )
  }

  /// Values of one channel of one picture.
  var plane: Int { height * width }

  /// Applies `transform(value, channel)` to every value.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  func map(_ transform: (Scalar, Int) -> Scalar) -> FeatureMap {
    var result = self
    for index in values.indices {
      result.values[index] = transform(values[index], index / plane % channels)
    }
    return result
  }
}

extension Tensor {
  /// The elements in the oracle's precision.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  func scalars<Scalar: BinaryFloatingPoint>(as type: Scalar.Type = Scalar.self) -> [Scalar] {
    elementType == .float64 ? doubles().map { Scalar($0) } : floats().map { Scalar($0) }
  }
}
