extension Reference {
  /// Convolution with zero padding that centres the kernel.
  ///
  ///     out[n, o, y, x] = bias[o] + sum over i, u, v of
  ///       kernel[o, i, u, v] * in[n, group(o) + i, y * stride + u * dilation - pad, …]
  ///
  /// - Parameters:
  ///   - input: `N x C x H x W`.
  ///   - kernel: `O x C/groups x k x k`, `k` odd.
  ///   - bias: `O`, or none.
  ///   - stride: Step of the window in both directions.
  ///   - groups: Number of channel groups.
  ///   - dilation: Distance between taps.
  /// - Returns: `N x O x ceil(H/stride) x ceil(W/stride)`.
  public static func convolve(
    _ input: Map,
    kernel: Tensor,
    bias: Tensor?,
    stride: Int,
    groups: Int,
    dilation: Int
  ) -> Map {
    let (outputs, depth, size) = (kernel.shape[0], kernel.shape[1], kernel.shape[2])
    let weights: [Scalar] = kernel.scalars()
    let offsets: [Scalar] = bias?.scalars() ?? Array(repeating: 0, count: outputs)
    var output = Map(
      batch: input.batch,
      channels: outputs,
      height: (input.height - 1) / stride + 1,
      width: (input.width - 1) / stride + 1
    )
    for picture in 0..<input.batch {
      for channel in 0..<outputs {
        let to = (picture * outputs + channel) * output.plane
        for index in to..<to + output.plane { output.values[index] = offsets[channel] }
        let group = channel / (outputs / groups)
        for step in 0..<depth {
          let from = (picture * input.channels + group * depth + step) * input.plane
          for tap in 0..<size * size {
            accumulate(
              weight: weights[(channel * depth + step) * size * size + tap],
              down: (tap / size - size / 2) * dilation,
              right: (tap % size - size / 2) * dilation,
              stride: stride,
              from: from,
              of: input,
              to: to,
              of: &output
            )
          }
        }
      }
    }
    return output
  }

  /// Adds `weight` times a shifted and thinned plane of `input` to a plane of `output`.
  ///
  /// `from` and `to` are where the planes start; outside of its plane the input is zero.
  private static func accumulate(
    weight: Scalar,
    down: Int,
    right: Int,
    stride: Int,
    from: Int,
    of input: Map,
    to: Int,
    of output: inout Map
  ) {
    for y in 0..<output.height {
      let row = y * stride + down
      guard row >= 0 && row < input.height else { continue }
      for x in 0..<output.width {
        let column = x * stride + right
        guard column >= 0 && column < input.width else { continue }
        output.values[to + y * output.width + x] +=
          weight * input.values[from + row * input.width + column]
      }
    }
  }
}
