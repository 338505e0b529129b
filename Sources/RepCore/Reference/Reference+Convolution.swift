extension Reference {
  /// Convolution with padding that centres the kernel, window by window.
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
  ///   - padding: What the windows see around the map.
  /// - Returns: `N x O x ceil(H/stride) x ceil(W/stride)`.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func convolve(
    _ input: Map,
    kernel: Tensor,
    bias: Tensor?,
    stride: Int,
    groups: Int,
    dilation: Int,
    padding: PaddingMode = .zeros
  ) -> Map {
    let offsets = bias?.scalars() ?? [Scalar](repeating: 0, count: kernel.shape[0])
    var output = Map(
      batch: input.batch,
      channels: kernel.shape[0],
      height: (input.height - 1) / stride + 1,
      width: (input.width - 1) / stride + 1
    )
    let rows = max(1, bandPixels / output.width)
    for picture in 0..<input.batch {
      for group in 0..<groups {
        for top in Swift.stride(from: 0, to: output.height, by: rows) {
          let windows = Windows(
            of: input,
            picture: picture,
            channels: group * kernel.shape[1]..<(group + 1) * kernel.shape[1],
            rows: top..<min(top + rows, output.height),
            columns: output.width,
            kernelSize: kernel.shape[2],
            stride: stride,
            dilation: dilation,
            padding: padding
          )
          let outputs = output.channels / groups
          for channel in group * outputs..<(group + 1) * outputs {
            let start = (picture * output.channels + channel) * output.plane + top * output.width
            accumulate(
              kernel.slice(channel..<channel + 1).scalars(),
              on: windows,
              from: offsets[channel],
              at: start,
              in: &output
            )
          }
        }
      }
    }
    return output
  }

  /// Output pixels that are computed together, so that their windows stay in the cache.
  private static var bandPixels: Int { 128 }

  /// The sums of one output channel over a band of windows, written from `start`.
  private static func accumulate(
    _ weights: [Scalar],
    on windows: Windows,
    from offset: Scalar,
    at start: Int,
    in output: inout Map
  ) {
    let pixels = windows.pixels
    var sums = output.values.mutableSpan
    for pixel in 0..<pixels { sums[start + pixel] = offset }
    let taps = windows.values.span
    for tap in 0..<windows.taps {
      let weight = weights[tap]
      for pixel in 0..<pixels { sums[start + pixel] += weight * taps[tap * pixels + pixel] }
    }
  }

  /// Where position `index` of a padded axis of `extent` pixels takes its value from.
  private static func padded(_ index: Int, _ extent: Int, _ padding: PaddingMode) -> Int {
    if index >= 0 && index < extent { return index }
    switch padding {
    case .zeros: preconditionFailure("there is no pixel \(index) of \(extent)")
    case .replicate: return index < 0 ? 0 : extent - 1
    case .circular: return (index % extent + extent) % extent
    case .reflect:
      // There and back, without the outermost pixels twice; of a single pixel there is nothing else.
      let period = max(2 * (extent - 1), 1)
      let place = (index % period + period) % period
      return place < extent ? place : period - place
    }
  }

  /// What the kernel sees from each pixel of a band, written out: `I/g x k x k` taps by pixels.
  private struct Windows {
    let taps: Int
    let pixels: Int
    private(set) var values: [Scalar]

    init(
      of input: Map,
      picture: Int,
      channels: Range<Int>,
      rows: Range<Int>,
      columns: Int,
      kernelSize: Int,
      stride: Int,
      dilation: Int,
      padding: PaddingMode
    ) {
      taps = channels.count * kernelSize * kernelSize
      pixels = rows.count * columns
      values = []
      values.reserveCapacity(taps * pixels)
      for channel in channels {
        let plane = (picture * input.channels + channel) * input.plane
        for tap in 0..<kernelSize * kernelSize {
          let down = (tap / kernelSize - kernelSize / 2) * dilation
          let right = (tap % kernelSize - kernelSize / 2) * dilation
          for y in rows {
            let row = y * stride + down
            for x in 0..<columns {
              let column = x * stride + right
              let isInside =
                row >= 0 && row < input.height && column >= 0 && column < input.width
              guard isInside || padding != .zeros else {
                values.append(0)
                continue
              }
              let y = padded(row, input.height, padding)
              let x = padded(column, input.width, padding)
              values.append(input.values[plane + y * input.width + x])
            }
          }
        }
      }
    }
  }
}
