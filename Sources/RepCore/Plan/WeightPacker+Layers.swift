extension WeightPacker {
  /// Reserves a convolution's kernel `O x I/g x k x k` in the order in which `window` reads it.
  mutating func reserve(_ kernel: Tensor, window: ConvolutionWindow) -> PackedRange {
    unsafe reserve(window.packedCount) { target in
      kernel.withFloats { source in
        if window.isPlanar {
          unsafe packPlanar(source, window, into: target)
        } else if window.isDepthwise {
          unsafe packDepthwise(source, window, into: target)
        } else {
          unsafe packBlocked(source, window, into: target)
        }
      }
    }
  }

  /// Reserves a stem's kernel `O x I x 3 x 3` as `output block x input channel x column x 4 x 16`: of each
  /// column the half sum and half difference of the last and the first row, the last, and the middle row.
  ///
  /// Two outputs of a two-tap convolution from three inputs, F(2,2) with the points 1, -1 and infinity
  /// (docs/Guides/Polyphase.md); computed in double.
  mutating func reserve(_ kernel: Tensor, layout: StemLayout) -> PackedRange {
    unsafe reserve(layout.weightCount) { target in
      let source = kernel.doubles()
      let (block, columns) = (MapLayout.block, 3)
      for output in 0..<kernel.shape[0] {
        for input in 0..<layout.channels {
          for column in 0..<columns {
            let from = (output * layout.channels + input) * 9 + column
            let (first, middle, last) = (source[from], source[from + 3], source[from + 6])
            let place = (output / block * layout.channels + input) * columns + column
            let products = [(last + first) / 2, (last - first) / 2, last, middle]
            for (index, value) in products.enumerated() {
              unsafe target[(place * 4 + index) * block + output % block] = Float(value)
            }
          }
        }
      }
    }
  }

  /// Reserves a matrix `O x I` as `ceil(O/16) x I' x 16`, `I'` being `I` padded to whole blocks.
  mutating func reserveMatrix(_ kernel: Tensor) -> PackedRange {
    let (rows, columns) = (kernel.shape[0], kernel.count / max(kernel.shape[0], 1))
    let depth = blockCount(columns) * MapLayout.block
    return unsafe reserve(blockCount(rows) * MapLayout.block * depth) { target in
      kernel.withFloats { source in
        for row in 0..<rows {
          let start = row / MapLayout.block * depth * MapLayout.block + row % MapLayout.block
          for column in 0..<columns {
            unsafe target[start + column * MapLayout.block] = source[row * columns + column]
          }
        }
      }
    }
  }

  /// Reserves a norm's scale and shift per channel, computed in double.
  ///
  /// `scale = gamma / sqrt(variance + epsilon)`, `shift = beta - mean * scale`.
  mutating func reserve(_ norm: BatchNorm) -> (scale: PackedRange, shift: PackedRange) {
    let (mean, variance) = (norm.mean.doubles(), norm.variance.doubles())
    let gamma = norm.gamma?.doubles() ?? Array(repeating: 1, count: mean.count)
    let beta = norm.beta?.doubles() ?? Array(repeating: 0, count: mean.count)
    let scale = mean.indices.map { channel in
      gamma[channel] / (variance[channel] + norm.shape.epsilon).squareRoot()
    }
    let shift = mean.indices.map { beta[$0] - mean[$0] * scale[$0] }
    return (reserve(scale.map { Float($0) }), reserve(shift.map { Float($0) }))
  }
}

/// `output block x input block x tap x input channel x output channel`, zero outside the group.
private func packBlocked(
  _ source: Span<Float>,
  _ window: ConvolutionWindow,
  into target: UnsafeMutableBufferPointer<Float>
) {
  let (block, taps, depth, seen) = (MapLayout.block, window.taps, window.depth, window.blocksSeen)
  let outputs = window.outputChannels / window.groups
  let last = blockCount(window.inputChannels) - seen
  let starts = window.inputStarts(in: MapLayout(batch: 1, channels: 1, height: 1, width: 1))
  for output in 0..<window.outputChannels {
    let lane = output % block
    // With a map of one pixel the distance between blocks is 16 floats.
    let first = min(starts[output / block] / block, last) * block
    let stream = output / block * seen * taps * block * block
    let channels = output / outputs * depth
    for input in 0..<depth {
      let place = channels + input - first
      let run = stream + place / block * taps * block * block + place % block * block + lane
      let from = (output * depth + input) * taps
      for tap in 0..<taps { unsafe target[run + tap * block * block] = source[from + tap] }
    }
  }
}

/// `block x tap x channel`.
private func packDepthwise(
  _ source: Span<Float>,
  _ window: ConvolutionWindow,
  into target: UnsafeMutableBufferPointer<Float>
) {
  let (block, taps) = (MapLayout.block, window.taps)
  for channel in 0..<window.outputChannels {
    let stream = channel / block * taps * block + channel % block
    for tap in 0..<taps {
      unsafe target[stream + tap * block] = source[channel * taps + tap]
    }
  }
}

/// `output block x input channel x tap x output channel`, zero outside the group.
private func packPlanar(
  _ source: Span<Float>,
  _ window: ConvolutionWindow,
  into target: UnsafeMutableBufferPointer<Float>
) {
  let (block, taps, depth) = (MapLayout.block, window.taps, window.depth)
  let outputs = window.outputChannels / window.groups
  for output in 0..<window.outputChannels {
    let stream = output / block * window.inputChannels * taps * block + output % block
    for input in 0..<depth {
      let channel = output / outputs * depth + input
      for tap in 0..<taps {
        unsafe target[stream + (channel * taps + tap) * block] =
          source[(output * depth + input) * taps + tap]
      }
    }
  }
}
