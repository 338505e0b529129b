/// Which inputs a convolution's outputs see, and in which order its weights are packed.
///
/// The weights of one output block are one stream of `runs x run x 16` floats. A run is a stretch of
/// input values that lie side by side: the 16 channels of a block under one tap (blocked input), or
/// the taps of one kernel row (planar input). A depthwise convolution's are `taps x 16`.
struct ConvolutionWindow: Hashable, Sendable {
  let inputChannels: Int
  let outputChannels: Int
  /// Width of the square kernel, odd.
  let size: Int
  let stride: Int
  let groups: Int
  let dilation: Int
  let isPlanar: Bool

  var taps: Int { size * size }
  var depth: Int { inputChannels / groups }
  var outputBlocks: Int { blockCount(outputChannels) }

  /// How far the window reaches beyond the pixel under its centre.
  var reach: Int { size / 2 * dilation }

  /// Whether each group consists of whole blocks.
  var hasWholeGroups: Bool {
    depth.isMultiple(of: MapLayout.block)
      && (outputChannels / groups).isMultiple(of: MapLayout.block)
  }

  /// Whether each output channel sees the input channel of its own number alone.
  var isDepthwise: Bool {
    groups > 1 && groups == inputChannels && groups == outputChannels && !isPlanar
  }

  /// Input blocks that every output block reads: as many as the worst of them needs.
  var blocksSeen: Int {
    (0..<outputBlocks).map { neededBlocks($0).count }.max() ?? 1
  }

  /// First input block that output block `block` reads.
  func firstBlock(_ block: Int) -> Int {
    min(neededBlocks(block).lowerBound, blockCount(inputChannels) - blocksSeen)
  }

  /// Runs of one output block.
  var runs: Int {
    guard isPlanar else { return blocksSeen * taps }
    return inputChannels * (dilation == 1 ? size : taps)
  }

  /// Values of one run.
  var run: Int {
    guard isPlanar else { return MapLayout.block }
    return dilation == 1 ? size : 1
  }

  /// Floats of all packed weights.
  var packedCount: Int { outputBlocks * (isDepthwise ? taps : runs * run) * MapLayout.block }

  var algorithm: Algorithm {
    if isPlanar { return .directPlanar }
    if groups == 1 { return .direct }
    if isDepthwise { return .depthwise }
    return hasWholeGroups ? .grouped : .groupedMasked
  }

  /// Where each run starts in a map of `layout`, counted from the pixel under the centre.
  func runStarts(in layout: MapLayout) -> [Int] {
    let half = size / 2
    let columns = isPlanar && dilation == 1 ? [0] : Array(0..<size)
    return (0..<(isPlanar ? inputChannels : blocksSeen)).flatMap { block in
      (0..<size).flatMap { row in
        columns.map { column in
          block * layout.blockPitch + (row - half) * dilation * layout.rowPitch
            + (column - half) * dilation * layout.pixelPitch
        }
      }
    }
  }

  /// Where the channels of each output block start in a map of `layout`.
  func inputStarts(in layout: MapLayout) -> [Int] {
    let seen = blocksSeen
    let last = blockCount(inputChannels) - seen
    return (0..<outputBlocks).map { block in
      isPlanar ? 0 : min(neededBlocks(block).lowerBound, last) * layout.blockPitch
    }
  }

  /// Input blocks with channels of the groups that output block `block` touches.
  private func neededBlocks(_ block: Int) -> Range<Int> {
    let outputs = outputChannels / groups
    let firstOutput = block * MapLayout.block
    let lastOutput = min(firstOutput + MapLayout.block, outputChannels) - 1
    let first = firstOutput / outputs * depth / MapLayout.block
    let last = ((lastOutput / outputs + 1) * depth - 1) / MapLayout.block
    return first..<last + 1
  }
}
