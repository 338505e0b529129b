extension Reference {
  /// Batch norm at inference: `gamma * (x - mean) / sqrt(variance + epsilon) + beta` per channel.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func normalize(_ input: Map, _ norm: BatchNorm) -> Map {
    let ones = [Scalar](repeating: 1, count: input.channels)
    let zeros = [Scalar](repeating: 0, count: input.channels)
    let gamma = norm.gamma?.scalars() ?? ones
    let beta = norm.beta?.scalars() ?? zeros
    let mean: [Scalar] = norm.mean.scalars()
    let deviation = norm.variance.scalars(as: Scalar.self).map {
      ($0 + Scalar(norm.shape.epsilon)).squareRoot()
    }
    return input.map { value, channel in
      gamma[channel] * (value - mean[channel]) / deviation[channel] + beta[channel]
    }
  }

  /// The sum of two maps of one shape.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func add(_ left: Map, _ right: Map) -> Map {
    var sum = left
    for index in sum.values.indices { sum.values[index] += right.values[index] }
    return sum
  }

  /// The non-linearity, value by value; one that is known by name only cannot be asked for.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func activate(_ input: Map, _ activation: Activation) -> Map {
    switch activation {
    case .relu: input.map { value, _ in max(value, 0) }
    case .leakyReLU(let slope):
      input.map { value, _ in value < 0 ? Scalar(slope) * value : value }
    case .relu6: input.map { value, _ in min(max(value, 0), 6) }
    case .hardswish:
      input.map { value, _ in value <= -3 ? 0 : value >= 3 ? value : value * (value + 3) / 6 }
    case .silu: input.map { value, _ in value * Scalar(sigmoid(Double(value))) }
    case .identity: input
    case .unsupported(let name): preconditionFailure("nobody knows what \(name) computes")
    }
  }

  /// Mean of each `size x size` window, zeros around the map counted.
  ///
  /// - Returns: `N x C x ceil(H/stride) x ceil(W/stride)`.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func average(_ input: Map, size: Int, stride: Int) -> Map {
    var output = Map(
      batch: input.batch,
      channels: input.channels,
      height: (input.height - 1) / stride + 1,
      width: (input.width - 1) / stride + 1
    )
    for index in output.values.indices {
      let (plane, pixel) = (index / output.plane, index % output.plane)
      let top = pixel / output.width * stride - size / 2
      let left = pixel % output.width * stride - size / 2
      var sum: Scalar = 0
      for y in max(top, 0)..<min(top + size, input.height) {
        for x in max(left, 0)..<min(left + size, input.width) {
          sum += input.values[plane * input.plane + y * input.width + x]
        }
      }
      output.values[index] = sum / Scalar(size * size)
    }
    return output
  }

  /// Mean of each channel of each picture, `N x C`.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func globalMeans(_ input: Map) -> [[Scalar]] {
    (0..<input.batch).map { picture in
      (0..<input.channels).map { channel in
        let start = (picture * input.channels + channel) * input.plane
        return input.values[start..<start + input.plane].reduce(0, +) / Scalar(input.plane)
      }
    }
  }

  /// `kernel * input + bias`.
  ///
  /// - Parameters:
  ///   - input: `I` values.
  ///   - kernel: `O x I`.
  ///   - bias: `O`.
  /// - Returns: `O` values.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func linear(_ input: [Scalar], kernel: Tensor, bias: Tensor) -> [Scalar] {
    let weights: [Scalar] = kernel.scalars()
    let offsets: [Scalar] = bias.scalars()
    return offsets.indices.map { row in
      input.indices.reduce(offsets[row]) { sum, column in
        sum + weights[row * input.count + column] * input[column]
      }
    }
  }

  /// Squeeze-excite: every channel times `sigmoid(expand(relu(reduce(means))))`.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func squeezeExcite(_ input: Map, _ weights: SqueezeExcite) -> Map {
    let gates = globalMeans(input).map { means in
      let hidden = linear(means, kernel: weights.reduceKernel, bias: weights.reduceBias)
      let logits = linear(
        hidden.map { max($0, 0) },
        kernel: weights.expandKernel,
        bias: weights.expandBias
      )
      return logits.map { Scalar(sigmoid(Double($0))) }
    }
    var output = input
    for index in output.values.indices {
      let plane = index / input.plane
      output.values[index] *= gates[plane / input.channels][plane % input.channels]
    }
    return output
  }
}
