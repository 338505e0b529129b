internal import Canvas
internal import RepCore

/// What the values of a block's map are computed from: the map that enters it, and its folded kernel.
struct MapSource: Sendable {
  /// The fold of the block.
  let fold: BlockFold
  /// What enters the block.
  let input: ChannelMaps
  /// The map behind it: how it was run, and where the picture ends.
  let output: ChannelMaps

  /// The source of a block's map; nil where its values are no sum behind an activation: a gate of squeeze-excite
  /// is behind them, or what is around the map is no zeros.
  init?(_ block: Block, from input: ChannelMaps, to output: ChannelMaps) {
    guard block.squeezeExcite == nil, block.shape.padding == .zeros else { return nil }
    (fold, self.input, self.output) = (BlockFold(block), input, output)
  }

  private var shape: BlockShape { fold.block.shape }

  /// Input channels of an output channel's group.
  var inputs: Int { shape.inputChannels / shape.groups }

  /// The first input channel of an output channel's group.
  private func firstInput(of output: Int) -> Int {
    output / (shape.outputChannels / shape.groups) * inputs
  }

  /// The channel of the map that enters, of an input counted inside the output's group.
  func channel(of input: Int, for output: Int) -> Int { firstInput(of: output) + input }

  /// What a tap of the kernel sees for a value of the map; nil beyond the border.
  func pixel(_ tap: Int, input channel: Int, _ cell: MapCell) -> Double? {
    let (side, reach) = (shape.kernelSize, shape.kernelSize / 2)
    let row = cell.row * shape.stride + (tap / side - reach) * shape.dilation
    let column = cell.column * shape.stride + (tap % side - reach) * shape.dilation
    guard (0..<input.extent.height).contains(row), (0..<input.extent.width).contains(column) else {
      return nil
    }
    return input.value(self.channel(of: channel, for: cell.output), row, column)
  }

  /// What an input channel gives to a value of the map, in double.
  func part(input: Int, _ cell: MapCell) -> Double {
    let kernel = fold.kernel(output: cell.output, input: input)
    return kernel.indices.reduce(0) { $0 + kernel[$1] * (pixel($1, input: input, cell) ?? 0) }
  }
}

/// One value of a map.
struct MapCell: Hashable, Sendable {
  /// The channel.
  let output: Int
  /// The place.
  let row: Int, column: Int
}
