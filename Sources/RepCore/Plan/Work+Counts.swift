// What the kernels do for a step, by count.

extension ConvolutionWork {
  /// Multiply-adds of the kernels: lanes of zeros included, what a register tile repeats at an edge not.
  var products: Int {
    let pixels = shape.batch * shape.height * shape.width
    let lanes = MapLayout.block
    switch method {
    case .direct, .depthwise: return pixels * shape.window.packedCount
    case .stem(let layout):
      // Of each channel three columns, five products for a pair of rows (docs/Guides/Polyphase.md).
      return layout.units * shape.width * layout.blocks * lanes * layout.channels * 3 * 5
    case .winograd(let layout, _):
      let tiles = layout.tileBlocks.lazy.flatMap(\.planes).map(\.tiles).reduce(0, +)
      return tiles * layout.depth * lanes * shape.window.outputBlocks * lanes
    }
  }
}

extension Work {
  /// Bytes of the weights as the kernels read them.
  var packedBytes: Int {
    let ranges: [PackedRange] =
      switch self {
      case .convolution(let work): [work.weights, work.bias]
      case .scaleShift(_, _, let scale, let shift): [scale, shift]
      case .squeezeExcite(let work):
        [work.reduceKernel, work.reduceBias, work.expandKernel, work.expandBias]
      case .linear(_, _, let weights, let bias): [weights, bias]
      case .input, .add, .activate, .pool: []
      }
    return ranges.reduce(0) { $0 + $1.count } * MemoryLayout<Float>.stride
  }
}
